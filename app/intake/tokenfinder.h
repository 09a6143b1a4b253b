// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"

#include <QByteArrayView>

namespace curfew {

//! The largest text that findTokens() reads: 64 MiB, a long HAR.
inline constexpr qsizetype largestIntake = 64 * 1024 * 1024;

//! Finds the tokens in what people really have: a token, `Bearer …`, an `Authorization` header, a token response in
//! JSON, a cURL line, a HAR, a URL or a log with tokens in it. Pure and bounded; every copy it makes is wiped, the
//! caller wipes \p text.
[[nodiscard]] Findings findTokens(QByteArrayView text);

} // namespace curfew
