// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providerdescriptor.h"
#include "session.h"

#include <QByteArray>
#include <QDateTime>

namespace curfew {

//! Reads the answer of a list-sessions call. Tolerant of every single field, since a person's sessions must be shown
//! even where one of them is odd; strict about the whole, since a cut listing would hide sessions.
//! The tokens go straight into guarded memory; \p body is wiped. \p takenAt is when the answer came, UTC.
//! Errors: BadResponse when it is no array.
[[nodiscard]] Result<Listing> readListing(const Operation &operation, QByteArray body, const QDateTime &takenAt);

} // namespace curfew
