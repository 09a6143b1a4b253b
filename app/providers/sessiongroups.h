// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QStringList>

namespace curfew {

//! What a listing says of one token, beyond ListedToken.
struct SessionFacts {
    QString application;
    QString ip;
    QString userAgent;
    QString sid; //!< of the token's own claims; empty where it has none
};

//! Puts the tokens of a listing together into sessions, in the order in which they came: by client and `sid` where the
//! token is a JWT that has one, else, inferred, by client, address and user agent.
class SessionGroups {
public:
    //! \p facts may be of any length: they are cut for the session, never for the grouping.
    void add(ListedToken token, const SessionFacts &facts);
    [[nodiscard]] QList<Session> take() { return std::move(m_sessions); }

private:
    //! The parts of a session's identity.
    struct Key {
        Grouping grouping;
        QString client;
        QString place; //!< `sid`, or the address
        QString agent; //!< empty beside a `sid`
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.client, key.place, key.agent); }
    };
    QList<Session> m_sessions;
    QHash<Key, qsizetype> m_index; //!< parts of the group key → session
    QSet<Fingerprint> m_seen;
};

//! \p text as far as it is worth showing: 1,024 characters.
[[nodiscard]] QString bounded(QString text);

//! The first 16 hex digits of SHA-256 over \p groupKey: an id that is stable between calls.
[[nodiscard]] QString sessionId(const QByteArray &groupKey);
//! The parts of a session's identity, unambiguous whatever they contain: each as `<bytes>:<text>,` (netstrings).
[[nodiscard]] QByteArray groupKey(const QStringList &parts);

} // namespace curfew
