// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessiongroups.h"

using namespace Qt::StringLiterals;

namespace curfew {

QString bounded(QString text)
{
    constexpr qsizetype limit = 1024;
    if (text.size() <= limit)
        return text;
    text.truncate(text.at(limit - 2).isHighSurrogate() ? limit - 2 : limit - 1);
    return text.append(u'…');
}

QByteArray groupKey(const QStringList &parts)
{
    QByteArray key;
    for (const QString &part : parts) {
        const QByteArray bytes = part.toUtf8();
        key.append(QByteArray::number(bytes.size())).append(':').append(bytes).append(',');
    }
    return key;
}

QString sessionId(const QByteArray &groupKey)
{
    return Fingerprint::of(groupKey).toString();
}

static bool isBefore(const std::optional<QDateTime> &time, const std::optional<QDateTime> &than)
{
    return time && (!than || *time < *than);
}

void SessionGroups::add(ListedToken token, const SessionFacts &facts)
{
    if (!token.token.isNull()) {
        if (m_seen.contains(token.token.fingerprint()))
            return;
        m_seen.insert(token.token.fingerprint());
    }
    const bool bySid = !facts.sid.isEmpty();
    const Key key{bySid ? Grouping::Sid : Grouping::Inferred, token.clientId, bySid ? facts.sid : facts.ip,
                  bySid ? QString() : facts.userAgent};
    qsizetype index = m_index.value(key, -1);
    if (index < 0) {
        index = m_sessions.size();
        m_index.insert(key, index);
        Session session;
        session.id = sessionId(bySid ? groupKey({u"sid"_s, key.client, key.place})
                                     : groupKey({u"inferred"_s, key.client, key.place, key.agent}));
        session.clientId = bounded(token.clientId);
        session.application = bounded(facts.application);
        session.ip = bounded(facts.ip);
        session.userAgent = bounded(facts.userAgent);
        session.grouping = key.grouping;
        m_sessions.append(std::move(session));
    }
    Session &session = m_sessions[index];
    if (isBefore(token.issuedAt, session.issuedAt))
        session.issuedAt = token.issuedAt;
    if (token.expiresAt && (!session.expiresAt || *session.expiresAt < *token.expiresAt))
        session.expiresAt = token.expiresAt;
    token.clientId = session.clientId;
    session.tokens.append(std::move(token));
}

} // namespace curfew
