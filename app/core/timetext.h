// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonValue>

#include <optional>

namespace curfew {

//! RFC 3339 in UTC with whole seconds, `2026-03-01T14:02:11Z`; empty for an invalid time.
[[nodiscard]] QString toRfc3339(const QDateTime &time);

//! As toRfc3339, or JSON null when \p time is absent or invalid.
[[nodiscard]] QJsonValue toJson(const std::optional<QDateTime> &time);

//! Reads Unix seconds from a JSON number, or from a string of digits as some issuers send them.
//! \return nothing for another type, and for a value outside the years 1970 to 9999
[[nodiscard]] std::optional<QDateTime> timeFromUnixSeconds(const QJsonValue &value);

} // namespace curfew
