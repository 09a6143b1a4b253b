// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessioncommands.h"

#include "asyncresult.h"
#include "inputs.h"
#include "listingdocument.h"
#include "terminal.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static Result<Token> anchorOf(const CommandLine &line, Terminal &terminal)
{
    return readTokenFile(line.value(u"token-file"_s), terminal);
}

SessionListCommand::~SessionListCommand() = default;

void SessionListCommand::start()
{
    auto access = open(line().value(u"issuer"_s));
    if (!access) {
        fail(access.error());
        return;
    }
    m_access = std::move(*access);
    const auto anchor = anchorOf(line(), terminal());
    if (!anchor) {
        fail(anchor.error());
        return;
    }
    onResult(m_access->list(*anchor), this, [this](const Result<Listing> &listing) {
        if (listing)
            tell(*listing);
        else
            fail(listing.error());
    });
}

void SessionListCommand::tell(Listing listing)
{
    if (listing.sessions.isEmpty())
        listing.warnings.append(u"The issuer lists no sessions. It may answer so for a token that no longer works; "
                                "applications without tokens here and open browser sign-ins don't appear."_s);
    QList<QStringList> rows;
    for (const Session &session : std::as_const(listing.sessions)) {
        rows.append({session.id, session.application, session.userAgent, session.ip, timeText(session.issuedAt),
                     timeText(session.expiresAt), QString::number(session.tokens.size())});
    }
    const QString head = u"%1\n%2: %3, %4"_s.arg(
        environmentBand(m_access->issuer()),
        listing.user().isEmpty() ? u"Person not named"_s : visibleText(listing.user()),
        countOf(listing.sessions.size(), u"session"_s), countOf(listing.tokenCount(), u"token"_s));
    for (const QString &warning : std::as_const(listing.warnings))
        warn(visibleText(warning));
    const QStringList columns{u"SESSION"_s,   u"APPLICATION"_s, u"DEVICE"_s, u"IP ADDRESS"_s,
                              u"SIGNED IN"_s, u"LAST EXPIRY"_s, u"TOKENS"_s};
    print(QJsonDocument(sessionListDocument(m_access->issuer().name, listing)),
          rows.isEmpty() ? head : head + u'\n' + textTable(columns, rows));
    finish(ExitStatus::Good);
}

SessionRevokeCommand::~SessionRevokeCommand() = default;

void SessionRevokeCommand::start()
{
    if (!canBeAgreedTo())
        return;
    auto access = open(line().value(u"issuer"_s));
    if (!access) {
        fail(access.error());
        return;
    }
    m_access = std::move(*access);
    const auto anchor = anchorOf(line(), terminal());
    if (!anchor) {
        fail(anchor.error());
        return;
    }
    m_anchor = *anchor;
    onResult(m_access->list(m_anchor), this, [this](const Result<Listing> &listing) {
        if (listing)
            listed(*listing);
        else
            fail(listing.error());
    });
}

void SessionRevokeCommand::listed(const Listing &listing)
{
    for (const QString &warning : listing.warnings)
        warn(visibleText(warning));
    if (listing.sessions.isEmpty()) {
        askAnchor();
        return;
    }
    Selection selection;
    if (line().has(u"session"_s)) {
        selection.kind = Selection::Kind::Sessions;
        const QStringList wanted = line().values.value(u"session"_s);
        for (const QString &id : wanted) {
            const bool known = std::any_of(listing.sessions.begin(), listing.sessions.end(),
                                           [&](const Session &session) { return session.id == id; });
            if (!known) {
                fail(failure(ErrorKind::InvalidInput,
                             u"session %1 isn't listed (any more); nothing was ended"_s.arg(visibleText(id, 64))));
                return;
            }
            selection.sessions.insert(id);
        }
    }
    Share share;
    share.plan = planFromListing(m_access->issuer(), listing, m_anchor, selection, QDateTime::currentDateTimeUtc());
    share.access = std::move(m_access);
    std::vector<Share> shares;
    shares.push_back(std::move(share));
    carryOut(std::move(shares));
}

// "No sessions" of a dead anchor must not read as "nothing left to end".
void SessionRevokeCommand::askAnchor()
{
    onResult(m_access->look({m_anchor, {}, {}}), this, [this](const Result<Look> &look) {
        if (!look || look->sight != Sight::Alive) {
            fail(failure(ErrorKind::TokenNotKnown,
                         u"the issuer lists no sessions, and the token given can't be shown to be alive"_s));
            return;
        }
        if (line().has(u"session"_s)) {
            fail(failure(ErrorKind::InvalidInput, u"the issuer lists no sessions (any more); nothing was ended"_s));
            return;
        }
        Share share;
        share.plan = planFromListing(m_access->issuer(), {}, m_anchor, {}, QDateTime::currentDateTimeUtc());
        share.access = std::move(m_access);
        std::vector<Share> shares;
        shares.push_back(std::move(share));
        carryOut(std::move(shares));
    });
}

} // namespace curfew
