// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "discoveryreader.h"

#include "sessiongroups.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace curfew {

// The issuer must be the configured one; where the provider's paths are fixed, its host will do, which some tenants
// send without a scheme.
static bool namesIssuer(const QString &claimed, const ProviderDescriptor &descriptor, const Issuer &issuer)
{
    if (descriptor.discoveryBlocks)
        return claimed.contains("://"_L1) && issuerMatches(claimed, issuer.url);
    const QUrl url(claimed.contains("://"_L1) ? claimed : u"https://"_s + claimed, QUrl::StrictMode);
    return !url.host().isEmpty() && url.host().compare(issuer.url.host(), Qt::CaseInsensitive) == 0;
}

static QList<AuthMethod> readMethods(const QJsonObject &metadata)
{
    QJsonValue listed = metadata.value("revocation_endpoint_auth_methods_supported"_L1);
    if (!listed.isArray())
        listed = metadata.value("token_endpoint_auth_methods_supported"_L1);
    const QJsonArray names = listed.toArray();
    QList<AuthMethod> methods;
    for (const auto &name : names) {
        const auto method = authMethodFromName(name.toString());
        if (method && !methods.contains(*method))
            methods.append(*method);
    }
    return methods;
}

static bool hasClientWith(AuthMethod method, const Issuer &issuer)
{
    return std::any_of(issuer.clients.cbegin(), issuer.clients.cend(),
                       [method](const Client &client) { return client.method == method; });
}

namespace {
//! Sorts endpoints into those that may be used and those whose origin must be accepted first.
class EndpointReader {
public:
    EndpointReader(const Issuer &issuer, Discovery &discovery)
        : m_issuer(issuer)
        , m_discovery(discovery)
    {
    }

    [[nodiscard]] Result<> read(const QJsonValue &value, const QString &operation, QMap<QString, QUrl> &endpoints)
    {
        if (value.isUndefined() || value.isNull())
            return {};
        const QUrl url(value.toString(), QUrl::StrictMode);
        if (!isAcceptableUrl(url))
            return failure(ErrorKind::BadResponse, u"%1: not an https URL"_s.arg(operation));
        const QString origin = originOf(url);
        if (origin == originOf(m_issuer.url) || m_issuer.acceptedOrigins.contains(origin))
            endpoints.insert(operation, url);
        else if (!m_discovery.foreignOrigins.contains(origin))
            m_discovery.foreignOrigins.append(origin);
        return {};
    }

private:
    const Issuer &m_issuer;
    Discovery &m_discovery;
};
} // namespace

Result<Discovery> readDiscovery(const ProviderDescriptor &descriptor, const Issuer &issuer, const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return failure(ErrorKind::BadResponse, u"the metadata is no JSON object"_s);
    const QJsonObject metadata = document.object();
    const QJsonObject aliases = metadata.value("mtls_endpoint_aliases"_L1).toObject();
    const bool usesTls = hasClientWith(AuthMethod::TlsClientAuth, issuer);
    const bool signsIn = hasClientWith(AuthMethod::AuthorizationCode, issuer);

    Discovery discovery;
    const QString claimed = metadata.value("issuer"_L1).toString();
    discovery.issuer = bounded(claimed);
    discovery.issuerMatches = namesIssuer(claimed, descriptor, issuer);
    discovery.authMethods = readMethods(metadata);
    discovery.answersNameIssuer = metadata.value("authorization_response_iss_parameter_supported"_L1).toBool();
    EndpointReader reader(issuer, discovery);
    for (auto it = descriptor.operations.cbegin(); it != descriptor.operations.cend(); ++it) {
        const bool isNeeded = signsIn || it.key() != "authorize"_L1; // who doesn't sign in isn't asked about its origin
        if (it->metadataKey.isEmpty() || !isNeeded)
            continue;
        Result<> read;
        if (it->path.isEmpty()) // a fixed path isn't moved by metadata
            read = reader.read(metadata.value(it->metadataKey), it.key(), discovery.endpoints);
        if (read && usesTls)
            read = reader.read(aliases.value(it->metadataKey), it.key(), discovery.mtlsEndpoints);
        if (!read)
            return tl::unexpected(read.error());
    }
    return discovery;
}

} // namespace curfew
