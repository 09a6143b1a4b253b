// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "authority.h"
#include "breakerstore.h"
#include "connectioncheck.h"
#include "credential.h"
#include "declarativeprovider.h"
#include "issuer.h"
#include "issuercredentials.h"
#include "operatorsignin.h"
#include "outcome.h"
#include "providerdescriptor.h"
#include "retrypolicy.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace curfew {

class AuthorityCheck;
class AuthorityStore;
class HttpChannel;
class IssuerBreakers;
class Journal;
class RevocationBatch;
struct RevocationOptions;
struct RevocationPlan;

struct AccessOptions {
    std::chrono::milliseconds timeout{30'000}; //!< of one request
    std::optional<int> parallel; //!< requests in flight; never above what the descriptor allows
    RetryPolicy retry;
    CredentialPtr given; //!< of one client, for this access alone: nothing that is stored is needed then
};

//! One issuer, opened: its endpoints, window, credentials and breakers. Everything asked of an issuer goes through
//! here.
class IssuerAccess : public QObject {
    Q_OBJECT

public:
    //! \p breakers, \p authorities and \p journal must outlive it.
    IssuerAccess(Issuer issuer, ProviderDescriptor descriptor, CredentialSource credentials, BreakerStore &breakers,
                 AuthorityStore &authorities, Journal &journal, AccessOptions options = {}, QObject *parent = nullptr);
    ~IssuerAccess() override;

    [[nodiscard]] const Issuer &issuer() const { return m_issuer; }
    [[nodiscard]] const ProviderDescriptor &descriptor() const { return m_descriptor; }
    [[nodiscard]] DeclarativeProvider &provider() { return *m_provider; }
    [[nodiscard]] HttpChannel &channel() { return *m_channel; }
    [[nodiscard]] Journal &journal() { return m_journal; }
    [[nodiscard]] int window() const { return m_window; } //!< most requests in flight

    //! Sees who vouches for the addresses, once, and sends no request. AuthorityChanged where somebody else does than
    //! before; authorities() then ends with the change.
    [[nodiscard]] QFuture<Result<>> vouch();
    [[nodiscard]] const QList<SeenAuthority> &authorities() const;
    //! Its TLS failed: the next vouch() sees anew who it is, since somebody else may vouch by now.
    void doubtAuthorities();
    //! The operator trusts the authority that \p seen shows.
    [[nodiscard]] Result<> trust(const SeenAuthority &seen);

    //! Makes sure that the endpoints are known, once: does discovery where the descriptor needs it.
    //! Before that, vouch(), which may stop it before anything is sent.
    [[nodiscard]] QFuture<Result<>> prepare();
    //! The credential of \p clientId, or of the default client when it is empty; null where a token is its own bearer
    //! and no client is named. Errors: BreakerOpen, NoCredential, those of the keychain unless a credential was given.
    [[nodiscard]] QFuture<Result<CredentialPtr>> credential(const QString &clientId);
    //! prepare() and credential() in one: neither is worth anything without the other.
    [[nodiscard]] QFuture<Result<CredentialPtr>> ready(const QString &clientId);
    //! What credential() would fail with, as far as that is known without opening the keychain.
    [[nodiscard]] Result<> foresee(const QString &clientId) const;

    //! Lets the operator sign in with the default client, whose method is AuthorizationCode. From then on this access
    //! uses what came of it, and another one may be given it: AccessOptions::given.
    [[nodiscard]] QFuture<Result<SignedIn>> signIn(const SignInOptions &options);
    //! What the issuer calls the operator who has signed in here; empty where nobody has.
    [[nodiscard]] const QStringList &operatorNames() const { return m_operatorNames; }

    //! What is sent from now on heeds the breakers that another program of this profile opened since.
    void heedBreakers();
    //! The open breaker of \p clientId, or of the default client when it is empty.
    [[nodiscard]] Result<std::optional<BreakerState>> breaker(const QString &clientId) const;

    //! Whose credential asks about \p anchor: the one that was given, that of the client it names, if that has one
    //! here, else the default client's.
    [[nodiscard]] QString clientForAnchor(const Token &anchor) const;

    //! Lists the sessions of the person \p anchor belongs to; the look-up is journaled.
    [[nodiscard]] QFuture<Result<Listing>> list(const Token &anchor);
    //! Looks at one token with its own client's credential.
    [[nodiscard]] QFuture<Result<Look>> look(const RevokeTarget &target);
    //! *Check connection*.
    [[nodiscard]] QFuture<CheckReport> check(CheckMode mode = CheckMode::Normal);

    //! The least time that \p plan takes at the issuer's pace, its looks included; 0 where no limit is known.
    [[nodiscard]] std::chrono::milliseconds expectedTime(const RevocationPlan &plan, Verify verify) const;
    //! A batch for \p plan, not started; a child of this object.
    [[nodiscard]] RevocationBatch *batch(RevocationPlan plan, RevocationOptions options);

Q_SIGNALS:
    //! A breaker was opened or closed, and the profile or the journal could not keep that.
    void breakerNotKept(const curfew::Error &error);

private:
    [[nodiscard]] QFuture<Result<>> findEndpoints();
    [[nodiscard]] QFuture<Result<Listing>> journaled(const Result<Listing> &listing);

    Issuer m_issuer;
    ProviderDescriptor m_descriptor;
    Journal &m_journal;
    std::unique_ptr<HttpChannel> m_channel;
    std::unique_ptr<DeclarativeProvider> m_provider;
    IssuerBreakers *m_breakers = nullptr;
    IssuerCredentials *m_credentials = nullptr;
    AuthorityCheck *m_authorities = nullptr;
    QStringList m_operatorNames;
    std::optional<Error> m_setupError; //!< the CA file can't be used: nothing may be sent
    int m_window = 1;
    bool m_prepared = false;
};

} // namespace curfew
