// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace curfew {

//! What is wanted of an action that was interrupted.
enum class TakeUp {
    Check, //!< *Check now*: looks at what may have been sent, and sends nothing
    SendAgain, //!< *Send again…*: looks first, then ends what isn't seen dead
};

} // namespace curfew
