// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace curfew {

//! Keeps this process's memory from others as far as the system allows: no core dump, and on Linux not dumpable, so
//! that another process of the same user can't attach to it. Call it first in main().
void hardenProcess();

} // namespace curfew
