// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

namespace curfew {

//! What a colour says. Red means "someone may still get in" and nothing else.
enum class Tone {
    Plain, //!< the palette's own text colour: says nothing
    Red,
    Amber, //!< ended, can't be checked; or stale
    Green, //!< checked
    Grey, //!< expired, not tried, secondary
};

//! What a tone's colour is used for; text needs more contrast (4.5:1) than icons and borders (3:1).
enum class Use {
    Text,
    Graphic,
    Wash, //!< a quiet background behind ordinary text
};

//! The wash of the accent colour behind what is selected.
[[nodiscard]] QColor selectionWash(const QPalette &palette);

//! \p tone on \p palette's Base or Window, or in a selection; light or dark.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette, Use use = Use::Text);

[[nodiscard]] bool isDark(const QPalette &palette);
//! \p part (0 to 1) of \p over on top of \p under.
[[nodiscard]] QColor mixed(const QColor &under, const QColor &over, double part);
//! WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

} // namespace curfew
