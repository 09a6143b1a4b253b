// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issueraccess.h"

#include "asyncresult.h"
#include "authoritycheck.h"
#include "channelsettings.h"
#include "expectedrequests.h"
#include "httpchannel.h"
#include "journal.h"
#include "jwt.h"
#include "providerfactory.h"
#include "revocationbatch.h"
#include "tlssettings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

IssuerAccess::IssuerAccess(Issuer issuer, ProviderDescriptor descriptor, CredentialSource credentials,
                           BreakerStore &breakers, AuthorityStore &authorities, Journal &journal, AccessOptions options,
                           QObject *parent)
    : QObject(parent)
    , m_issuer(std::move(issuer))
    , m_descriptor(std::move(descriptor))
    , m_credentials(std::move(credentials))
    , m_given(std::move(options.given))
    , m_breakers(breakers)
    , m_journal(journal)
{
    const auto roots = m_issuer.caFile.isEmpty() ? Result<QList<QSslCertificate>>() : readRoots(m_issuer.caFile);
    if (!roots) // which must never end as "trust the system's roots"
        m_setupError = Error{ErrorKind::ProfileFailed, u"the CA file "_s + roots.error().detail, 0, {}};
    ChannelSettings settings = channelSettings(m_descriptor, m_issuer, options.timeout, options.parallel,
                                               roots.value_or(QList<QSslCertificate>()));
    settings.retry = options.retry;
    m_window = settings.inFlight;
    m_channel = std::make_unique<HttpChannel>(std::move(settings));
    m_provider = makeProvider(m_descriptor, m_issuer, *m_channel);
    m_authorities = new AuthorityCheck(m_issuer, roots.value_or(QList<QSslCertificate>()), authorities, m_journal,
                                       *m_channel, options.timeout, this);
    connect(m_channel.get(), &HttpChannel::clientRefused, this, &IssuerAccess::tripBreaker);
}

IssuerAccess::~IssuerAccess() = default;

void IssuerAccess::tripBreaker(const QString &clientId, const Error &error)
{
    BreakerState state;
    state.issuer = m_issuer.name;
    state.clientId = clientId;
    state.openedAt = QDateTime::currentDateTimeUtc();
    if (m_descriptor.limits.lockOut.count() > 0)
        state.lockedUntil = state.openedAt.addSecs(std::chrono::seconds(m_descriptor.limits.lockOut).count());
    state.detail = error.detail;
    state.httpStatus = error.httpStatus;
    // The channel itself sends nothing more for this client, whether or not the file could be written.
    if (const auto tripped = m_breakers.trip(state); !tripped)
        Q_EMIT breakerNotKept(tripped.error());
    JournalEvent event;
    event.kind = JournalEventKind::BreakerOpened;
    event.issuer = m_issuer.name;
    event.detail = clientId;
    noteOrTell(event);
}

// A breaker works without its event, but somebody must hear that the journal doesn't have it.
void IssuerAccess::noteOrTell(const JournalEvent &event)
{
    onResult(m_journal.record(event), this, [this](const Result<> &recorded) {
        if (!recorded)
            Q_EMIT breakerNotKept(recorded.error());
    });
}

QString IssuerAccess::effectiveClient(const QString &clientId) const
{
    return clientId.isEmpty() && !m_issuer.clients.isEmpty() ? m_issuer.clients.first().clientId : clientId;
}

Result<std::optional<BreakerState>> IssuerAccess::breaker(const QString &clientId) const
{
    return m_breakers.find(m_issuer.name, effectiveClient(clientId));
}

QString IssuerAccess::clientForAnchor(const Token &anchor) const
{
    const auto jwt = decodeJwt(anchor.reveal());
    const QString named = jwt ? jwt->clientId() : QString();
    const Client *client = named.isEmpty() ? nullptr : m_issuer.client(named);
    if (client && client->method == AuthMethod::None)
        return named;
    if (m_given)
        return m_given->clientId;
    return client && client->hasSecret ? named : effectiveClient({});
}

QFuture<Result<>> IssuerAccess::prepare()
{
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    const auto answer = [promise](const Result<> &result) {
        promise->addResult(result);
        promise->finish();
    };
    onResult(vouch(), this, [this, answer](const Result<> &vouched) {
        if (vouched)
            onResult(findEndpoints(), this, answer);
        else
            answer(vouched);
    });
    return promise->future();
}

QFuture<Result<>> IssuerAccess::findEndpoints()
{
    const bool usesTls = std::any_of(m_issuer.clients.begin(), m_issuer.clients.end(),
                                     [](const Client &c) { return c.method == AuthMethod::TlsClientAuth; });
    // Certificates may need endpoints of their own (mtls_endpoint_aliases, RFC 8705 section 5), and a sign-in is
    // renewed where the metadata says, unless the descriptor does.
    const bool renews = m_given && m_given->signIn && m_provider->endpoint(u"requestToken"_s).isEmpty();
    if (m_prepared || (!m_descriptor.needsDiscovery && !usesTls && !renews))
        return readyFuture(Result<>());
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    onResult(m_provider->discover(), this, [this, promise](const Result<Discovery> &discovery) {
        m_prepared = discovery.has_value();
        const bool blocks = m_descriptor.needsDiscovery && !discovery;
        promise->addResult(blocks ? Result<>(tl::unexpected(discovery.error())) : Result<>());
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<SignedIn>> IssuerAccess::signIn(const SignInOptions &options)
{
    using Answer = Result<SignedIn>;
    const Client *client = m_issuer.clients.isEmpty() ? nullptr : &m_issuer.clients.first();
    if (!client || client->method != AuthMethod::AuthorizationCode) {
        return readyFuture<Answer>(
            failure(ErrorKind::Unsupported, u"nobody signs in with the default client of this issuer"_s));
    }
    if (m_setupError)
        return readyFuture<Answer>(tl::unexpected(*m_setupError));
    const auto vouchedFor = [this, options, clientId = client->clientId](const Result<> &vouched) {
        if (!vouched)
            return readyFuture<Answer>(tl::unexpected(vouched.error()));
        m_signIn = new OperatorSignIn(*m_provider, *m_channel, clientId, options, this);
        return m_signIn->start();
    };
    return andThen(andThen(m_authorities->run(), this, vouchedFor), this, [this](const Answer &signedIn) {
        if (signedIn) {
            m_given = signedIn->credential;
            m_known.remove(m_given->clientId);
        }
        return readyFuture<Answer>(signedIn);
    });
}

void IssuerAccess::cancelSignIn()
{
    if (m_signIn)
        m_signIn->cancel();
}

bool IssuerAccess::awaitsSignIn(const Client &client) const
{
    return client.method == AuthMethod::AuthorizationCode && !isGiven(client.clientId);
}

bool IssuerAccess::needsNone(const QString &clientId) const
{
    return m_descriptor.tokenIsBearer && clientId.isEmpty();
}

Result<> IssuerAccess::foresee(const QString &clientId) const
{
    if (needsNone(clientId))
        return {};
    const QString id = effectiveClient(clientId);
    const Client *client = m_issuer.client(id);
    if (!client)
        return failure(ErrorKind::NoCredential,
                       id.isEmpty() ? u"no client is configured for this issuer"_s
                                    : u"no credential for client %1"_s.arg(id));
    const auto breaker = m_breakers.find(m_issuer.name, id);
    if (!breaker)
        return tl::unexpected(breaker.error());
    if (*breaker)
        return failure(ErrorKind::BreakerOpen, u"the issuer refused client %1; nothing more is sent for it"_s.arg(id));
    return isGiven(id) ? Result<>() : client->checkOnFile();
}

QFuture<Result<CredentialPtr>> IssuerAccess::credential(const QString &clientId)
{
    using Answer = Result<CredentialPtr>;
    const QString id = effectiveClient(clientId);
    if (const auto foreseen = foresee(clientId); !foreseen) {
        if (foreseen.error().kind == ErrorKind::BreakerOpen)
            m_channel->refuseClient(id);
        return readyFuture<Answer>(tl::unexpected(foreseen.error()));
    }
    if (needsNone(clientId))
        return readyFuture<Answer>(CredentialPtr());
    if (m_known.contains(id))
        return readyFuture<Answer>(m_known.value(id));
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    onResult(fetch(id), this, [this, promise, id](const Answer &credential) {
        if (credential)
            m_known.insert(id, *credential);
        promise->addResult(credential);
        promise->finish();
    });
    return promise->future();
}

static bool isOfTheKeychain(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainTimedOut:
    case ErrorKind::KeychainFailed:
        return true;
    default:
        return false;
    }
}

QFuture<Result<CredentialPtr>> IssuerAccess::fetch(const QString &clientId)
{
    using Answer = Result<CredentialPtr>;
    if (isGiven(clientId))
        return readyFuture<Answer>(m_given);
    if (!m_given)
        return m_credentials(m_issuer, clientId);
    // Who gives a secret may have no keychain: what it doesn't tell is then a credential that isn't there.
    return m_credentials(m_issuer, clientId).then([clientId](const Answer &stored) -> Answer {
        if (!stored && isOfTheKeychain(stored.error().kind))
            return failure(ErrorKind::NoCredential, u"no credential for client %1"_s.arg(clientId));
        return stored;
    });
}

// The endpoints first, then the credential: neither is worth anything without the other.
QFuture<Result<CredentialPtr>> IssuerAccess::ready(const QString &clientId)
{
    const auto promise = std::make_shared<QPromise<Result<CredentialPtr>>>();
    promise->start();
    onResult(credential(clientId), this, [this, promise](const Result<CredentialPtr> &credential) {
        if (!credential) {
            promise->addResult(credential);
            promise->finish();
            return;
        }
        onResult(prepare(), this, [promise, credential](const Result<> &prepared) {
            promise->addResult(prepared ? credential : Result<CredentialPtr>(tl::unexpected(prepared.error())));
            promise->finish();
        });
    });
    return promise->future();
}

QFuture<Result<Listing>> IssuerAccess::list(const Token &anchor)
{
    const auto promise = std::make_shared<QPromise<Result<Listing>>>();
    promise->start();
    const auto fail = [promise](const Error &error) {
        promise->addResult(tl::unexpected(error));
        promise->finish();
    };
    // A journal that can't take the look-up is found out before the token leaves.
    const auto openThenReady = [=, this](const Result<> &open) {
        return open ? ready(clientForAnchor(anchor)) : readyFuture(Result<CredentialPtr>(tl::unexpected(open.error())));
    };
    const auto look = [=, this](const Result<CredentialPtr> &credential) {
        if (!credential) {
            fail(credential.error());
            return;
        }
        onResult(m_provider->listSessions(anchor, *credential), this, [=, this](const Result<Listing> &listing) {
            if (!listing) {
                if (listing.error().kind == ErrorKind::TlsFailed)
                    m_authorities->forget(); // so that the next one tells whether somebody else vouches now
                fail(listing.error());
                return;
            }
            JournalEvent event;
            event.kind = JournalEventKind::Lookup;
            event.issuer = m_issuer.name;
            event.user = listing->user();
            event.count = int(listing->sessions.size());
            // Looking up a colleague leaves a trace, or isn't done.
            onResult(m_journal.record(event), this, [=](const Result<> &recorded) {
                if (!recorded) {
                    fail(recorded.error());
                    return;
                }
                promise->addResult(listing);
                promise->finish();
            });
        });
    };
    onResult(m_journal.open(), this, [=, this](const Result<> &open) { onResult(openThenReady(open), this, look); });
    return promise->future();
}

QFuture<Result<Look>> IssuerAccess::look(const RevokeTarget &target)
{
    const auto jwt = decodeJwt(target.token.reveal());
    const QString named = jwt && !m_descriptor.tokenIsBearer ? jwt->clientId() : QString();
    const auto promise = std::make_shared<QPromise<Result<Look>>>();
    promise->start();
    onResult(ready(named), this, [this, promise, target](const Result<CredentialPtr> &credential) {
        if (!credential) {
            promise->addResult(tl::unexpected(credential.error()));
            promise->finish();
            return;
        }
        if (!m_provider->canIntrospect()) {
            promise->addResult(failure(ErrorKind::Unsupported, u"this issuer has no introspection endpoint"_s));
            promise->finish();
            return;
        }
        onResult(m_provider->look(target, *credential), this, [promise](const Look &look) {
            promise->addResult(look);
            promise->finish();
        });
    });
    return promise->future();
}

QStringList IssuerAccess::openBreakers() const
{
    QStringList open;
    for (const Client &client : m_issuer.clients) {
        const auto breaker = m_breakers.find(m_issuer.name, client.clientId);
        if (!breaker || breaker->has_value()) // what can't be read may be open
            open.append(client.clientId);
    }
    return open;
}

QFuture<Result<>> IssuerAccess::vouch()
{
    return m_setupError ? readyFuture<Result<>>(tl::unexpected(*m_setupError)) : m_authorities->run();
}

const QList<SeenAuthority> &IssuerAccess::authorities() const
{
    return m_authorities->seen();
}

Result<> IssuerAccess::trust(const SeenAuthority &seen)
{
    return m_authorities->accept(seen);
}

QFuture<CheckReport> IssuerAccess::check(CheckMode mode)
{
    const auto promise = std::make_shared<QPromise<CheckReport>>();
    promise->start();
    CheckReport report;
    report.clientId = effectiveClient({});
    report.openBreakers = openBreakers();
    if (mode == CheckMode::TryAgain && !report.openBreakers.isEmpty())
        report.clientId = report.openBreakers.first();
    if (m_setupError)
        report.discovery = tl::unexpected(*m_setupError);
    // While a breaker is open nothing is sent for its client, not even a discovery.
    const bool isStopped = mode == CheckMode::Normal && report.openBreakers.contains(report.clientId);
    if (m_setupError || isStopped) {
        promise->addResult(report);
        promise->finish();
        return promise->future();
    }
    onResult(m_authorities->run(), this, [this, mode, promise, report](const Result<> &vouched) mutable {
        report.authorities = m_authorities->seen();
        if (vouched) {
            ask(mode, promise, report);
            return;
        }
        report.authentication = vouched;
        promise->addResult(report);
        promise->finish();
    });
    return promise->future();
}

void IssuerAccess::ask(CheckMode mode, const std::shared_ptr<QPromise<CheckReport>> &promise, const CheckReport &report)
{
    const auto authenticateNext = [this, promise, mode](const CheckReport &soFar) {
        const bool reached = !soFar.discovery || soFar.discovery->has_value() || !m_descriptor.needsDiscovery;
        const Client *client = m_issuer.client(soFar.clientId);
        if (!reached || !client || awaitsSignIn(*client)) {
            promise->addResult(soFar);
            promise->finish();
            return;
        }
        onResult(fetch(soFar.clientId), this,
                 [this, promise, mode, found = CheckReport(soFar)](const Result<CredentialPtr> &credential) mutable {
                     if (credential) {
                         authenticate(*credential, mode, promise, found);
                         return;
                     }
                     found.authentication = tl::unexpected(credential.error());
                     promise->addResult(found);
                     promise->finish();
                 });
    };
    if (!m_descriptor.operations.contains(u"discover"_s)) {
        authenticateNext(report);
        return;
    }
    onResult(m_provider->discover(Repeat::Never), this,
             [found = CheckReport(report), authenticateNext](const Result<Discovery> &discovery) mutable {
                 found.discovery = discovery;
                 authenticateNext(found);
             });
}

void IssuerAccess::authenticate(const CredentialPtr &credential, CheckMode mode,
                                const std::shared_ptr<QPromise<CheckReport>> &promise, CheckReport report)
{
    if (mode == CheckMode::TryAgain)
        m_channel->allowClient(report.clientId);
    onResult(m_provider->authenticate(credential), this, [this, promise, report](const Result<> &accepted) mutable {
        const bool untried = !accepted && accepted.error().kind == ErrorKind::Unsupported;
        if (!untried)
            report.authentication = accepted;
        const bool refused = !accepted && accepted.error().kind == ErrorKind::ClientRefused;
        if (accepted && report.openBreakers.contains(report.clientId)) {
            if (const auto closed = m_breakers.close(m_issuer.name, report.clientId); !closed) {
                report.authentication = tl::unexpected(closed.error());
            } else {
                report.openBreakers.removeOne(report.clientId);
                JournalEvent event;
                event.kind = JournalEventKind::BreakerClosed;
                event.issuer = m_issuer.name;
                event.detail = report.clientId;
                noteOrTell(event);
            }
        }
        if (refused && !report.openBreakers.contains(report.clientId))
            report.openBreakers.append(report.clientId);
        promise->addResult(report);
        promise->finish();
    });
}

std::chrono::milliseconds IssuerAccess::expectedTime(const RevocationPlan &plan, Verify verify) const
{
    // Before it has described itself an issuer is taken for able.
    const bool introspects =
        m_descriptor.introspects() && (m_provider->canIntrospect() || !m_provider->discovery().has_value());
    const int requests = expectedRequests(plan, verify, introspects ? Introspection::Possible : Introspection::Missing);
    return requests == 0 ? std::chrono::milliseconds(0) : m_channel->expectedFor(requests);
}

RevocationBatch *IssuerAccess::batch(RevocationPlan plan, RevocationOptions options)
{
    return new RevocationBatch(*this, std::move(plan), std::move(options), this);
}

} // namespace curfew
