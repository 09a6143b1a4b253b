// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace curfew {

//! What one page is busy with, for the window's quiet line.
struct Activity {
    QString text; //!< counts, pace and time left, in words
    qsizetype done = 0;
    qsizetype total = 0; //!< 0: no end is known
    bool running = false;
    bool stoppable = false;
    bool stopping = false; //!< Stop was taken; what is in flight is waited for

    bool operator==(const Activity &) const = default;
};

} // namespace curfew
