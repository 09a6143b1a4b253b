// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QFontMetrics>

#include <algorithm>

namespace curfew {

// The 8 px grid, in device independent pixels.
inline constexpr int groupSpacing = 8; //!< inside a group
inline constexpr int sectionSpacing = 16; //!< between groups
inline constexpr int pageMargin = 24; //!< at the edges of a page or dialog

//! Height of a comfortable table row; grows with the font, so that 200% text fits.
[[nodiscard]] inline int rowHeight(const QFontMetrics &metrics)
{
    return std::max(28, metrics.height() + 10);
}

//! The three sizes and two weights that there are. All follow the system's own font.
enum class TextRole {
    Title, //!< the one headline of a page or dialog: larger, semi-bold
    Heading, //!< of a group: normal size, semi-bold
    Body,
    Small, //!< secondary: smaller
};

[[nodiscard]] QFont fontFor(TextRole role, const QFont &base);

} // namespace curfew
