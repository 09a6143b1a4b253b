// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"
#include "result.h"

#include <QFuture>

namespace curfew {

//! Finds the tokens in a pasted text, and wipes it.
[[nodiscard]] Findings readText(QString text);

//! Finds the tokens in a file, in a thread of its own: a HAR may be large. Errors: InvalidInput.
[[nodiscard]] QFuture<Result<Findings>> readFile(const QString &path);

} // namespace curfew
