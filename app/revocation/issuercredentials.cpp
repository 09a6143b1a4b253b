// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuercredentials.h"

#include "asyncresult.h"
#include "issuerbreakers.h"
#include "jwt.h"
#include "providerdescriptor.h"

using namespace Qt::StringLiterals;

namespace curfew {

IssuerCredentials::IssuerCredentials(const Issuer &issuer, const ProviderDescriptor &descriptor,
                                     CredentialSource source, CredentialPtr given, IssuerBreakers &breakers,
                                     QObject *parent)
    : QObject(parent)
    , m_issuer(issuer)
    , m_descriptor(descriptor)
    , m_source(std::move(source))
    , m_given(std::move(given))
    , m_breakers(breakers)
{
}

QString IssuerCredentials::effectiveClient(const QString &clientId) const
{
    return clientId.isEmpty() && !m_issuer.clients.isEmpty() ? m_issuer.clients.first().clientId : clientId;
}

QString IssuerCredentials::clientForAnchor(const Token &anchor) const
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

bool IssuerCredentials::awaitsSignIn(const Client &client) const
{
    return client.method == AuthMethod::AuthorizationCode && !isGiven(client.clientId);
}

bool IssuerCredentials::needsNone(const QString &clientId) const
{
    return m_descriptor.tokenIsBearer && clientId.isEmpty();
}

Result<> IssuerCredentials::foresee(const QString &clientId) const
{
    if (needsNone(clientId))
        return {};
    const QString id = effectiveClient(clientId);
    const Client *client = m_issuer.client(id);
    if (!client)
        return failure(ErrorKind::NoCredential,
                       id.isEmpty() ? u"no client is configured for this issuer"_s
                                    : u"no credential for client %1"_s.arg(id));
    const auto breaker = m_breakers.find(id);
    if (!breaker)
        return tl::unexpected(breaker.error());
    if (*breaker)
        return failure(ErrorKind::BreakerOpen, u"the issuer refused client %1; nothing more is sent for it"_s.arg(id));
    return isGiven(id) ? Result<>() : client->checkOnFile();
}

QFuture<Result<CredentialPtr>> IssuerCredentials::of(const QString &clientId)
{
    using Answer = Result<CredentialPtr>;
    const QString id = effectiveClient(clientId);
    if (const auto foreseen = foresee(clientId); !foreseen) {
        if (foreseen.error().kind == ErrorKind::BreakerOpen)
            m_breakers.holdBack(id);
        return readyFuture<Answer>(tl::unexpected(foreseen.error()));
    }
    if (needsNone(clientId))
        return readyFuture<Answer>(CredentialPtr());
    if (m_known.contains(id))
        return readyFuture<Answer>(m_known.value(id));
    return andThen(read(id), this, [this, id](const Answer &credential) {
        if (credential)
            m_known.insert(id, *credential);
        return readyFuture(credential);
    });
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

QFuture<Result<CredentialPtr>> IssuerCredentials::read(const QString &clientId)
{
    using Answer = Result<CredentialPtr>;
    if (isGiven(clientId))
        return readyFuture<Answer>(m_given);
    if (!m_given)
        return m_source(m_issuer, clientId);
    // Who gives a secret may have no keychain: what it doesn't tell is then a credential that isn't there.
    return m_source(m_issuer, clientId).then([clientId](const Answer &stored) -> Answer {
        if (!stored && isOfTheKeychain(stored.error().kind))
            return failure(ErrorKind::NoCredential, u"no credential for client %1"_s.arg(clientId));
        return stored;
    });
}

void IssuerCredentials::give(CredentialPtr credential)
{
    m_known.remove(credential->clientId);
    m_given = std::move(credential);
}

} // namespace curfew
