// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <chrono>

namespace curfew {

//! At most \a requests arrivals in any \a window, as an issuer counts them.
struct RateLimit {
    int requests = 0; //!< at least 1
    std::chrono::milliseconds window{0}; //!< more than 0

    bool operator==(const RateLimit &) const = default;
};

//! Spreads requests so that no sliding window ever sees more than its limit. Pure: the time is an argument.
//!
//! Each limit is a virtual schedule (GCRA, ITU-T I.371): a burst of at most 20, then an even pace just under the limit.
//! The pace is slower than the limit by at most 2.9%, which pays for the burst and for requests that overtake each
//! other on the way: 70% of it, at most 250 ms a window, is for jitter in delivery.
class Pacer {
public:
    using Clock = std::chrono::steady_clock;

    explicit Pacer(const QList<RateLimit> &limits = {});

    //! \return how long to wait from \p now until one more request may be sent; 0 when it may go at once
    [[nodiscard]] std::chrono::milliseconds delayUntilNext(Clock::time_point now) const;
    //! One request was sent at \p now, whether or not it was due.
    void sent(Clock::time_point now);
    //! The issuer said 429 although the limits were kept, or none is known: halves the pace of the last requests, and
    //! quarters it where that wasn't enough within 10 s, down to one a minute. It goes up by a third after every 30 s
    //! without another one. A second call within a second is ignored: one overrun draws many answers.
    void slowDown(Clock::time_point now);

    //! \return the least time that \p requests take, however fast the issuer answers
    [[nodiscard]] std::chrono::milliseconds expectedFor(int requests) const;

private:
    using Duration = std::chrono::nanoseconds;
    struct Schedule {
        Duration interval{0};
        Duration tolerance{0}; //!< how far before its time a request may go
        Clock::time_point due; //!< when the next request is due
    };
    [[nodiscard]] Duration penalty(Clock::time_point now) const;

    QList<Schedule> m_schedules;
    Clock::time_point m_lastSent;
    Duration m_usualGap{0}; //!< moving average between the last requests
    Duration m_penalty{0}; //!< least gap after a slow-down; 0 when there was none
    Clock::time_point m_slowedAt;
};

} // namespace curfew
