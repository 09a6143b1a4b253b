// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuer.h"

using namespace Qt::StringLiterals;

namespace curfew {

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return u"production"_s;
    case Environment::Test:
        return u"test"_s;
    case Environment::Development:
        return u"development"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Environment> environmentFromName(QStringView name)
{
    for (const auto environment : {Environment::Production, Environment::Test, Environment::Development}) {
        if (environmentName(environment) == name)
            return environment;
    }
    return std::nullopt;
}

QString authMethodName(AuthMethod method)
{
    switch (method) {
    case AuthMethod::ClientSecretBasic:
        return u"client_secret_basic"_s;
    case AuthMethod::ClientSecretPost:
        return u"client_secret_post"_s;
    case AuthMethod::Bearer:
        return u"bearer"_s;
    case AuthMethod::TlsClientAuth:
        return u"tls_client_auth"_s;
    case AuthMethod::None:
        return u"none"_s;
    case AuthMethod::AuthorizationCode:
        return u"authorization_code"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AuthMethod> authMethodFromName(QStringView name)
{
    for (const auto method : {AuthMethod::ClientSecretBasic, AuthMethod::ClientSecretPost, AuthMethod::Bearer,
                              AuthMethod::TlsClientAuth, AuthMethod::None, AuthMethod::AuthorizationCode}) {
        if (authMethodName(method) == name)
            return method;
    }
    return std::nullopt;
}

bool takesSecret(AuthMethod method)
{
    return method != AuthMethod::None && method != AuthMethod::AuthorizationCode;
}

Result<> Client::checkOnFile() const
{
    if (hasSecret || !takesSecret(method))
        return {};
    return failure(ErrorKind::NoCredential, u"no secret is stored for client %1"_s.arg(clientId));
}

const Client *Issuer::client(const QString &clientId) const
{
    for (const Client &candidate : clients) {
        if (candidate.clientId == clientId)
            return &candidate;
    }
    return nullptr;
}

QString originOf(const QUrl &url)
{
    if (url.host().isEmpty())
        return {};
    const QString scheme = url.scheme().toLower();
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    const QString bracketed = host.contains(u':') && !host.startsWith(u'[') ? u"[%1]"_s.arg(host) : host;
    return u"%1://%2:%3"_s.arg(scheme, bracketed, QString::number(url.port(scheme == "https"_L1 ? 443 : 80)));
}

static bool isLoopback(const QString &host)
{
    if (host == "localhost"_L1 || host == "::1"_L1)
        return true;
    static constexpr auto prefix = "127."_L1;
    if (!host.startsWith(prefix))
        return false;
    const QStringList parts = host.split(u'.');
    if (parts.size() != 4)
        return false;
    for (const QString &part : parts) {
        bool ok = false;
        if (part.toUInt(&ok) > 255 || !ok)
            return false;
    }
    return true;
}

bool isAcceptableUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    const QString scheme = url.scheme().toLower();
    return scheme == "https"_L1 || (scheme == "http"_L1 && isLoopback(url.host().toLower()));
}

static QString withoutTrailingSlash(QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

bool issuerMatches(const QString &issuer, const QUrl &url)
{
    const QString claimed = withoutTrailingSlash(issuer.trimmed());
    if (claimed.isEmpty())
        return false;
    if (!claimed.contains("://"_L1))
        return claimed.compare(withoutTrailingSlash(url.authority() + url.path()), Qt::CaseInsensitive) == 0;
    const QUrl other(claimed, QUrl::StrictMode);
    return other.isValid() && originOf(other) == originOf(url)
        && withoutTrailingSlash(other.path()) == withoutTrailingSlash(url.path()) && !other.hasQuery();
}

} // namespace curfew
