// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvtext.h"

#include "visibletext.h"

#include <limits>

namespace curfew {

using namespace Qt::StringLiterals;

static bool startsFormula(const QString &cell)
{
    // Full-width forms too: spreadsheets with an East Asian locale take them for the ASCII ones.
    constexpr QStringView starters = u"=+-@\uff1d\uff0b\uff0d\uff20";
    for (const QChar c : cell) {
        if (c == '\t'_L1 || c == '\r'_L1 || c == '\n'_L1)
            return true;
        if (!c.isSpace()) // importers trim leading blanks
            return starters.contains(c);
    }
    return false;
}

static QString csvCell(const QString &text)
{
    // Whole: an export keeps what a screen would cut.
    QString cell = visibleText(text, std::numeric_limits<qsizetype>::max());
    if (startsFormula(text))
        cell.prepend('\''_L1);
    const bool quoted =
        cell.contains('"'_L1) || cell.contains(','_L1) || cell.startsWith(' '_L1) || cell.endsWith(' '_L1);
    if (!quoted)
        return cell;
    return u"\"%1\""_s.arg(cell.replace('"'_L1, "\"\""_L1));
}

QByteArray csvRecord(const QStringList &cells)
{
    QStringList safe;
    safe.reserve(cells.size());
    for (const QString &cell : cells)
        safe.append(csvCell(cell));
    return safe.join(','_L1).toUtf8() + "\r\n";
}

} // namespace curfew
