// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace curfew {

//! A short name for the device behind a User-Agent header: `Chrome·Win`, `Safari·iPhone`, `curl/8.5`. It is what the
//! client says of itself, so it helps to tell sessions apart and proves nothing. Empty for an empty header; at most
//! 32 characters, nothing invisible among them.
[[nodiscard]] QString deviceName(QStringView userAgent);

} // namespace curfew
