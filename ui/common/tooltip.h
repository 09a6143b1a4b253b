// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace curfew {

//! \p text as a tool tip that is never read as markup: Qt guesses, so it gets markup that can't be anything else.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace curfew
