// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace curfew {

//! Whether what is shown is real.
enum class Mode { Real, Practice };

} // namespace curfew
