// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuerendpoints.h"

#include "answerclassifier.h"
#include "discoveryreader.h"

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto discoverOperation = "discover"_L1;
static constexpr auto revokeOperation = "revokeToken"_L1;

IssuerEndpoints::IssuerEndpoints(const ProviderDescriptor &descriptor, const Issuer &issuer)
    : m_descriptor(descriptor)
    , m_issuer(issuer)
{
}

static QUrl below(const QUrl &url, const QString &path)
{
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    QUrl full = url;
    full.setPath(base + path);
    return full;
}

QUrl IssuerEndpoints::of(const QString &operation, AuthMethod method) const
{
    const auto found = m_descriptor.operations.constFind(operation);
    if (found == m_descriptor.operations.constEnd())
        return {};
    if (method == AuthMethod::TlsClientAuth && m_discovery && m_discovery->mtlsEndpoints.contains(operation))
        return m_discovery->mtlsEndpoints.value(operation);
    if (!found->path.isEmpty())
        return below(m_issuer.url, found->path);
    return m_discovery ? m_discovery->endpoints.value(operation) : QUrl();
}

QUrl IssuerEndpoints::ofDefaultClient(const QString &operation) const
{
    return of(operation, m_issuer.clients.isEmpty() ? m_descriptor.defaultMethod : m_issuer.clients.first().method);
}

Error IssuerEndpoints::missing(const QString &operation) const
{
    if (m_discovery && !m_discovery->foreignOrigins.isEmpty())
        return {ErrorKind::OriginNotAllowed, m_discovery->foreignOrigins.join(u' '), 0, {}};
    return {ErrorKind::Unsupported, u"the issuer has no endpoint for %1"_s.arg(operation), 0, {}};
}

AuthMethod IssuerEndpoints::methodOf(const CredentialPtr &credential) const
{
    if (!credential)
        return AuthMethod::None;
    const AuthMethod method = credential->method;
    if (!m_descriptor.methodFromMetadata || !m_discovery || m_discovery->authMethods.isEmpty()
        || m_discovery->authMethods.contains(method))
        return method;
    // The two carry the same secret, so the one that the issuer offers does.
    const AuthMethod other =
        method == AuthMethod::ClientSecretBasic ? AuthMethod::ClientSecretPost : AuthMethod::ClientSecretBasic;
    const bool secret = method == AuthMethod::ClientSecretBasic || method == AuthMethod::ClientSecretPost;
    return secret && m_discovery->authMethods.contains(other) ? other : method;
}

QList<QUrl> IssuerEndpoints::metadataUrls() const
{
    const auto operation = m_descriptor.operations.constFind(discoverOperation);
    if (operation == m_descriptor.operations.constEnd())
        return {};
    // RFC 8414 puts it between the host and the issuer's own path.
    QUrl between = m_issuer.url;
    between.setPath(u"/.well-known/oauth-authorization-server"_s);
    return {below(m_issuer.url, operation->path),
            below(between, m_issuer.url.path() == "/"_L1 ? QString() : m_issuer.url.path())};
}

Result<Discovery> IssuerEndpoints::adopt(const HttpAnswer &answer)
{
    if (!answer.response)
        return tl::unexpected(answer.response.error());
    if (auto fault = faultOf(*answer.response, m_descriptor.operations.value(discoverOperation))) {
        if (fault->kind == ErrorKind::ClientRefused || fault->kind == ErrorKind::BearerExpired)
            fault->kind = ErrorKind::Refused; // nobody's credential was shown
        return tl::unexpected(*std::move(fault));
    }
    auto discovery = readDiscovery(m_descriptor, m_issuer, answer.response->body);
    if (!discovery)
        return discovery;
    if (m_descriptor.discoveryBlocks && !discovery->issuerMatches) {
        return failure(ErrorKind::BadResponse, u"the metadata names another issuer: %1"_s.arg(discovery->issuer));
    }
    m_discovery = *discovery;
    if (m_descriptor.revokes() && ofDefaultClient(revokeOperation).isEmpty())
        return tl::unexpected(missing(revokeOperation));
    return discovery;
}

} // namespace curfew
