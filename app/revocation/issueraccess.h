// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "authority.h"
#include "breakerstore.h"
#include "credential.h"
#include "declarativeprovider.h"
#include "issuer.h"
#include "operatorsignin.h"
#include "outcome.h"
#include "providerdescriptor.h"
#include "retrypolicy.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace curfew {

class AuthorityCheck;
class AuthorityStore;
class HttpChannel;
class Journal;
class RevocationBatch;
struct JournalEvent;
struct RevocationOptions;
struct RevocationPlan;

//! Reads the stored credential of one client of an issuer.
using CredentialSource = std::function<QFuture<Result<CredentialPtr>>(const Issuer &, const QString &clientId)>;

struct AccessOptions {
    std::chrono::milliseconds timeout{30'000}; //!< of one request
    std::optional<int> parallel; //!< requests in flight; never above what the descriptor allows
    RetryPolicy retry;
    CredentialPtr given; //!< of one client, for this access alone: nothing that is stored is needed then
};

//! What *Check connection* found out.
struct CheckReport {
    std::optional<Result<Discovery>> discovery; //!< nothing where the provider publishes no metadata
    std::optional<Result<>> authentication; //!< nothing where none was tried
    QString clientId; //!< whose credential was tried
    QStringList openBreakers; //!< the clients whose breaker is open afterwards
    QList<SeenAuthority> authorities; //!< who vouches for its addresses, as far as that was seen
};

enum class CheckMode { Normal, TryAgain };

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
    void cancelSignIn();

    //! The open breaker of \p clientId, or of the default client when it is empty.
    [[nodiscard]] Result<std::optional<BreakerState>> breaker(const QString &clientId) const;

    //! Whose credential asks about \p anchor: the one that was given, that of the client it names, if that has one
    //! here, else the default client's.
    [[nodiscard]] QString clientForAnchor(const Token &anchor) const;

    //! Lists the sessions of the person \p anchor belongs to; the look-up is journaled.
    [[nodiscard]] QFuture<Result<Listing>> list(const Token &anchor);
    //! Looks at one token with its own client's credential.
    [[nodiscard]] QFuture<Result<Look>> look(const RevokeTarget &target);
    //! One discovery, at most one authenticated request, of the default client; nothing while its breaker is open, and
    //! no request where an operator would have to sign in for it.
    //! TryAgain asks all the same, for the first client whose breaker is open, and closes that if it succeeds.
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
    void ask(CheckMode mode, const std::shared_ptr<QPromise<CheckReport>> &promise, const CheckReport &report);
    void tripBreaker(const QString &clientId, const Error &error);
    void noteOrTell(const JournalEvent &event);
    [[nodiscard]] QFuture<Result<CredentialPtr>> fetch(const QString &clientId);
    [[nodiscard]] bool isGiven(const QString &clientId) const { return m_given && m_given->clientId == clientId; }
    [[nodiscard]] bool awaitsSignIn(const Client &client) const;
    [[nodiscard]] bool needsNone(const QString &clientId) const;
    [[nodiscard]] QString effectiveClient(const QString &clientId) const;
    [[nodiscard]] QStringList openBreakers() const;
    void authenticate(const CredentialPtr &credential, CheckMode mode,
                      const std::shared_ptr<QPromise<CheckReport>> &promise, CheckReport report);

    Issuer m_issuer;
    ProviderDescriptor m_descriptor;
    CredentialSource m_credentials;
    CredentialPtr m_given;
    BreakerStore &m_breakers;
    Journal &m_journal;
    std::unique_ptr<HttpChannel> m_channel;
    std::unique_ptr<DeclarativeProvider> m_provider;
    QHash<QString, CredentialPtr> m_known;
    AuthorityCheck *m_authorities = nullptr;
    QPointer<OperatorSignIn> m_signIn;
    std::optional<Error> m_setupError; //!< the CA file can't be used: nothing may be sent
    int m_window = 1;
    bool m_prepared = false;
};

} // namespace curfew
