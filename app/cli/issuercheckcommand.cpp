// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuercheckcommand.h"

#include "asyncresult.h"
#include "credentialstore.h"
#include "terminal.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

IssuerCheckCommand::~IssuerCheckCommand() = default;

void IssuerCheckCommand::start()
{
    const auto issuer = workspace().issuers().find(line().arguments.first());
    if (!issuer) {
        fail(issuer.error());
        return;
    }
    // Here an operator's own descriptor that was changed is looked at, and used again.
    if (!descriptorFor(issuer->provider))
        return;
    auto access = open(*issuer);
    if (!access) {
        fail(access.error());
        return;
    }
    m_access = std::move(*access);
    if (!line().has(u"trust-authority"_s)) {
        check();
        return;
    }
    // What it fails with otherwise the check finds out too, and says in its place.
    onResult(m_access->vouch(), this, [this](const Result<> &vouched) {
        if (vouched || vouched.error().kind != ErrorKind::AuthorityChanged
            || trusts(m_access->authorities().constLast()))
            check();
    });
}

void IssuerCheckCommand::check()
{
    const CheckMode mode = line().has(u"try-again"_s) ? CheckMode::TryAgain : CheckMode::Normal;
    onResult(m_access->check(mode), this, [this](const CheckReport &report) { checked(report); });
}

static QString authorityText(const Authority &authority)
{
    return u"%1 (SHA-256 %2)"_s.arg(visibleText(authority.name), authority.sha256);
}

// Shown with --yes, too: whoever trusts somebody reads, at least afterwards, whom.
bool IssuerCheckCommand::trusts(const SeenAuthority &seen)
{
    warn(u"%1 is vouched for by another certificate authority than before.\n  before: %2\n  now:    %3"_s.arg(
        seen.origin, authorityText(*seen.before), authorityText(*seen.now)));
    if (!mayProceed(u"Whoever holds the new one can read tokens on the way. Trust it from now on?"_s))
        return false;
    const auto trusted = m_access->trust(seen);
    if (!trusted)
        fail(trusted.error());
    return trusted.has_value();
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

void IssuerCheckCommand::checked(const CheckReport &report)
{
    const bool discovered = report.discovery.has_value();
    std::optional<Error> discoveryError;
    if (discovered && !report.discovery->has_value())
        discoveryError = report.discovery->error();
    std::optional<Error> authError;
    if (report.authentication && !report.authentication->has_value())
        authError = report.authentication->error();

    const auto &metadata = m_access->provider().discovery();
    const QStringList foreign = metadata ? metadata->foreignOrigins : QStringList();
    const ProviderDescriptor &descriptor = m_access->descriptor();
    const bool canVerify =
        m_access->provider().canList() || m_access->provider().canIntrospect() || descriptor.people.has_value();
    const QJsonObject document{
        {u"issuer"_s, m_access->issuer().name},
        {u"discovery"_s, answerObject(discovered, discoveryError)},
        {u"authentication"_s, answerObject(report.authentication.has_value(), authError)},
        {u"authorities"_s, authoritiesArray(report.authorities)},
        {u"client_id"_s, report.clientId.isEmpty() ? QJsonValue() : QJsonValue(report.clientId)},
        {u"breaker"_s, report.openBreakers.isEmpty() ? u"closed"_s : u"open"_s},
        {u"foreign_origins"_s, QJsonArray::fromStringList(foreign)},
        {u"can"_s,
         QJsonObject{{u"list"_s, m_access->provider().canList()},
                     {u"end"_s, !m_access->provider().endpoint(u"revokeToken"_s).isEmpty()},
                     {u"verify"_s, canVerify},
                     {u"find_people"_s, descriptor.people.has_value()}}},
    };
    QStringList lines{environmentBand(m_access->issuer())};
    for (const SeenAuthority &seen : report.authorities) {
        lines.append(u"%1 is vouched for by: %2"_s.arg(seen.origin, seen.now ? authorityText(*seen.now) : u"nobody"_s));
        if (seen.before)
            lines.append(u"  before it was: "_s + authorityText(*seen.before));
    }
    if (discovered)
        lines.append(u"Describes itself: "_s + answerText(true, discoveryError));
    const Client *client = m_access->issuer().client(report.clientId);
    const bool signsIn = client && client->method == AuthMethod::AuthorizationCode;
    lines.append(u"Accepts the client: "_s
                 + (signsIn ? u"you sign in yourself when you use it"_s
                            : answerText(report.authentication.has_value(), authError)));
    for (const QString &clientId : report.openBreakers)
        lines.append(u"The breaker of client %1 is open: nothing is sent for it. Replace the secret (issuer credential "
                     "add), or run issuer check --try-again."_s.arg(visibleText(clientId)));
    lines.append(u"List: %1 · End: %2 · Check: %3 · By name: %4"_s.arg(
        m_access->provider().canList() ? u"with a token"_s : u"no"_s,
        !m_access->provider().endpoint(u"revokeToken"_s).isEmpty() || descriptor.people ? u"yes"_s : u"no"_s,
        canVerify ? u"yes"_s : u"no"_s, descriptor.people ? u"yes"_s : u"no"_s));
    print(QJsonDocument(document), lines.join(u'\n'));

    if (!foreign.isEmpty() && descriptor.discoveryBlocks) {
        acceptOrigins(foreign);
        return;
    }
    ExitStatus status = report.openBreakers.isEmpty() ? ExitStatus::Good : ExitStatus::Configuration;
    if (discoveryError && descriptor.discoveryBlocks)
        status = graver(status, statusOf(discoveryError->kind));
    if (authError)
        status = graver(status, statusOf(authError->kind));
    finish(status);
}

// Asked once: afterwards the origins belong to the issuer, and the stored secrets may go there.
void IssuerCheckCommand::acceptOrigins(const QStringList &origins)
{
    const QString question =
        u"Endpoints of this issuer are at %1. Tokens and secrets would be sent there. Accept?"_s.arg(
            origins.join(u", "_s));
    const bool accepted = !isDryRun()
        && (line().has(u"yes"_s) || (terminal().canAsk() && terminal().confirm(question) == Terminal::Consent::Given));
    if (!accepted) {
        warn(u"endpoints at %1 were not accepted; nothing is sent there. Run issuer check --yes to accept them"_s.arg(
            origins.join(u", "_s)));
        finish(ExitStatus::Configuration);
        return;
    }
    const Issuer before = m_access->issuer();
    const auto edited = workspace().issuers().change(before.name, [&origins](Issuer &issuer) -> Result<> {
        issuer.acceptedOrigins += origins;
        issuer.acceptedOrigins.removeDuplicates();
        return {};
    });
    if (!edited) {
        warn(sentence(edited.error()));
        finish(statusOf(edited.error().kind));
        return;
    }
    JournalEvent event;
    event.kind = JournalEventKind::IssuerChanged;
    event.issuer = before.name;
    event.detail = u"accepted "_s + origins.join(u' ');
    onResult(workspace().journal().record(event), this, [this, before](const Result<> &recorded) {
        if (!recorded)
            warn(sentence(recorded.error()));
        const bool stored = std::any_of(before.clients.begin(), before.clients.end(),
                                        [](const Client &client) { return client.hasSecret; });
        if (stored)
            warn(
                u"stored secrets were given for the earlier addresses alone: add them again with issuer credential add"_s);
        finish(recorded ? ExitStatus::Good : statusOf(recorded.error().kind));
    });
}

} // namespace curfew
