// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QList>

#include <chrono>
#include <deque>
#include <optional>

namespace curfew {

//! At most \a requests in any \a window.
struct PracticeRate {
    int requests = 0;
    std::chrono::milliseconds window{0};
};

//! Counts arrivals in sliding windows. A refused arrival counts as well, as it does at real issuers.
class PracticeMeter {
public:
    //! Notes an arrival at \p now.
    //! \return nothing when it is within all \p rates, else how long until the window it exceeds has room
    [[nodiscard]] std::optional<std::chrono::seconds> arrive(const QDateTime &now, const QList<PracticeRate> &rates);

private:
    std::deque<qint64> m_arrivals; //!< milliseconds since the epoch, oldest first
};

} // namespace curfew
