// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuerwords.h"

#include "errortext.h"
#include "visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::IssuerWords)
};

} // namespace

QString methodWords(AuthMethod method, const ProviderDescriptor &descriptor)
{
    switch (method) {
    case AuthMethod::ClientSecretBasic:
        return Words::tr("Client secret, in the header (Basic)");
    case AuthMethod::ClientSecretPost:
        return Words::tr("Client secret, in the body (Post)");
    case AuthMethod::Bearer:
        return descriptor.tokenIsBearer ? Words::tr("The token itself")
                                        : Words::tr("Access token of the client (client credentials)");
    case AuthMethod::TlsClientAuth:
        return Words::tr("Client certificate (.p12)");
    case AuthMethod::AuthorizationCode:
        return Words::tr("Your own sign-in, in the browser");
    case AuthMethod::None:
        break;
    }
    return Words::tr("None (public client)");
}

QString placeWords(KeychainPlace place)
{
    if (place == KeychainPlace::Memory)
        return Words::tr("Kept in memory alone, and gone when practice ends.");
    return Words::tr("Kept in your %1; other programs you run could read it.").arg(keychainPlaceName(place));
}

QUrl urlFromText(const QString &text)
{
    QString trimmed = text.trimmed();
    while (trimmed.endsWith(u'/'))
        trimmed.chop(1);
    return QUrl(trimmed, QUrl::StrictMode);
}

QString urlProblem(const QString &text)
{
    const QUrl url = urlFromText(text);
    if (text.trimmed().isEmpty())
        return Words::tr("Enter the service’s address.");
    if (!url.isValid() || url.host().isEmpty())
        return Words::tr("This is no complete address; it begins with https://.");
    if (!url.userInfo().isEmpty())
        return Words::tr("An address must not hold a user name or password.");
    if (url.hasQuery() || url.hasFragment())
        return Words::tr("Leave out what stands after ? or #.");
    if (!isAcceptableUrl(url))
        return url.scheme() == u"http"_s ? Words::tr("Only https:// is safe; http:// works for this computer alone.")
                                         : Words::tr("The address must begin with https://.");
    return {};
}

bool needsSecret(const Client &client, const ProviderDescriptor &descriptor)
{
    if (!takesSecret(client.method))
        return false;
    return !(client.method == AuthMethod::Bearer && descriptor.tokenIsBearer);
}

static QString endingClients(const Issuer &issuer, const ProviderDescriptor &descriptor)
{
    QStringList clients;
    for (const Client &client : issuer.clients) {
        if (!client.clientId.isEmpty() && (client.hasSecret || !needsSecret(client, descriptor)))
            clients << shortClientId(client.clientId);
    }
    if (clients.isEmpty())
        return descriptor.tokenIsBearer ? Words::tr("with the token itself") : Words::tr("no");
    return Words::tr("applications %1").arg(clients.join(u", "_s));
}

//! Of a service that takes no tokens: all that it does it does by name.
static QStringList abilitiesByName(const ProviderDescriptor &descriptor)
{
    const QString byName = Words::tr("by name");
    const QString no = Words::tr("no");
    return {descriptor.people->has(u"sessions"_s) ? byName : no, byName,
            descriptor.verification.isEmpty() ? no : Words::tr("yes")};
}

static QStringList abilitiesByToken(const CheckReport &report, const Issuer &issuer,
                                    const ProviderDescriptor &descriptor)
{
    const bool discovered = report.discovery && report.discovery->has_value();
    const bool checks = descriptor.needsDiscovery
        ? discovered && (*report.discovery)->endpoints.contains(u"introspectToken"_s)
        : descriptor.introspects();
    const QString no = Words::tr("no");
    return {descriptor.lists() ? Words::tr("with a token") : no, endingClients(issuer, descriptor),
            checks ? Words::tr("yes") : no};
}

static QString capabilities(const CheckReport &report, const Issuer &issuer, const ProviderDescriptor &descriptor,
                            bool usable)
{
    const QString no = Words::tr("no");
    QStringList abilities{no, no, no};
    if (usable)
        abilities =
            descriptor.takesTokens() ? abilitiesByToken(report, issuer, descriptor) : abilitiesByName(descriptor);
    const QStringList parts{
        Words::tr("List: %1").arg(abilities.at(0)),
        Words::tr("End: %1").arg(abilities.at(1)),
        Words::tr("Check: %1").arg(abilities.at(2)),
        Words::tr("By name: %1").arg(usable && descriptor.people ? Words::tr("yes") : no),
    };
    return parts.join(u" · "_s);
}

static bool hasSecret(const Issuer &issuer, const QString &clientId)
{
    const Client *client = issuer.client(clientId);
    return !client || takesSecret(client->method);
}

CheckWords checkWords(const CheckReport &report, const Issuer &issuer, const ProviderDescriptor &descriptor)
{
    const ErrorSubject subject{issuer.name.isEmpty() ? descriptor.name : issuer.name,
                               report.clientId,
                               descriptor.limits.failuresBeforeLockOut,
                               static_cast<int>(descriptor.limits.lockOut.count()),
                               {},
                               hasSecret(issuer, report.clientId),
                               ErrorSubject::Purpose::Configuring};
    CheckWords words;
    if (report.discovery && !report.discovery->has_value() && descriptor.needsDiscovery) {
        words.tone = Tone::Amber;
        words.headline = errorText(report.discovery->error(), subject).sentence();
        words.capabilities = capabilities(report, issuer, descriptor, false);
        return words;
    }
    if (report.authentication && !report.authentication->has_value()) {
        words.tone = Tone::Amber;
        words.headline = errorText(report.authentication->error(), subject).sentence();
        words.capabilities = capabilities(report, issuer, descriptor, false);
        return words;
    }
    if (!report.openBreakers.isEmpty() && !report.authentication) {
        words.tone = Tone::Amber;
        words.headline = errorText(Error{ErrorKind::BreakerOpen, {}, 0, {}}, subject).sentence();
        words.capabilities = capabilities(report, issuer, descriptor, false);
        return words;
    }
    words.headline = report.authentication ? Words::tr("Connected, and the client is accepted.")
                                           : Words::tr("Connected. Nothing was tried that needs a secret.");
    if (!report.authentication && !report.discovery)
        words.headline = Words::tr("The address looks right. This service offers nothing to try without a token.");
    words.capabilities = capabilities(report, issuer, descriptor, true);
    return words;
}

static QString authorityText(const Authority &authority)
{
    constexpr qsizetype longest = 80;
    return Words::tr("%1, SHA-256 %2").arg(visibleText(authority.name, longest), authority.sha256);
}

QString authorityWords(const SeenAuthority &seen)
{
    if (!seen.before || !seen.now)
        return {};
    return Words::tr("Before: %1").arg(authorityText(*seen.before)) + u'\n'
        + Words::tr("Now: %1").arg(authorityText(*seen.now));
}

} // namespace curfew
