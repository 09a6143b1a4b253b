// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain.h"

#include <QDeadlineTimer>
#include <QFuture>

namespace curfew {

//! One job of QtKeychain each, with a deadline beside it, since QtKeychain has none. A job that doesn't end in time is
//! left to end later: deleting it in flight would be a use-after-free. Values are always binary: text and binary under
//! one key are two entries. Not reading what the platform does wrongly around a job is SystemKeychain's business.
[[nodiscard]] QFuture<Result<SecretPtr>> readEntry(const QString &key, QDeadlineTimer until);
[[nodiscard]] QFuture<Result<>> writeEntry(const QString &key, const Secret &value, QDeadlineTimer until);
[[nodiscard]] QFuture<Result<>> deleteEntry(const QString &key, QDeadlineTimer until);

} // namespace curfew
