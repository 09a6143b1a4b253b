// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace curfew {

//! What `--help` prints: of one command (CommandSpec::words), or of the whole where \p command is empty.
[[nodiscard]] QString helpText(const QString &command);

} // namespace curfew
