// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultserver.h"

#include <QHostAddress>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace curfew {

struct FaultServer::Connection {
    QTcpSocket *socket = nullptr;
    int number = 0;
    int unanswered = 0;
    QByteArray input;
    bool flooding = false;
};

QByteArray RecordedRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

qsizetype RecordedRequest::count(const QByteArray &name) const
{
    return std::count_if(headers.begin(), headers.end(),
                         [&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

FaultServer::FaultServer(QObject *parent)
    : QObject(parent)
    , m_server(new QTcpServer(this))
    , m_scheme(u"http"_s)
{
    answerWith(FaultReply::http(200));
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &FaultServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

FaultServer::FaultServer(const QSslConfiguration &tls, QObject *parent)
    : QObject(parent)
    , m_scheme(u"https"_s)
{
    auto *server = new QSslServer(this);
    server->setSslConfiguration(tls);
    m_server = server;
    answerWith(FaultReply::http(200));
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &FaultServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

FaultServer::~FaultServer()
{
    for (auto it = m_open.keyBegin(); it != m_open.keyEnd(); ++it)
        (*it)->disconnect(this);
}

void FaultServer::setTls(const QSslConfiguration &tls)
{
    qobject_cast<QSslServer *>(m_server)->setSslConfiguration(tls);
}

QUrl FaultServer::url(const QString &target) const
{
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(m_scheme, QString::number(m_server->serverPort()), target));
}

void FaultServer::enqueue(const FaultReply &reply)
{
    m_script.push_back(reply);
}

void FaultServer::enqueue(const FaultReply &reply, int times)
{
    m_script.insert(m_script.end(), size_t(times), reply);
}

void FaultServer::answerWith(const FaultReply &reply)
{
    m_handler = [reply](const RecordedRequest &) { return reply; };
}

void FaultServer::answerWith(std::function<FaultReply(const RecordedRequest &)> handler)
{
    m_handler = std::move(handler);
}

void FaultServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        const auto connection = std::make_shared<Connection>();
        connection->socket = socket;
        connection->number = m_connections++;
        m_open.insert(socket, connection);
        connect(socket, &QTcpSocket::readyRead, this, [this, connection] { read(*connection); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { close(socket); });
        read(*connection); // what came with the handshake
    }
}

void FaultServer::close(QTcpSocket *socket)
{
    if (const auto connection = m_open.take(socket))
        m_unanswered -= connection->unanswered;
    socket->deleteLater();
}

void FaultServer::read(Connection &connection)
{
    const QByteArray bytes = connection.socket->readAll();
    m_bytesReceived += bytes.size();
    connection.input += bytes;
    while (takeRequest(connection)) { }
}

bool FaultServer::takeRequest(Connection &connection)
{
    const qsizetype headEnd = connection.input.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    RecordedRequest request;
    QList<QByteArray> lines = connection.input.first(headEnd).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> start = lines.takeFirst().split(' ');
    request.verb = start.value(0);
    request.target = start.value(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("Content-Length").toInt();
    if (connection.input.size() < headEnd + 4 + length)
        return false;
    request.body = connection.input.sliced(headEnd + 4, length);
    request.connection = connection.number;
    request.arrived = std::chrono::steady_clock::now();
    connection.input.remove(0, headEnd + 4 + length);
    m_requests.append(request);
    ++connection.unanswered;
    m_mostUnanswered = std::max(m_mostUnanswered, ++m_unanswered);

    FaultReply answer;
    if (m_script.empty()) {
        answer = m_handler(request);
    } else {
        answer = m_script.front();
        m_script.pop_front();
    }
    if (answer.delay.count() > 0) {
        const auto kept = m_open.value(connection.socket);
        QTimer::singleShot(answer.delay, Qt::PreciseTimer, connection.socket,
                           [this, kept, answer] { reply(*kept, answer); });
    } else {
        reply(connection, answer);
    }
    return true;
}

void FaultServer::reply(Connection &connection, const FaultReply &reply)
{
    if (reply.interval.count() > 0) {
        sendFrom(connection, reply, 0);
        return;
    }
    m_bytesSent += connection.socket->write(reply.bytes);
    if (reply.endless)
        flood(connection, reply.filler);
    else if (!reply.bytes.isEmpty() || reply.end != FaultReply::End::KeepOpen) // else it is silent
        end(connection, reply.end);
}

void FaultServer::sendFrom(Connection &connection, const FaultReply &reply, qsizetype position)
{
    const auto kept = m_open.value(connection.socket);
    if (!kept)
        return; // hung up meanwhile
    if (position == reply.bytes.size()) {
        end(connection, reply.end);
        return;
    }
    m_bytesSent += connection.socket->write(reply.bytes.constData() + position, 1);
    QTimer::singleShot(reply.interval, Qt::PreciseTimer, connection.socket,
                       [this, kept, reply, position] { sendFrom(*kept, reply, position + 1); });
}

void FaultServer::flood(Connection &connection, const QByteArray &filler)
{
    QTcpSocket *socket = connection.socket;
    const QByteArray portion = filler.repeated(64 * 1024 / filler.size());
    auto *encrypted = qobject_cast<QSslSocket *>(socket);
    const auto pour = [this, socket, encrypted, portion] {
        // A little at a time, as the client takes it: what it doesn't take is never made.
        if (socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0) < 64 * 1024)
            m_bytesSent += socket->write(portion);
    };
    connect(socket, &QTcpSocket::bytesWritten, socket, pour);
    if (encrypted)
        connect(encrypted, &QSslSocket::encryptedBytesWritten, socket, pour);
    pour();
}

void FaultServer::end(Connection &connection, FaultReply::End how)
{
    --connection.unanswered;
    --m_unanswered;
    QTcpSocket *socket = connection.socket;
    switch (how) {
    case FaultReply::End::KeepOpen:
        return;
    case FaultReply::End::Close:
        socket->disconnectFromHost();
        return;
    case FaultReply::End::Reset:
        socket->flush(); // what was said before it is on its way
#ifdef Q_OS_UNIX
        const linger hard{1, 0};
        setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
#endif
        socket->abort();
        return;
    }
}

} // namespace curfew
