// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

namespace curfew {

class JournalDatabase;

//! Says no to a file that a newer Curfew or another program made. Writes nothing.
[[nodiscard]] Result<> refuseForeignSchema(const JournalDatabase &database);

//! Makes the tables in an empty file, brings an older file's up to date, and checks that none is missing; inside a
//! transaction.
[[nodiscard]] Result<> makeSchema(const JournalDatabase &database);

} // namespace curfew
