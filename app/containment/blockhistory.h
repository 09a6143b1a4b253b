// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "person.h"
#include "result.h"

#include <QFuture>

class QObject;

namespace curfew {

class Journal;

//! Whether a person could sign in before Curfew blocked the account, as the journal knows it.
enum class EarlierState {
    NotRecorded, //!< Curfew didn't block this account, or has let it in again since
    MayHaveSignedIn, //!< it was open, or nobody knew: letting it in restores that
    WasBlocked, //!< somebody else had blocked it before
};

//! Looks for the last block of \p person at \p issuer. Errors: those of the journal.
[[nodiscard]] QFuture<Result<EarlierState>> earlierState(Journal &journal, const QString &issuer, const Person &person,
                                                         QObject *context);

} // namespace curfew
