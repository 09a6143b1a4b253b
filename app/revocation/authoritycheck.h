// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "authority.h"
#include "issuer.h"
#include "result.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QPromise>
#include <QSslCertificate>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace curfew {

class AuthorityStore;
class HttpChannel;
class Journal;

//! Sees, before the first request, who vouches by TLS for each of an issuer's addresses. Who did so before goes on
//! unheard; somebody else (a company's proxy, a new private CA, a namesake) is a stop before a byte of HTTP is sent,
//! until the operator accepts it. The channel believes nobody but the remembered root, which its SHA-256 tells.
class AuthorityCheck final : public QObject {
    Q_OBJECT

public:
    //! \p roots are believed where nobody is remembered; empty: the system's. \p store, \p journal and \p channel must
    //! outlive it.
    AuthorityCheck(const Issuer &issuer, QList<QSslCertificate> roots, AuthorityStore &store, Journal &journal,
                   HttpChannel &channel, std::chrono::milliseconds timeout, QObject *parent);

    //! Asks until every address was seen once, and again after a stop. An address that can't be seen is no error: the
    //! request itself will say so. Errors: AuthorityChanged, those of the store.
    [[nodiscard]] QFuture<Result<>> run();
    void forget() { m_done = false; } //!< run() asks anew
    //! Whom the last run() saw, up to where it stopped.
    [[nodiscard]] const QList<SeenAuthority> &seen() const { return m_seen; }
    //! The operator trusts whom \p seen shows, and nobody else who may vouch by now; the next run() goes by it.
    [[nodiscard]] Result<> accept(const SeenAuthority &seen);

private:
    using Chain = Result<QList<QSslCertificate>>;
    using Met = std::function<void(const Chain &)>;

    void next();
    //! One handshake that believes \p roots alone.
    void meet(const QUrl &address, const QList<QSslCertificate> &roots, const Met &met);
    void askKnown(const QUrl &address, const Authority &known);
    void askAny(const QUrl &address, const std::optional<Authority> &before);
    //! Which of several of one name it is.
    void findAmong(const QUrl &address, const std::optional<Authority> &before, QList<QSslCertificate> candidates);
    void judge(const QString &origin, const std::optional<Authority> &before, const QList<QSslCertificate> &found);
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
    QList<QUrl> m_open; //!< still to be asked
    QList<SeenAuthority> m_seen;
    std::vector<QPromise<Result<>>> m_waiting;
    bool m_done = false;
};

} // namespace curfew
