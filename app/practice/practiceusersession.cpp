// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceusersession.h"

#include <QMap>

#include <algorithm>

namespace curfew {

static QString sessionId(const PracticeSession &session)
{
    return session.sid.isEmpty() ? session.key : session.sid;
}

QList<PracticeUserSession> practiceUserSessions(const PracticeTokens &tokens, PracticeSession::Kind kind,
                                                const QString &person, const QDateTime &now)
{
    QMap<QString, PracticeUserSession> sessions;
    const QList<PracticeToken> all = person.isEmpty() ? tokens.all() : tokens.givenTo(person);
    for (const PracticeToken &token : all) {
        const PracticeSession &client = token.session;
        if (token.use != PracticeToken::Use::Refresh || client.kind != kind || !PracticeTokens::works(token, now))
            continue;
        const QString id = sessionId(client);
        if (!sessions.contains(id))
            sessions.insert(id, {id, client.person, client.ip, client.startedAt, client.startedAt, {}, {}});
        PracticeUserSession &session = sessions[id];
        session.startedAt = std::min(session.startedAt, client.startedAt);
        if (!session.clientIds.contains(client.clientId))
            session.clientIds.append(client.clientId);
        if (!session.keys.contains(client.key))
            session.keys.append(client.key);
    }
    for (const PracticeToken &token : all) {
        const auto session = sessions.find(sessionId(token.session));
        if (session != sessions.end())
            session->lastAccess = std::max(session->lastAccess, token.issuedAt);
    }
    return sessions.values();
}

} // namespace curfew
