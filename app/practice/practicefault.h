// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicemessage.h"

#include <QUrl>

#include <chrono>
#include <optional>

namespace curfew {

//! How an answer travels.
enum class PracticeWire {
    Whole,
    Dropped, //!< the connection is cut without a byte of answer
    Truncated, //!< the connection is cut in the middle of the announced body
    Flood //!< a body of `floodBytes`, or one that never ends
};

//! What goes wrong with one request: how it is handled, what is answered, how that travels, and when.
struct PracticeFault {
    enum class Handling {
        Process,
        Pretend, //!< answered like a processed one, but nothing ends
        Ignore //!< the issuer never looks at it
    };

    Handling handling = Handling::Process;
    std::optional<PracticeAnswer> answer; //!< in place of the issuer's own
    PracticeWire wire = PracticeWire::Whole;
    qint64 floodBytes = -1; //!< length of a flood; negative: until the client cuts it
    std::chrono::milliseconds delay{0};

    //! \p retryAfter is the header's value, seconds or an HTTP-date; empty: no such header.
    [[nodiscard]] static PracticeFault tooManyRequests(const QByteArray &retryAfter = {});
    [[nodiscard]] static PracticeFault unavailable(const QByteArray &retryAfter = {}); //!< 503
    [[nodiscard]] static PracticeFault serverError(); //!< 500
    [[nodiscard]] static PracticeFault lie(); //!< the documented success, and nothing ended
    [[nodiscard]] static PracticeFault html(); //!< 200 with the page of a captive portal; not processed
    [[nodiscard]] static PracticeFault emptyObject(); //!< 200 with `{}`; not processed
    [[nodiscard]] static PracticeFault redirect(const QUrl &to); //!< 307, which repeats method and body; not processed
    [[nodiscard]] static PracticeFault bareUnauthorized(); //!< 401 without a body
    [[nodiscard]] static PracticeFault refuse(int status, const QByteArray &error, const QString &description = {});
    [[nodiscard]] static PracticeFault delayed(std::chrono::milliseconds delay); //!< as usual, but late
    [[nodiscard]] static PracticeFault dropUnprocessed();
    [[nodiscard]] static PracticeFault dropAnswer(); //!< processed; the answer is lost
    [[nodiscard]] static PracticeFault truncated(); //!< processed
    [[nodiscard]] static PracticeFault flood(qint64 bytes = -1); //!< not processed

    [[nodiscard]] PracticeFault after(std::chrono::milliseconds wait) const; //!< the same, so much later
    [[nodiscard]] PracticeFault processed() const; //!< the same, but the request takes effect
};

} // namespace curfew
