// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuercheckcommand.h"

#include "asyncresult.h"
#include "checkanswer.h"
#include "terminal.h"
#include "words.h"
#include "workspace.h"

#include <QJsonDocument>

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

void IssuerCheckCommand::checked(const CheckReport &report)
{
    const CheckAnswer answer(report, *m_access);
    print(QJsonDocument(answer.document()), answer.text());
    if (const QStringList origins = answer.originsToAccept(); !origins.isEmpty())
        acceptOrigins(origins);
    else
        finish(answer.status());
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
