// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containsummary.h"

namespace curfew {

//! What came of containing somebody, counted over all services.
struct ContainCounts {
    int working = 0; //!< sessions seen alive after they were to be ended, at once or later
    int open = 0; //!< sessions that may be
    int since = 0;
    int consents = 0; //!< not taken back
    QStringList unblocked; //!< services at which the sign-in isn't blocked
    QStringList notSignedOut; //!< services that list no session, and at which signing out everywhere failed
    ContainSteps leftOpen; //!< steps that were left out, although there was something to block or to end
    bool leavesSignIn = false; //!< the sign-in that was left out may be open
    QStringList blind; //!< services that show no sessions
    QStringList unread; //!< services whose sessions nobody has seen, before or after
    QStringList unreadConsents; //!< services whose consents nobody has seen
    QStringList partlyRead; //!< services that listed something that could not be read
    QStringList unlooked; //!< services that show some, and weren't looked at again
    int unproven = 0; //!< steps that the service says are done
    int contained = 0; //!< services

    [[nodiscard]] bool isOpen() const
    {
        return working + open + since + consents > 0 || !unblocked.isEmpty() || !notSignedOut.isEmpty();
    }
};

[[nodiscard]] ContainCounts countContained(const ContainedFacts &facts);

[[nodiscard]] bool isOpenStep(const ItemRecord &item); //!< what it was to end, or to block, may still be open
//! Nobody has seen the sessions there, neither before nor after.
[[nodiscard]] bool isUnread(const ContainedShare &share);
//! What could not be checked of sessions, where none of them could be read.
[[nodiscard]] bool isToldAsUnread(const ContainedShare &share, const ContainItem &item);
//! Signing out everywhere: where browser sessions are listed, each says for itself what that came to.
[[nodiscard]] bool isToldBySessions(const ContainedShare &share, qsizetype index);

} // namespace curfew
