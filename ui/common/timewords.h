// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <chrono>

namespace curfew {

// All take UTC and answer in local time and the given locale's manner.

//! `3 h ago`, `in 41 min`, `just now`; the date beyond a week.
[[nodiscard]] QString relativeTime(const QDateTime &time, const QDateTime &now, const QLocale &locale = {});
//! Date and time with seconds and the zone's abbreviation, for a tool tip or a detail.
[[nodiscard]] QString absoluteTime(const QDateTime &time, const QLocale &locale = {});
//! `14:02:11`, with the date in front when it isn't \p now's day.
[[nodiscard]] QString clockTime(const QDateTime &time, const QDateTime &now, const QLocale &locale = {});
//! `14:43`, with the date in front when it isn't \p now's day: for "may still work until".
[[nodiscard]] QString untilTime(const QDateTime &time, const QDateTime &now, const QLocale &locale = {});
//! `12 s`, `41 min`, `3 h`, `2 days`: the largest unit alone, rounded down; no line ends inside.
[[nodiscard]] QString durationWords(std::chrono::seconds duration, const QLocale &locale = {});

} // namespace curfew
