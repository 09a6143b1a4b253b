// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace curfew {

//! \p text as it may be shown on a screen or a terminal: control characters become their pictures (U+2400 block),
//! bidirectional controls, zero-width and other format characters become `⟨U+202E⟩`, line ends become `␊`;
//! cut to \p limit characters with an ellipsis.
[[nodiscard]] QString visibleText(QStringView text, qsizetype limit = 1024);

} // namespace curfew
