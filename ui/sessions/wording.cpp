// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording.h"

#include "visibletext.h"

#include <QLocale>

namespace curfew {

QString providerText(const LocalizedText &text)
{
    constexpr qsizetype longest = 600;
    const bool german = QLocale().language() == QLocale::German && !text.german.isEmpty();
    return visibleText(german ? text.german : text.english, longest);
}

bool isDeadAnchor(const Error &error)
{
    return error.kind == ErrorKind::TokenNotKnown
        || (error.kind == ErrorKind::Refused && (error.httpStatus == 400 || error.httpStatus == 401));
}

} // namespace curfew
