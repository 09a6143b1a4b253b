// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicemeter.h"

#include <algorithm>

namespace curfew {

std::optional<std::chrono::seconds> PracticeMeter::arrive(const QDateTime &now, const QList<PracticeRate> &rates)
{
    using namespace std::chrono;
    if (rates.isEmpty())
        return std::nullopt;
    const qint64 arrival = now.toMSecsSinceEpoch();
    m_arrivals.push_back(arrival);

    milliseconds longest{0};
    for (const PracticeRate &rate : rates)
        longest = std::max(longest, rate.window);
    while (m_arrivals.front() <= arrival - longest.count())
        m_arrivals.pop_front();

    std::optional<seconds> wait;
    for (const PracticeRate &rate : rates) {
        const auto since = std::upper_bound(m_arrivals.cbegin(), m_arrivals.cend(), arrival - rate.window.count());
        if (std::distance(since, m_arrivals.cend()) > rate.requests) {
            const seconds room = ceil<seconds>(milliseconds(*since + rate.window.count() - arrival));
            wait = std::max(wait.value_or(seconds(1)), room);
        }
    }
    return wait;
}

} // namespace curfew
