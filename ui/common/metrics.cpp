// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics.h"

namespace curfew {

QFont fontFor(TextRole role, const QFont &base)
{
    QFont font = base;
    switch (role) {
    case TextRole::Title:
        font.setPointSizeF(base.pointSizeF() * 1.4);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Heading:
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Body:
        break;
    case TextRole::Small:
        font.setPointSizeF(base.pointSizeF() * 0.9);
        break;
    }
    return font;
}

} // namespace curfew
