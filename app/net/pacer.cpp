// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pacer.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace curfew {

static constexpr int greatestBurst = 20;
static constexpr auto greatestJitter = 250ms;
static constexpr auto longestPause = 1s; // that still says something about the pace
static constexpr auto greatestGap = 60s; // one a minute
static constexpr auto penaltyEases = 30s;
static constexpr double easing = 0.75; // a small step: each that goes too far draws another 429

Pacer::Pacer(const QList<RateLimit> &limits)
{
    for (const RateLimit &limit : limits) {
        Q_ASSERT(limit.requests > 0 && limit.window > 0ms);
        // Any half-open span of length s sees at most ceil((s + tolerance) / interval) requests leave. A window of
        // arrivals corresponds to a span longer by the jitter; so this interval keeps the limit exactly.
        const Duration window = limit.window;
        const Duration slack = window * 29 / 1000;
        const Duration jitter = std::min<Duration>(greatestJitter, slack * 7 / 10);
        const Duration tolerance = std::min(slack - jitter, window * (greatestBurst - 1) / limit.requests);
        const Duration interval = (window + jitter + tolerance) / limit.requests + Duration(1);
        m_schedules.append({interval, tolerance, {}});
    }
}

std::chrono::milliseconds Pacer::delayUntilNext(Clock::time_point now) const
{
    Clock::time_point next = now;
    for (const Schedule &schedule : m_schedules)
        next = std::max(next, schedule.due - schedule.tolerance);
    if (const Duration gap = penalty(now); gap > 0ns)
        next = std::max(next, m_lastSent + gap);
    return std::chrono::ceil<std::chrono::milliseconds>(next - now);
}

void Pacer::sent(Clock::time_point now)
{
    for (Schedule &schedule : m_schedules)
        schedule.due = std::max(schedule.due, now) + schedule.interval;
    if (m_lastSent != Clock::time_point()) {
        const Duration gap = std::min<Duration>(now - m_lastSent, longestPause);
        m_usualGap += (gap - m_usualGap) / 16;
    }
    m_lastSent = now;
}

void Pacer::slowDown(Clock::time_point now)
{
    if (m_penalty > 0ns && now - m_slowedAt < 1s)
        return;
    const Duration least = 20ms; // a burst without gaps has no pace to halve
    const bool isFarOff = m_penalty > 0ns && now - m_slowedAt < 10s; // halving again and again costs attempts
    m_penalty = std::clamp<Duration>((isFarOff ? 4 : 2) * std::max(penalty(now), m_usualGap), least, greatestGap);
    m_slowedAt = now;
}

Pacer::Duration Pacer::penalty(Clock::time_point now) const
{
    const auto steps = std::clamp<qint64>((now - m_slowedAt) / penaltyEases, 0, 1000);
    const Duration gap(qint64(double(m_penalty.count()) * std::pow(easing, double(steps))));
    return gap < 2ms ? Duration(0) : gap;
}

std::chrono::milliseconds Pacer::expectedFor(int requests) const
{
    Duration longest{0};
    for (const Schedule &schedule : m_schedules)
        longest = std::max(longest, schedule.interval * (requests - 1) - schedule.tolerance);
    return std::chrono::ceil<std::chrono::milliseconds>(longest);
}

} // namespace curfew
