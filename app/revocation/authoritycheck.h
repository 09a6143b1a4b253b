// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "result.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QPromise>
#include <QSslCertificate>

#include <chrono>

namespace curfew {

class AuthorityStore;
class HttpChannel;
class Journal;

//! Sees, before the first request, who vouches by TLS for each of an issuer's addresses. Who did so before goes on
//! unheard; somebody else (a company's proxy, a new private CA) is a stop before a byte of HTTP is sent, until the
//! operator accepts it. Afterwards the channel believes nobody but the remembered authority.
class AuthorityCheck final : public QObject {
    Q_OBJECT

public:
    enum class OnChange { Stop, Accept };

    //! \p roots are believed where nobody is remembered; empty: the system's. \p store, \p journal and \p channel must
    //! outlive it.
    AuthorityCheck(const Issuer &issuer, QList<QSslCertificate> roots, AuthorityStore &store, Journal &journal,
                   HttpChannel &channel, std::chrono::milliseconds timeout, QObject *parent);

    //! Asks once, however often it is called; again after a stop. Errors: AuthorityChanged, those of the store.
    [[nodiscard]] QFuture<Result<>> run(OnChange onChange = OnChange::Stop);
    void forget() { m_done = false; } //!< run() asks anew

private:
    void next();
    void seen(const QUrl &address, const Result<QList<QSslCertificate>> &chain);
    [[nodiscard]] Result<> judge(const QString &origin, const Result<QList<QSslCertificate>> &chain);
    [[nodiscard]] QList<QSslCertificate> allRoots() const;
    void note(const QString &detail);
    void finish(const Result<> &result);

    QString m_issuer;
    QList<QUrl> m_addresses; //!< one an origin, https alone
    QList<QSslCertificate> m_roots;
    AuthorityStore &m_store;
    Journal &m_journal;
    HttpChannel &m_channel;
    std::chrono::milliseconds m_timeout;
    OnChange m_onChange = OnChange::Stop;
    QList<QUrl> m_open; //!< still to be asked
    std::vector<QPromise<Result<>>> m_waiting;
    bool m_done = false;
};

} // namespace curfew
