// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequest.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace curfew {

//! When the same request is sent again (docs/cli.md, "Retries and breaker"). Pure: time and noise are arguments.
struct RetryPolicy {
    int attempts = 4; //!< at most, the first one included
    std::chrono::milliseconds base{500};
    std::chrono::milliseconds ceiling{8000};
    std::chrono::seconds retryAfterLimit{60}; //!< a longer Retry-After ends the request instead

    //! \return how long to wait after attempt number \p attempt (from 1) ended with \p response; nothing when it is
    //! final. 429, 5xx, NoConnection and NoAnswer are repeated. \p noise is in [0, 1).
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayAfter(int attempt, const Result<HttpResponse> &response,
                                                                      Repeat repeat, double noise) const;
    //! base · 2^(attempt − 1) give or take half of it, at most the ceiling.
    [[nodiscard]] std::chrono::milliseconds backOff(int attempt, double noise) const;
};

//! Reads an HTTP-date (RFC 9110 section 5.6.7): IMF-fixdate, or the obsolete RFC 850 and asctime forms.
//! A two-digit year more than 50 years after \p now is one of the century before.
//! \return UTC; invalid when \p value is none of the three
[[nodiscard]] QDateTime parseHttpDate(QByteArrayView value, const QDateTime &now);

//! Reads Retry-After (RFC 9110 section 10.2.3): a number of seconds, or an HTTP-date compared with \p now.
//! \return the delay from \p now, never negative; nothing when the value is neither
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, const QDateTime &now);

} // namespace curfew
