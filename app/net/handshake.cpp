// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handshake.h"

#include <QCryptographicHash>
#include <QMap>
#include <QNetworkProxyFactory>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

Handshake::Handshake(QUrl url, const QSslConfiguration &tls, std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_url(std::move(url))
    , m_timeout(timeout)
    , m_socket(new QSslSocket(this))
{
    m_promise.start();
    m_socket->setSslConfiguration(tls);
    const auto proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(m_url));
    if (!proxies.isEmpty())
        m_socket->setProxy(proxies.first());
}

Handshake::~Handshake()
{
    m_socket->disconnect(this);
    finish(failure(ErrorKind::Canceled));
}

static ErrorKind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return ErrorKind::TlsFailed;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return ErrorKind::ProxyFailed;
    default:
        return ErrorKind::NoConnection;
    }
}

QFuture<Result<QList<QSslCertificate>>> Handshake::start()
{
    auto future = m_promise.future();
    connect(m_socket, &QSslSocket::encrypted, this,
            [this] { finish(m_socket->sslConfiguration().peerCertificateChain()); });
    connect(m_socket, &QAbstractSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) { finish(failure(kindOf(error), m_socket->errorString())); });
    QTimer::singleShot(m_timeout, this,
                       [this] { finish(failure(ErrorKind::NoConnection, u"no handshake in time"_s)); });
    m_socket->connectToHostEncrypted(m_url.host(), quint16(m_url.port(443)));
    return future;
}

void Handshake::finish(Result<QList<QSslCertificate>> chain)
{
    if (std::exchange(m_finished, true))
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_promise.addResult(std::move(chain));
    m_promise.finish();
    deleteLater();
}

// The whole name: two authorities may share a common name.
template <typename Attributes, typename Values>
static QMap<QByteArray, QStringList> nameFrom(const Attributes &attributes, const Values &values)
{
    QMap<QByteArray, QStringList> name;
    for (const QByteArray &attribute : attributes)
        name.insert(attribute, values(attribute));
    return name;
}

static QMap<QByteArray, QStringList> subjectOf(const QSslCertificate &certificate)
{
    return nameFrom(certificate.subjectInfoAttributes(),
                    [&](const QByteArray &attribute) { return certificate.subjectInfo(attribute); });
}

static QMap<QByteArray, QStringList> issuerOf(const QSslCertificate &certificate)
{
    return nameFrom(certificate.issuerInfoAttributes(),
                    [&](const QByteArray &attribute) { return certificate.issuerInfo(attribute); });
}

QList<QSslCertificate> rootsOf(const QList<QSslCertificate> &chain, const QList<QSslCertificate> &roots)
{
    QList<QSslCertificate> found;
    for (const QSslCertificate &certificate : chain) {
        const auto issuer = issuerOf(certificate);
        std::copy_if(roots.begin(), roots.end(), std::back_inserter(found),
                     [&](const QSslCertificate &root) { return root == certificate || subjectOf(root) == issuer; });
        if (!found.isEmpty())
            break;
    }
    return found;
}

Authority authorityOf(const QSslCertificate &root)
{
    return {QString::fromLatin1(root.digest(QCryptographicHash::Sha256).toHex()), root.subjectDisplayName()};
}

} // namespace curfew
