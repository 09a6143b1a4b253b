// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "authority.h"
#include "result.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>

class QSslSocket;

namespace curfew {

//! Makes one TLS connection as a request to the same URL would, the proxy included, and hangs up without a byte of
//! HTTP: to see who vouches for the other side before anything is said. Deletes itself when it is done.
class Handshake final : public QObject {
    Q_OBJECT

public:
    Handshake(QUrl url, const QSslConfiguration &tls, std::chrono::milliseconds timeout, QObject *parent);
    ~Handshake() override;

    //! To be called once. \return the chain as the other side sent it, its own certificate first, after it was
    //! verified. Errors: NoConnection, TlsFailed, ProxyFailed.
    [[nodiscard]] QFuture<Result<QList<QSslCertificate>>> start();

private:
    void finish(Result<QList<QSslCertificate>> chain);

    QUrl m_url;
    std::chrono::milliseconds m_timeout;
    QSslSocket *m_socket;
    QPromise<Result<QList<QSslCertificate>>> m_promise;
    bool m_finished = false;
};

//! Those of \p roots that a verified \p chain may end at: the ones that carry the issuer's name of the first
//! certificate whose issuer is among them. One, unless an authority has several roots of one name.
[[nodiscard]] QList<QSslCertificate> rootsOf(const QList<QSslCertificate> &chain, const QList<QSslCertificate> &roots);

[[nodiscard]] Authority authorityOf(const QSslCertificate &root);

} // namespace curfew
