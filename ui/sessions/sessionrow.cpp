// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionrow.h"

#include "devicename.h"
#include "visibletext.h"

#include <algorithm>
#include <map>

namespace curfew {

static TokenRow rowOf(const ListedToken &listed, const QDateTime &now)
{
    TokenRow row;
    row.fingerprint = listed.token.fingerprint();
    row.kind = listed.kind;
    row.grantType = visibleText(listed.grantType, 64);
    row.scope = visibleText(listed.scope, 256);
    row.issuedAt = listed.issuedAt;
    row.expiresAt = listed.expiresAt;
    if (listed.expiresAt && *listed.expiresAt <= now)
        row.state.live = LiveState::Expired;
    return row;
}

QList<SessionRow> rowsOf(const Listing &listing, const Fingerprint &anchor, const QDateTime &now)
{
    constexpr qsizetype longestCell = 128;
    const Session *own = anchor.isNull() ? nullptr : listing.sessionOf(anchor);
    QList<SessionRow> rows;
    rows.reserve(listing.sessions.size());
    for (const Session &session : listing.sessions) {
        SessionRow row;
        row.id = session.id;
        row.clientId = visibleText(session.clientId, longestCell);
        row.application = session.application.isEmpty() ? row.clientId : visibleText(session.application, longestCell);
        row.device = deviceName(session.userAgent);
        row.ip = visibleText(session.ip, 64);
        row.address = networkAddress(session.ip);
        row.issuedAt = session.issuedAt;
        row.expiresAt = session.expiresAt;
        row.isAnchor = &session == own;
        QList<TokenState> states;
        for (const ListedToken &listed : session.tokens) {
            row.tokens.append(rowOf(listed, now));
            states.append(row.tokens.back().state);
        }
        row.state = worstOf(states);
        rows.append(std::move(row));
    }
    markDifferences(rows);
    return rows;
}

//! Counts \p keyOf over all rows; marks the rows whose value stands alone while another value is shared.
template <typename Key, typename KeyOf>
static void markLoners(QList<SessionRow> &rows, Difference difference, KeyOf keyOf)
{
    std::map<Key, int> counts;
    for (const SessionRow &row : rows) {
        if (const auto key = keyOf(row))
            ++counts[*key];
    }
    const bool anyShared =
        std::any_of(counts.begin(), counts.end(), [](const auto &entry) { return entry.second > 1; });
    if (!anyShared)
        return;
    for (SessionRow &row : rows) {
        const auto key = keyOf(row);
        if (key && counts[*key] == 1)
            row.differences |= difference;
    }
}

static std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

void markDifferences(QList<SessionRow> &rows)
{
    for (SessionRow &row : rows)
        row.differences = {};
    constexpr qsizetype fewest = 3;
    if (rows.size() < fewest)
        return;
    markLoners<QString>(rows, Difference::Application,
                        [](const SessionRow &row) { return unlessEmpty(row.application); });
    markLoners<QString>(rows, Difference::Device, [](const SessionRow &row) { return unlessEmpty(row.device); });
    markLoners<NetworkAddress>(rows, Difference::Network, [](const SessionRow &row) {
        return row.address ? std::optional(row.address->network()) : std::nullopt;
    });
}

} // namespace curfew
