// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "breakerstore.h"
#include "credential.h"
#include "declarativeprovider.h"
#include "issuer.h"
#include "providerdescriptor.h"
#include "retrypolicy.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace curfew {

class HttpChannel;
class Journal;
class RevocationBatch;
struct JournalEvent;
struct RevocationOptions;
struct RevocationPlan;

//! Reads the credential of one client of an issuer: from the keychain, or one given for this call.
using CredentialSource = std::function<QFuture<Result<CredentialPtr>>(const Issuer &, const QString &clientId)>;

struct AccessOptions {
    std::chrono::milliseconds timeout{30'000}; //!< of one request
    std::optional<int> parallel; //!< requests in flight; never above what the descriptor allows
    RetryPolicy retry;
};

//! What *Check connection* found out.
struct CheckReport {
    std::optional<Result<Discovery>> discovery; //!< nothing where the provider publishes no metadata
    std::optional<Result<>> authentication; //!< nothing where none was tried
    QString clientId; //!< whose credential was tried
    QStringList openBreakers; //!< the clients whose breaker is open afterwards
};

enum class CheckMode { Normal, TryAgain };

//! One issuer, opened: its endpoints, window, credentials and breakers. Everything asked of an issuer goes through
//! here.
class IssuerAccess : public QObject {
    Q_OBJECT

public:
    //! \p breakers and \p journal must outlive it.
    IssuerAccess(Issuer issuer, ProviderDescriptor descriptor, CredentialSource credentials, BreakerStore &breakers,
                 Journal &journal, AccessOptions options = {}, QObject *parent = nullptr);
    ~IssuerAccess() override;

    [[nodiscard]] const Issuer &issuer() const { return m_issuer; }
    [[nodiscard]] const ProviderDescriptor &descriptor() const { return m_descriptor; }
    [[nodiscard]] DeclarativeProvider &provider() { return *m_provider; }
    [[nodiscard]] HttpChannel &channel() { return *m_channel; }
    [[nodiscard]] Journal &journal() { return m_journal; }
    [[nodiscard]] int window() const { return m_window; } //!< most requests in flight

    //! Makes sure that the endpoints are known, once: does discovery where the descriptor needs it.
    [[nodiscard]] QFuture<Result<>> prepare();
    //! The credential of \p clientId, or of the default client when it is empty; null where the provider needs none.
    //! Errors: BreakerOpen, NoCredential, those of the keychain.
    [[nodiscard]] QFuture<Result<CredentialPtr>> credential(const QString &clientId);

    //! Whose credential asks about \p anchor: the client it names, if that has one here, else the default client.
    [[nodiscard]] QString clientForAnchor(const Token &anchor) const;

    //! Lists the sessions of the person \p anchor belongs to; the look-up is journaled.
    [[nodiscard]] QFuture<Result<Listing>> list(const Token &anchor);
    //! Looks at one token with its own client's credential.
    [[nodiscard]] QFuture<Result<Look>> look(const RevokeTarget &target);
    //! One discovery, at most one authenticated request, of the default client; nothing while its breaker is open.
    //! TryAgain asks all the same, for the first client whose breaker is open, and closes that if it succeeds.
    [[nodiscard]] QFuture<CheckReport> check(CheckMode mode = CheckMode::Normal);

    //! A batch for \p plan, not started; a child of this object.
    [[nodiscard]] RevocationBatch *batch(RevocationPlan plan, RevocationOptions options);

Q_SIGNALS:
    //! A breaker was opened or closed, and the profile or the journal could not keep that.
    void breakerNotKept(const curfew::Error &error);

private:
    void tripBreaker(const QString &clientId, const Error &error);
    void noteOrTell(const JournalEvent &event);
    [[nodiscard]] QFuture<Result<CredentialPtr>> ready(const QString &clientId);
    [[nodiscard]] QString effectiveClient(const QString &clientId) const;
    [[nodiscard]] QStringList openBreakers() const;
    void authenticate(const CredentialPtr &credential, CheckMode mode,
                      const std::shared_ptr<QPromise<CheckReport>> &promise, CheckReport report);

    Issuer m_issuer;
    ProviderDescriptor m_descriptor;
    CredentialSource m_credentials;
    BreakerStore &m_breakers;
    Journal &m_journal;
    std::unique_ptr<HttpChannel> m_channel;
    std::unique_ptr<DeclarativeProvider> m_provider;
    QHash<QString, CredentialPtr> m_known;
    std::optional<Error> m_setupError; //!< the CA file can't be used: nothing may be sent
    int m_window = 1;
    bool m_prepared = false;
};

} // namespace curfew
