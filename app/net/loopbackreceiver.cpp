// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopbackreceiver.h"

#include "netlog.h"
#include "secret.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace curfew {

LoopbackReceiver::LoopbackReceiver(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_server(new QTcpServer(this))
    , m_patience(patience)
{
    m_server->setProxy(QNetworkProxy::NoProxy); // the system's must never listen in our place
    connect(m_server, &QTcpServer::newConnection, this, &LoopbackReceiver::accept);
    m_promise.start();
}

LoopbackReceiver::~LoopbackReceiver()
{
    for (auto it = m_open.begin(); it != m_open.end(); ++it) {
        it.key()->disconnect(this);
        wipe(it.value());
    }
}

Result<QUrl> LoopbackReceiver::listen(const QByteArray &state)
{
    if (!m_server->listen(QHostAddress::LocalHost)) {
        return failure(ErrorKind::NoConnection,
                       u"no port of 127.0.0.1 is free for the browser's answer: %1"_s.arg(m_server->errorString()));
    }
    m_state = state;
    m_host = "127.0.0.1:" + QByteArray::number(m_server->serverPort());
    return QUrl(u"http://%1/callback"_s.arg(QString::fromLatin1(m_host)));
}

void LoopbackReceiver::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        if (m_open.size() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_open.insert(socket, {});
        socket->setReadBufferSize(longestRequest);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { close(socket); });
        QTimer::singleShot(m_patience, socket, [socket] { socket->abort(); });
    }
}

void LoopbackReceiver::close(QTcpSocket *socket)
{
    QByteArray input = m_open.take(socket);
    wipe(input);
    socket->deleteLater();
}

// A page of plain words: no script, nothing from elsewhere, nothing of the answer in it, and kept by nobody.
static QByteArray page(const QByteArray &status, const QByteArray &sentence)
{
    const QByteArray body =
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Curfew</title></head>"
        "<body><p>"
        + sentence + "</p></body></html>\n";
    return "HTTP/1.1 " + status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nCache-Control: no-store\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'"
          "\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
        + body;
}

void LoopbackReceiver::read(QTcpSocket *socket)
{
    QByteArray &input = m_open[socket];
    input.reserve(longestRequest); // growing would leave copies of a code behind
    QByteArray arrived = socket->read(longestRequest - input.size());
    input.append(arrived);
    wipe(arrived);
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0) {
        if (input.size() >= longestRequest)
            socket->abort();
        return;
    }
    const auto answer = readAuthorizationAnswer(QByteArrayView(input).first(end), m_host, m_state);
    wipe(input);
    socket->disconnect(this); // the rest of what it says is of no interest
    if (answer) {
        take(socket, *answer);
        return;
    }
    qCDebug(netLog) << "something else than the sign-in's answer came from the browser";
    socket->write(page("404 Not Found", "There is nothing here."));
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] { close(socket); });
    socket->disconnectFromHost();
}

void LoopbackReceiver::take(QTcpSocket *socket, const AuthorizationAnswer &answer)
{
    m_server->close();
    m_open.remove(socket);
    const QList<QTcpSocket *> others = m_open.keys();
    for (QTcpSocket *other : others)
        other->abort(); // which closes it
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->setParent(nullptr); // the page goes out whoever is gone by then
    socket->write(page("200 OK", "You can close this tab and go back to Curfew."));
    socket->flush();
    socket->disconnectFromHost();
    m_promise.addResult(answer);
    m_promise.finish();
}

} // namespace curfew
