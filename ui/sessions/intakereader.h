// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"
#include "result.h"

#include <QFuture>

namespace curfew {

//! Finds the tokens in a pasted text, and wipes it.
[[nodiscard]] Findings readText(QString text);

//! Whether reading \p text takes longer than a window may stand still.
[[nodiscard]] bool isLongText(QStringView text);
//! readText() in a thread of its own. No errors.
[[nodiscard]] QFuture<Result<Findings>> readLongText(QString text);

//! Finds the tokens in a file, in a thread of its own: a HAR may be large. Errors: InvalidInput.
[[nodiscard]] QFuture<Result<Findings>> readFile(const QString &path);

} // namespace curfew
