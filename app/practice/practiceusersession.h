// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicetokens.h"

namespace curfew {

//! One person's session at an issuer, with the applications entered through it.
struct PracticeUserSession {
    QString id;
    QString person; //!< log-in name
    QString ip;
    QDateTime startedAt; //!< UTC
    QDateTime lastAccess; //!< UTC
    QStringList clientIds; //!< no client twice
    QStringList keys; //!< of its client sessions
};

//! The sessions of \p person (of everybody when empty), by id. A client session lives while its refresh token works,
//! and the session while one of its client sessions does.
[[nodiscard]] QList<PracticeUserSession> practiceUserSessions(const PracticeTokens &tokens, PracticeSession::Kind kind,
                                                              const QString &person, const QDateTime &now);

} // namespace curfew
