// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "authorizationanswer.h"
#include "result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QUrl>

#include <chrono>

class QTcpServer;
class QTcpSocket;

namespace curfew {

//! Where a browser brings the answer to a sign-in: a free port of 127.0.0.1 (RFC 8252 section 7.3). It takes one
//! answer, the one with its own state, and closes; whatever else comes is told 404, and neither counts nor disturbs.
//! What was asked for is never logged: a code stands in it.
class LoopbackReceiver final : public QObject {
    Q_OBJECT

public:
    //! \p patience for one request to arrive whole
    explicit LoopbackReceiver(std::chrono::milliseconds patience, QObject *parent);
    ~LoopbackReceiver() override; //!< an answer that didn't come is canceled

    //! Waits for the answer that carries \p state from now on. To be called once.
    //! \return the redirect URI; NoConnection where there is no port
    [[nodiscard]] Result<QUrl> listen(const QByteArray &state);
    [[nodiscard]] QFuture<AuthorizationAnswer> answer() const { return m_promise.future(); }

    static constexpr qsizetype longestRequest = 16 * 1024; //!< bytes of its head; a longer one is cut off
    static constexpr qsizetype mostConnections = 16; //!< at a time; browsers open some that they don't use

private:
    void accept();
    void read(QTcpSocket *socket);
    void close(QTcpSocket *socket);
    void take(QTcpSocket *socket, const AuthorizationAnswer &answer);

    QTcpServer *m_server;
    std::chrono::milliseconds m_patience;
    QByteArray m_host; //!< as a browser names it
    QByteArray m_state;
    QHash<QTcpSocket *, QByteArray> m_open; //!< → what came until now
    QPromise<AuthorizationAnswer> m_promise;
};

} // namespace curfew
