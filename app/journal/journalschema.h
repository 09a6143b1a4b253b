// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

namespace curfew {

class JournalDatabase;

//! Says no to a file that a newer Curfew or another program made, and calls it damaged where anything but what this
//! Curfew's tables are made of stands in its schema: a view or a trigger would answer in their place. Writes nothing.
[[nodiscard]] Result<> refuseForeignSchema(const JournalDatabase &database);

//! As refuseForeignSchema(), inside a transaction.
[[nodiscard]] Result<> checkSchema(const JournalDatabase &database);

//! Makes the tables in an empty file, or brings an older file's up to date; inside a transaction.
[[nodiscard]] Result<> makeSchema(const JournalDatabase &database);

} // namespace curfew
