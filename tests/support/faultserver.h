// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultreply.h"

#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace curfew {

//! One request as it arrived, byte for byte.
struct RecordedRequest {
    QByteArray verb;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< names as sent
    QByteArray body;
    int connection = 0; //!< from 0, in the order accepted
    std::chrono::steady_clock::time_point arrived;

    [[nodiscard]] QByteArray header(const QByteArray &name) const; //!< empty when there is none
    [[nodiscard]] qsizetype count(const QByteArray &name) const;
};

//! A loopback HTTP/1.1 server that records what it gets and answers as it is told, however wrong.
class FaultServer : public QObject {
    Q_OBJECT

public:
    explicit FaultServer(QObject *parent = nullptr); //!< http on 127.0.0.1, any port
    explicit FaultServer(const QSslConfiguration &tls, QObject *parent = nullptr); //!< https
    ~FaultServer() override;

    void setTls(const QSslConfiguration &tls); //!< of later connections; only of a server that was made with TLS

    [[nodiscard]] QUrl url(const QString &target = QStringLiteral("/")) const;

    void enqueue(const FaultReply &reply); //!< for the next request that has none yet
    void enqueue(const FaultReply &reply, int times);
    void answerWith(const FaultReply &reply); //!< for every request beyond the queue; `200 {}` unless set
    void answerWith(std::function<FaultReply(const RecordedRequest &)> handler);

    [[nodiscard]] const QList<RecordedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }
    [[nodiscard]] int unanswered() const { return m_unanswered; } //!< now, with a reply under way or silent
    [[nodiscard]] int mostUnanswered() const { return m_mostUnanswered; } //!< at one time

private:
    struct Connection;
    void accept();
    void read(Connection &connection);
    bool takeRequest(Connection &connection);
    void reply(Connection &connection, const FaultReply &reply);
    void sendFrom(Connection &connection, const FaultReply &reply, qsizetype position);
    void flood(Connection &connection, const QByteArray &filler);
    void end(Connection &connection, FaultReply::End how);
    void close(QTcpSocket *socket);

    QTcpServer *m_server;
    QString m_scheme;
    std::deque<FaultReply> m_script;
    std::function<FaultReply(const RecordedRequest &)> m_handler;
    QHash<QTcpSocket *, std::shared_ptr<Connection>> m_open;
    QList<RecordedRequest> m_requests;
    int m_connections = 0;
    qint64 m_bytesReceived = 0;
    qint64 m_bytesSent = 0;
    int m_unanswered = 0;
    int m_mostUnanswered = 0;
};

} // namespace curfew
