// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicetokens.h"

namespace curfew {

void PracticeTokens::add(PracticeToken token)
{
    const auto known = m_byValue.constFind(token.value);
    if (known != m_byValue.cend()) {
        m_tokens[*known] = std::move(token);
        return;
    }
    const qsizetype index = m_tokens.size();
    m_byValue.insert(token.value, index);
    m_byFingerprint.insert(Fingerprint::of(token.value), index);
    m_bySession[token.session.key].append(index);
    m_byPerson[token.session.person].append(index);
    m_tokens.append(std::move(token));
}

const PracticeToken *PracticeTokens::find(const QByteArray &value) const
{
    const auto at = m_byValue.constFind(value);
    return at == m_byValue.cend() ? nullptr : &m_tokens.at(*at);
}

const PracticeToken *PracticeTokens::find(const Fingerprint &fingerprint) const
{
    const auto at = m_byFingerprint.constFind(fingerprint);
    return at == m_byFingerprint.cend() ? nullptr : &m_tokens.at(*at);
}

QList<QByteArray> PracticeTokens::ofPerson(const QString &person) const
{
    QList<QByteArray> values;
    const QList<qsizetype> indexes = m_byPerson.value(person);
    for (const qsizetype index : indexes)
        values.append(m_tokens.at(index).value);
    return values;
}

QList<PracticeToken> PracticeTokens::givenTo(const QString &person) const
{
    QList<PracticeToken> given;
    const QList<qsizetype> indexes = m_byPerson.value(person);
    for (const qsizetype index : indexes)
        given.append(m_tokens.at(index));
    return given;
}

bool PracticeTokens::works(const PracticeToken &token, const QDateTime &now)
{
    return !token.ended && token.expiresAt > now;
}

bool PracticeTokens::look(const QByteArray &value, const QDateTime &now, PracticeLag lag)
{
    const auto at = m_byValue.constFind(value);
    if (at == m_byValue.cend())
        return false;
    PracticeToken &token = m_tokens[*at];
    if (!token.ended || token.expiresAt <= now)
        return works(token, now);
    ++token.looksSinceEnd;
    if (token.looksSinceEnd <= lag.staleLooks)
        return true;
    if (lag.reviveAfterLooks > 0 && token.looksSinceEnd > lag.staleLooks + lag.reviveAfterLooks)
        token.ended = false;
    return works(token, now);
}

void PracticeTokens::endAt(qsizetype index)
{
    PracticeToken &token = m_tokens[index];
    if (m_ending == Ending::Pretended || token.ended)
        return;
    token.ended = true;
    token.looksSinceEnd = 0;
}

void PracticeTokens::end(const QByteArray &value)
{
    const auto at = m_byValue.constFind(value);
    if (at != m_byValue.cend())
        endAt(*at);
}

void PracticeTokens::endSession(const QString &key)
{
    const QList<qsizetype> indexes = m_bySession.value(key);
    for (const qsizetype index : indexes) {
        // An ID token only states who signed in: no revocation endpoint ends it.
        if (m_tokens.at(index).use != PracticeToken::Use::Id)
            endAt(index);
    }
}

void PracticeTokens::endClient(const QString &person, const QString &clientId)
{
    const QList<qsizetype> indexes = m_byPerson.value(person);
    for (const qsizetype index : indexes) {
        if (m_tokens.at(index).session.clientId == clientId && m_tokens.at(index).use != PracticeToken::Use::Id)
            endAt(index);
    }
}

} // namespace curfew
