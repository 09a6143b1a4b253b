// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checkanswer.h"

#include "visibletext.h"
#include "words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

QString authorityText(const Authority &authority)
{
    return u"%1 (SHA-256 %2)"_s.arg(visibleText(authority.name), authority.sha256);
}

static QJsonArray authoritiesArray(const QList<SeenAuthority> &authorities)
{
    const auto name = [](const std::optional<Authority> &who) { return who ? QJsonValue(who->name) : QJsonValue(); };
    const auto hash = [](const std::optional<Authority> &who) { return who ? QJsonValue(who->sha256) : QJsonValue(); };
    QJsonArray array;
    for (const SeenAuthority &seen : authorities) {
        const QJsonObject before{{u"name"_s, name(seen.before)}, {u"sha256"_s, hash(seen.before)}};
        array.append(QJsonObject{{u"origin"_s, seen.origin},
                                 {u"name"_s, name(seen.now)},
                                 {u"sha256"_s, hash(seen.now)},
                                 {u"before"_s, seen.before ? QJsonValue(before) : QJsonValue()}});
    }
    return array;
}

static QJsonObject answerObject(bool tried, const std::optional<Error> &error)
{
    return {{u"ok"_s, tried ? QJsonValue(!error) : QJsonValue()},
            {u"error"_s, error ? errorDocument(*error).value(u"error"_s) : QJsonValue()}};
}

static QString answerText(bool tried, const std::optional<Error> &error)
{
    if (!tried)
        return u"not tried"_s;
    return error ? sentence(*error) : u"yes"_s;
}

static QString yesOrNo(bool can)
{
    return can ? u"yes"_s : u"no"_s;
}

template <typename T>
static std::optional<Error> errorOf(const std::optional<Result<T>> &result)
{
    return result && !result->has_value() ? std::optional(result->error()) : std::nullopt;
}

CheckAnswer::CheckAnswer(const CheckReport &report, IssuerAccess &access)
    : m_report(report)
    , m_issuer(access.issuer())
    , m_discoveryBlocks(access.descriptor().discoveryBlocks)
    , m_discoveryError(errorOf(report.discovery))
    , m_authError(errorOf(report.authentication))
    , m_can(abilitiesOf(access))
{
    if (const auto &metadata = access.provider().discovery())
        m_foreignOrigins = metadata->foreignOrigins;
}

// Whoever is found by name is contained and checked with the operations on people, which no token endpoint shows.
CheckAnswer::Abilities CheckAnswer::abilitiesOf(IssuerAccess &access)
{
    const DeclarativeProvider &provider = access.provider();
    const bool findsPeople = access.descriptor().people.has_value();
    return {provider.canList(), findsPeople || !provider.endpoint(u"revokeToken"_s).isEmpty(),
            findsPeople || provider.canList() || provider.canIntrospect(), findsPeople};
}

QJsonObject CheckAnswer::document() const
{
    return {
        {u"issuer"_s, m_issuer.name},
        {u"discovery"_s, answerObject(m_report.discovery.has_value(), m_discoveryError)},
        {u"authentication"_s, answerObject(m_report.authentication.has_value(), m_authError)},
        {u"authorities"_s, authoritiesArray(m_report.authorities)},
        {u"client_id"_s, m_report.clientId.isEmpty() ? QJsonValue() : QJsonValue(m_report.clientId)},
        {u"breaker"_s, m_report.openBreakers.isEmpty() ? u"closed"_s : u"open"_s},
        {u"foreign_origins"_s, QJsonArray::fromStringList(m_foreignOrigins)},
        {u"can"_s,
         QJsonObject{{u"list"_s, m_can.list},
                     {u"end"_s, m_can.end},
                     {u"verify"_s, m_can.verify},
                     {u"find_people"_s, m_can.findPeople}}},
    };
}

QString CheckAnswer::text() const
{
    QStringList lines{environmentBand(m_issuer)};
    for (const SeenAuthority &seen : m_report.authorities) {
        lines.append(u"%1 is vouched for by: %2"_s.arg(seen.origin, seen.now ? authorityText(*seen.now) : u"nobody"_s));
        if (seen.before)
            lines.append(u"  before it was: "_s + authorityText(*seen.before));
    }
    if (m_report.discovery)
        lines.append(u"Describes itself: "_s + answerText(true, m_discoveryError));
    const Client *client = m_issuer.client(m_report.clientId);
    const bool signsIn = client && client->method == AuthMethod::AuthorizationCode;
    lines.append(u"Accepts the client: "_s
                 + (signsIn ? u"you sign in yourself when you use it"_s
                            : answerText(m_report.authentication.has_value(), m_authError)));
    for (const QString &clientId : m_report.openBreakers)
        lines.append(u"The breaker of client %1 is open: nothing is sent for it. Replace the secret (issuer credential "
                     "add), or run issuer check --try-again."_s.arg(visibleText(clientId)));
    lines.append(u"List: %1 · End: %2 · Check: %3 · By name: %4"_s.arg(m_can.list ? u"with a token"_s : u"no"_s,
                                                                       yesOrNo(m_can.end), yesOrNo(m_can.verify),
                                                                       yesOrNo(m_can.findPeople)));
    return lines.join(u'\n');
}

QStringList CheckAnswer::originsToAccept() const
{
    return m_discoveryBlocks ? m_foreignOrigins : QStringList();
}

ExitStatus CheckAnswer::status() const
{
    ExitStatus status = m_report.openBreakers.isEmpty() ? ExitStatus::Good : ExitStatus::Configuration;
    if (m_discoveryError && m_discoveryBlocks)
        status = graver(status, statusOf(m_discoveryError->kind));
    if (m_authError)
        status = graver(status, statusOf(m_authError->kind));
    return status;
}

} // namespace curfew
