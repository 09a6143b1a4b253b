// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace curfew {

//! A program that ran from its start to its end, and what that took.
struct TimedRun {
    int status = -1; //!< -1: it didn't start, or crashed
    std::chrono::nanoseconds startedAt{0}; //!< of the monotonic clock
    std::chrono::nanoseconds took{0};
    std::chrono::nanoseconds processor{0}; //!< all threads, user and system
    qint64 peakKiB = 0; //!< resident memory
    QByteArray out;
    QByteArray err;

    [[nodiscard]] double seconds() const { return std::chrono::duration<double>(took).count(); }
};

//! Runs \p program and waits for it. \p environment is added to this program's own.
[[nodiscard]] TimedRun timedRun(const QString &program, const QStringList &arguments,
                                const QStringList &environment = {});

} // namespace curfew
