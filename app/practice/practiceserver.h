// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicedelivery.h"
#include "result.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QTcpServer>

#include <functional>

namespace curfew {

//! The wire of one practice issuer: HTTP/1.1 on a loopback port of its own. The only place that knows QtHttpServer,
//! whose virtuals differ between 6.4, 6.5 and 6.8.
class PracticeServer final : public QAbstractHttpServer {
    Q_OBJECT
public:
    explicit PracticeServer(QObject *parent = nullptr);
    ~PracticeServer() override;

    //! Listens on 127.0.0.1 at a free port.
    //! \return the origin, `http://127.0.0.1:port`; ErrorKind::NoConnection when there is no such port
    [[nodiscard]] Result<QUrl> listenOnLoopback();
    //! Who answers; it must outlive this server. Requests before that are dropped.
    void setIssuer(PracticeIssuer *issuer) { m_issuer = issuer; }

protected:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &&responder) override;
#else
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#endif
#endif

private:
    void serve(const QHttpServerRequest &request, QTcpSocket *socket, std::shared_ptr<void> keepAlive);

    PracticeIssuer *m_issuer = nullptr;
    QTcpServer *m_tcp = nullptr; //!< child of this object
};

} // namespace curfew
