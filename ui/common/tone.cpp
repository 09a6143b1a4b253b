// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tone.h"

#include <algorithm>
#include <cmath>

namespace curfew {

namespace {

struct Shades {
    QRgb light;
    QRgb dark;
};

} // namespace

static Shades shadesOf(Tone tone, Use use)
{
    const bool text = use == Use::Text;
    switch (tone) {
    case Tone::Red:
        return {0xffb3261e, text ? 0xffff9a90 : 0xffff7a6e};
    case Tone::Amber:
        return {text ? 0xff855500 : 0xffb06f00, 0xfff0b84a};
    case Tone::Green:
        return {text ? 0xff1a6a34 : 0xff1f8442, 0xff74cf92};
    case Tone::Plain:
    case Tone::Grey:
        break;
    }
    return {text ? 0xff5c636d : 0xff7a818b, text ? 0xffa3aab4 : 0xff8b929c};
}

QColor mixed(const QColor &under, const QColor &over, double part)
{
    const auto channel = [part](int below, int above) {
        return static_cast<int>(std::lround(below + (above - below) * part));
    };
    return QColor(channel(under.red(), over.red()), channel(under.green(), over.green()),
                  channel(under.blue(), over.blue()));
}

static double luminance(const QColor &color)
{
    const auto linear = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

QColor selectionWash(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Active, QPalette::Highlight), 0.18);
}

// A system's own palette may be anything: what doesn't stand out enough is moved towards the text's colour.
static QColor readable(QColor color, const QPalette &palette, double ratio)
{
    const QColor text = palette.color(QPalette::Text);
    for (int step = 0; step < 10; ++step) {
        if (contrastRatio(color, palette.color(QPalette::Base)) >= ratio
            && contrastRatio(color, palette.color(QPalette::Window)) >= ratio
            && contrastRatio(color, selectionWash(palette)) >= ratio)
            break;
        color = mixed(color, text, 0.15);
    }
    return color;
}

QColor toneColor(Tone tone, const QPalette &palette, Use use)
{
    if (tone == Tone::Plain && use != Use::Wash)
        return palette.color(QPalette::Text);
    const Shades shades = shadesOf(tone, use == Use::Wash ? Use::Graphic : use);
    const QColor color = QColor::fromRgb(isDark(palette) ? shades.dark : shades.light);
    switch (use) {
    case Use::Text:
        return readable(color, palette, 4.5);
    case Use::Graphic:
        return readable(color, palette, 3.0);
    case Use::Wash:
        break;
    }
    return mixed(palette.color(QPalette::Base), color, 0.09);
}

} // namespace curfew
