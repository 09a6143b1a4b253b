// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace curfew {

//! Light or dark, where the system offers no palette of its own.
enum class ColorScheme { Light, Dark };

//! Fusion with this console's measures: rows of 28 px, and a selection that is a wash of the accent colour behind the
//! ordinary text, so that state colours stay readable in it.
class CurfewStyle final : public QProxyStyle {
    Q_OBJECT

public:
    CurfewStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
};

//! Whether the selection is in the view that has the keyboard's focus.
enum class Focus { Active, Inactive };

//! What a selected row is filled with: a wash of the accent colour over the base.
[[nodiscard]] QColor selectionColor(const QPalette &palette, Focus focus);

//! What controls are outlined with: it stands out 3:1 from what is around and inside them.
[[nodiscard]] QColor borderColor(const QPalette &palette);

//! The palette that serves where the system has none.
[[nodiscard]] QPalette ownPalette(ColorScheme scheme);

} // namespace curfew
