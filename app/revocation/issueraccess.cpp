// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issueraccess.h"

#include "asyncresult.h"
#include "authoritycheck.h"
#include "channelsettings.h"
#include "expectedrequests.h"
#include "httpchannel.h"
#include "issuerbreakers.h"
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
    m_breakers = new IssuerBreakers(m_issuer, m_descriptor.limits.lockOut, *m_channel, breakers, m_journal, this);
    m_credentials = new IssuerCredentials(m_issuer, m_descriptor, std::move(credentials), std::move(options.given),
                                          *m_breakers, this);
    m_authorities = new AuthorityCheck(m_issuer, roots.value_or(QList<QSslCertificate>()), authorities, m_journal,
                                       *m_channel, options.timeout, this);
    connect(m_breakers, &IssuerBreakers::notKept, this, &IssuerAccess::breakerNotKept);
}

IssuerAccess::~IssuerAccess() = default;

Result<std::optional<BreakerState>> IssuerAccess::breaker(const QString &clientId) const
{
    return m_breakers->find(m_credentials->effectiveClient(clientId));
}

void IssuerAccess::heedBreakers()
{
    m_breakers->heed();
}

QString IssuerAccess::clientForAnchor(const Token &anchor) const
{
    return m_credentials->clientForAnchor(anchor);
}

Result<> IssuerAccess::foresee(const QString &clientId) const
{
    return m_credentials->foresee(clientId);
}

QFuture<Result<CredentialPtr>> IssuerAccess::credential(const QString &clientId)
{
    return m_credentials->of(clientId);
}

QFuture<Result<>> IssuerAccess::vouch()
{
    return m_setupError ? readyFuture<Result<>>(tl::unexpected(*m_setupError)) : m_authorities->run();
}

const QList<SeenAuthority> &IssuerAccess::authorities() const
{
    return m_authorities->seen();
}

void IssuerAccess::doubtAuthorities()
{
    m_authorities->forget();
}

Result<> IssuerAccess::trust(const SeenAuthority &seen)
{
    return m_authorities->accept(seen);
}

QFuture<Result<>> IssuerAccess::prepare()
{
    return andThen(vouch(), this,
                   [this](const Result<> &vouched) { return vouched ? findEndpoints() : readyFuture(vouched); });
}

QFuture<Result<>> IssuerAccess::findEndpoints()
{
    const bool usesTls = std::any_of(m_issuer.clients.begin(), m_issuer.clients.end(),
                                     [](const Client &c) { return c.method == AuthMethod::TlsClientAuth; });
    // Certificates may need endpoints of their own (mtls_endpoint_aliases, RFC 8705 section 5), and a sign-in is
    // renewed where the metadata says, unless the descriptor does.
    const CredentialPtr &given = m_credentials->given();
    const bool renews = given && given->signIn && m_provider->endpoint(u"requestToken"_s).isEmpty();
    if (m_prepared || (!m_descriptor.needsDiscovery && !usesTls && !renews))
        return readyFuture(Result<>());
    return andThen(m_provider->discover(), this, [this](const Result<Discovery> &discovery) {
        m_prepared = discovery.has_value();
        const bool blocks = m_descriptor.needsDiscovery && !discovery;
        return readyFuture(blocks ? Result<>(tl::unexpected(discovery.error())) : Result<>());
    });
}

QFuture<Result<CredentialPtr>> IssuerAccess::ready(const QString &clientId)
{
    using Answer = Result<CredentialPtr>;
    return andThen(credential(clientId), this, [this](const Answer &credential) {
        if (!credential)
            return readyFuture(credential);
        return andThen(prepare(), this, [credential](const Result<> &prepared) {
            return readyFuture(prepared ? credential : Answer(tl::unexpected(prepared.error())));
        });
    });
}

QFuture<Result<SignedIn>> IssuerAccess::signIn(const SignInOptions &options)
{
    using Answer = Result<SignedIn>;
    const Client *client = m_issuer.clients.isEmpty() ? nullptr : &m_issuer.clients.first();
    if (!client || client->method != AuthMethod::AuthorizationCode) {
        return readyFuture<Answer>(
            failure(ErrorKind::Unsupported, u"nobody signs in with the default client of this issuer"_s));
    }
    const auto vouchedFor = [this, options, clientId = client->clientId](const Result<> &vouched) {
        if (!vouched)
            return readyFuture<Answer>(tl::unexpected(vouched.error()));
        auto *own = new OperatorSignIn(*m_provider, *m_channel, clientId, options, this);
        return own->start();
    };
    return andThen(andThen(vouch(), this, vouchedFor), this, [this](const Answer &signedIn) {
        if (signedIn) {
            m_credentials->give(signedIn->credential);
            m_operatorNames = signedIn->names();
        }
        return readyFuture<Answer>(signedIn);
    });
}

QFuture<Result<Listing>> IssuerAccess::list(const Token &anchor)
{
    using Answer = Result<Listing>;
    // A journal that can't take the look-up is found out before the token leaves.
    const auto whenOpen = [this, anchor](const Result<> &open) {
        return open ? ready(clientForAnchor(anchor)) : readyFuture(Result<CredentialPtr>(tl::unexpected(open.error())));
    };
    const auto whenReady = [this, anchor](const Result<CredentialPtr> &credential) {
        return credential ? m_provider->listSessions(anchor, *credential)
                          : readyFuture(Answer(tl::unexpected(credential.error())));
    };
    return andThen(andThen(andThen(m_journal.open(), this, whenOpen), this, whenReady), this,
                   [this](const Answer &listing) { return journaled(listing); });
}

// Looking up a colleague leaves a trace, or isn't done.
QFuture<Result<Listing>> IssuerAccess::journaled(const Result<Listing> &listing)
{
    using Answer = Result<Listing>;
    if (!listing) {
        if (listing.error().kind == ErrorKind::TlsFailed)
            doubtAuthorities();
        return readyFuture(listing);
    }
    JournalEvent event;
    event.kind = JournalEventKind::Lookup;
    event.issuer = m_issuer.name;
    event.user = listing->user();
    event.count = int(listing->sessions.size());
    return andThen(m_journal.record(event), this, [listing](const Result<> &recorded) {
        return readyFuture(recorded ? listing : Answer(tl::unexpected(recorded.error())));
    });
}

QFuture<Result<Look>> IssuerAccess::look(const RevokeTarget &target)
{
    using Answer = Result<Look>;
    const auto jwt = decodeJwt(target.token.reveal());
    const QString named = jwt && !m_descriptor.tokenIsBearer ? jwt->clientId() : QString();
    return andThen(ready(named), this, [this, target](const Result<CredentialPtr> &credential) {
        if (!credential)
            return readyFuture(Answer(tl::unexpected(credential.error())));
        if (!m_provider->canIntrospect())
            return readyFuture(Answer(failure(ErrorKind::Unsupported, u"this issuer has no introspection endpoint"_s)));
        return m_provider->look(target, *credential).then([](const Look &look) { return Answer(look); });
    });
}

QFuture<CheckReport> IssuerAccess::check(CheckMode mode)
{
    auto *check = new ConnectionCheck(*m_provider, *m_authorities, *m_breakers, *m_credentials, mode, this);
    return m_setupError ? check->fail(*m_setupError) : check->start();
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
