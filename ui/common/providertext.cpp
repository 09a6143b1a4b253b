// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providertext.h"

#include "visibletext.h"

#include <QLocale>

namespace curfew {

QString providerText(const LocalizedText &text)
{
    constexpr qsizetype longest = 600;
    const bool german = QLocale().language() == QLocale::German && !text.german.isEmpty();
    return visibleText(german ? text.german : text.english, longest);
}

} // namespace curfew
