// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceserver.h"

#include <QMetaEnum>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QHttpServerResponder>
#endif

using namespace Qt::StringLiterals;

namespace curfew {

//! Knows its sockets by the peer's port. From 6.5 on QtHttpServer hands out a responder in place of the socket, and
//! a responder can neither drop a connection nor send half an answer.
class PracticeTcpServer final : public QTcpServer {
public:
    using QTcpServer::QTcpServer;
    [[nodiscard]] QTcpSocket *socketOf(quint16 peerPort) const { return m_sockets.value(peerPort); }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        if (!socket->setSocketDescriptor(descriptor)) {
            delete socket;
            return;
        }
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_sockets.insert(socket->peerPort(), socket);
        addPendingConnection(socket);
    }

private:
    QHash<quint16, QPointer<QTcpSocket>> m_sockets;
};

PracticeServer::PracticeServer(QObject *parent)
    : QAbstractHttpServer(parent)
{
}

PracticeServer::~PracticeServer()
{
    // Deliveries tell the issuer that they end: let them do so while there is one.
    qDeleteAll(findChildren<PracticeDelivery *>(Qt::FindDirectChildrenOnly));
}

Result<QUrl> PracticeServer::listenOnLoopback()
{
    m_tcp = new PracticeTcpServer(this);
    if (!m_tcp->listen(QHostAddress::LocalHost))
        return failure(ErrorKind::NoConnection, m_tcp->errorString());
    bind(m_tcp);
    QUrl origin;
    origin.setScheme(u"http"_s);
    origin.setHost(u"127.0.0.1"_s);
    origin.setPort(m_tcp->serverPort());
    return origin;
}

static PracticeHeaders headersOf(const QHttpServerRequest &request)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    const auto pairs = request.headers();
#else
    const auto pairs = request.headers().toListOfPairs();
#endif
    PracticeHeaders headers;
    for (const auto &[name, value] : pairs)
        headers.append({name, value});
    return headers;
}

void PracticeServer::serve(const QHttpServerRequest &request, QTcpSocket *socket, std::shared_ptr<void> keepAlive)
{
    if (!socket)
        return;
    if (!m_issuer) {
        socket->abort();
        return;
    }
    const QByteArray method = QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(request.method()));
    const QUrl url = request.url();
    const PracticeRequest received{method.toUpper(), url.path(QUrl::FullyEncoded).toLatin1(),
                                   url.query(QUrl::FullyEncoded).toLatin1(), headersOf(request), request.body()};
    PracticeIssuer *issuer = m_issuer;
    new PracticeDelivery(
        socket, issuer->receive(received), std::move(keepAlive), [issuer] { issuer->left(); }, this);
}

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)

bool PracticeServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    serve(request, socket, nullptr);
    return true;
}

void PracticeServer::missingHandler(const QHttpServerRequest &, QTcpSocket *)
{
    // Never asked: handleRequest answers everything.
}

#else

bool PracticeServer::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    // While the responder lives, the next request on this connection waits.
    auto held = std::make_shared<QHttpServerResponder>(std::move(responder));
    serve(request, static_cast<PracticeTcpServer *>(m_tcp)->socketOf(request.remotePort()), std::move(held));
    return true;
}

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
void PracticeServer::missingHandler(const QHttpServerRequest &, QHttpServerResponder &&)
#else
void PracticeServer::missingHandler(const QHttpServerRequest &, QHttpServerResponder &)
#endif
{
    // Never asked: handleRequest answers everything.
}

#endif

} // namespace curfew
