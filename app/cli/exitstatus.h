// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"
#include "journalrecord.h"

namespace curfew {

//! docs/cli.md, "Exit status". A call that earns several ends with the first of this list.
enum class ExitStatus {
    Good = 0,
    NotAllEnded = 1, //!< at least one item ended other than revoked, accepted, already_invalid
    Usage = 2,
    Configuration = 3, //!< unknown issuer, no keychain where one is needed, secret missing, a client refused
    Unreachable = 4, //!< the issuer could not be reached or made no sense, before anything was sent to end something
    JournalDamaged = 5,
    Interrupted = 130,
};

//! The one of the two that a call with both ends with.
[[nodiscard]] ExitStatus graver(ExitStatus one, ExitStatus other);

//! What a command that failed with \p kind before it ended anything ends with.
[[nodiscard]] ExitStatus statusOf(ErrorKind kind);

//! Good or NotAllEnded.
[[nodiscard]] ExitStatus statusOf(const QList<ItemRecord> &items);

} // namespace curfew
