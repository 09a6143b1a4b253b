// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listingdocument.h"

#include "timetext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

static QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

static QJsonObject tokenObject(const ListedToken &listed)
{
    return {
        {u"fingerprint"_s, textOrNull(listed.token.fingerprint().toString())},
        {u"jti"_s, textOrNull(listed.jti)},
        {u"kind"_s, listed.kind == TokenKind::Jwt ? u"jwt"_s : u"opaque"_s},
        {u"grant_type"_s, textOrNull(listed.grantType)},
        {u"scope"_s, textOrNull(listed.scope)},
        {u"issued_at"_s, toJson(listed.issuedAt)},
        {u"expires_at"_s, toJson(listed.expiresAt)},
    };
}

QJsonObject sessionListDocument(const QString &issuer, const Listing &listing)
{
    QJsonArray sessions;
    for (const Session &session : listing.sessions) {
        QJsonArray tokens;
        for (const ListedToken &listed : session.tokens)
            tokens.append(tokenObject(listed));
        sessions.append(QJsonObject{
            {u"id"_s, session.id},
            {u"client_id"_s, textOrNull(session.clientId)},
            {u"application"_s, textOrNull(session.application)},
            {u"ip"_s, textOrNull(session.ip)},
            {u"user_agent"_s, textOrNull(session.userAgent)},
            {u"grouping"_s, session.grouping == Grouping::Sid ? u"sid"_s : u"inferred"_s},
            {u"issued_at"_s, toJson(session.issuedAt)},
            {u"expires_at"_s, toJson(session.expiresAt)},
            {u"tokens"_s, tokens},
        });
    }
    return {{u"issuer"_s, issuer},
            {u"user"_s, textOrNull(listing.user())},
            {u"sessions"_s, sessions},
            {u"warnings"_s, QJsonArray::fromStringList(listing.warnings)}};
}

} // namespace curfew
