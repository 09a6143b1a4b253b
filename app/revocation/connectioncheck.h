// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "authority.h"
#include "credential.h"
#include "provideranswer.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <optional>

namespace curfew {

class AuthorityCheck;
class DeclarativeProvider;
class IssuerBreakers;
class IssuerCredentials;

//! What *Check connection* found out.
struct CheckReport {
    std::optional<Result<Discovery>> discovery; //!< nothing where the provider publishes no metadata
    std::optional<Result<>> authentication; //!< nothing where none was tried
    QString clientId; //!< whose credential was tried
    QStringList openBreakers; //!< the clients whose breaker is open afterwards
    QList<SeenAuthority> authorities; //!< who vouches for its addresses, as far as that was seen
};

enum class CheckMode {
    Normal, //!< the default client; nothing while its breaker is open
    TryAgain, //!< the first client whose breaker is open, which is closed if it succeeds
};

//! *Check connection*: sees who vouches for the addresses, reads the metadata, and sends at most one authenticated
//! request; none where an operator would have to sign in for it. Deletes itself once it has answered.
class ConnectionCheck final : public QObject {
    Q_OBJECT

public:
    //! All must outlive it.
    ConnectionCheck(DeclarativeProvider &provider, AuthorityCheck &authorities, IssuerBreakers &breakers,
                    IssuerCredentials &credentials, CheckMode mode, QObject *parent);

    [[nodiscard]] QFuture<CheckReport> start();
    //! Ends as what can't even begin, for \p error.
    [[nodiscard]] QFuture<CheckReport> fail(const Error &error);

private:
    void readMetadata();
    void readCredential();
    void authenticate(const CredentialPtr &credential);
    void judge(const Result<> &accepted);
    void finish();

    DeclarativeProvider &m_provider;
    AuthorityCheck &m_authorities;
    IssuerBreakers &m_breakers;
    IssuerCredentials &m_credentials;
    CheckMode m_mode;
    CheckReport m_report;
    QPromise<CheckReport> m_promise;
};

} // namespace curfew
