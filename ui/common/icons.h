// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QIcon>

namespace curfew {

//! The one family: 16 px grid, 1.5 px stroke, drawn in the palette's colour at the moment of painting.
enum class Icon {
    // States: the shape says the same as the colour.
    Active, //!< filled dot
    Expired, //!< ring
    Ended, //!< check in a circle: ended and checked
    EndedUnchecked, //!< check without a circle: the service says so
    Inactive, //!< half-filled circle: not active here
    StillWorks, //!< filled triangle with a mark
    Refused, //!< circle with a bar
    NotEnded, //!< cross in a circle
    Unclear, //!< question mark in a circle
    NotTried, //!< dash in a circle
    Waiting, //!< clock
    Ending, //!< arrow into a bar
    Checking, //!< eye
    // Marks
    Anchor, //!< flag: the session of the token that was given
    Differs, //!< diamond: differs from the rest
    Warning, //!< triangle, not filled
    Info,
    // Services
    Ready,
    NeedsCredential,
    Locked,
    Unreachable,
    // Things and actions
    Add,
    ChevronDown,
    ChevronRight,
    Close,
    Copy,
    Edit,
    Export,
    Filter,
    Help,
    Journal,
    Key,
    Practice,
    Refresh,
    Remove,
    Report,
    Search,
    Service,
    Sessions,
    Stop,
    Unlock,
    Verify,
};

//! Sharp at every scale; follows a change of the palette by itself.
[[nodiscard]] QIcon icon(Icon icon, Tone tone = Tone::Plain);
//! The program's own, in its own colours.
[[nodiscard]] QIcon applicationIcon();
//! The resource behind \p icon, `:/icons/<name>.svg`.
[[nodiscard]] QString iconPath(Icon icon);

} // namespace curfew
