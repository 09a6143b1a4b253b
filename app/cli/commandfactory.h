// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

#include <memory>

namespace curfew {

//! The command that \p context's line names.
[[nodiscard]] std::unique_ptr<Command> makeCommand(CommandContext context);

} // namespace curfew
