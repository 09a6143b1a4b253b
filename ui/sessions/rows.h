// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace curfew {

//! What a row of the table is, and so what is ended.
enum class Rows { Sessions, Tokens };

} // namespace curfew
