// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personname.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || QStringView(u" .-_'’@+").contains(c);
}

//! One label after another, as a domain is written.
static bool isDomain(QStringView text)
{
    const auto isLabel = [](QStringView label) {
        return !label.isEmpty()
            && std::all_of(label.begin(), label.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
    };
    const QList<QStringView> labels = text.split(u'.');
    return std::all_of(labels.begin(), labels.end(), isLabel);
}

enum class Kind { Lower, Upper, Digit };

static Kind kindOf(QChar c)
{
    if (c.isNumber())
        return Kind::Digit;
    return c.isUpper() ? Kind::Upper : Kind::Lower;
}

//! Whether letters and digits without anything between them look drawn by lot: long and mixed, or ever changing.
static bool looksDrawn(QStringView run)
{
    constexpr qsizetype longestMixed = 15;
    constexpr qsizetype longestWord = 30;
    constexpr qsizetype shortestDrawn = 12;
    if (run.size() > longestWord)
        return true;
    const auto isNumber = [](QChar c) { return c.isNumber(); };
    const auto numbers = std::count_if(run.begin(), run.end(), isNumber);
    if (run.size() > longestMixed && numbers > 0)
        return true;
    qsizetype changes = 0;
    for (qsizetype i = 1; i < run.size(); ++i)
        changes += kindOf(run.at(i)) != kindOf(run.at(i - 1));
    return run.size() >= shortestDrawn && changes * 3 > run.size();
}

static bool hasDrawnPart(QStringView text)
{
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && (text.at(at).isLetterOrNumber() || text.at(at).isMark()))
            continue;
        if (looksDrawn(text.sliced(begin, at - begin)))
            return true;
        begin = at + 1;
    }
    return false;
}

//! Five groups of hexadecimal digits: a person's id at some services, an access token at others.
static bool isUuid(QStringView text)
{
    return text.size() == 36 && text.count(u'-') == 4;
}

bool isPersonName(QStringView text)
{
    constexpr qsizetype longest = 64;
    text = text.trimmed();
    if (text.isEmpty() || text.size() > longest || !std::all_of(text.begin(), text.end(), isNameCharacter))
        return false;
    if (text.startsWith(u"eyJ") || text.startsWith(u"bearer ", Qt::CaseInsensitive) || isUuid(text))
        return false;
    const bool anyLetter = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    const qsizetype at = text.indexOf(u'@');
    if (at < 0) // a plus sign stands in Base64, and in addresses
        return anyLetter && !text.contains(u'+') && !hasDrawnPart(text);
    return at > 0 && text.count(u'@') == 1 && !text.contains(u' ') && isDomain(text.sliced(at + 1));
}

} // namespace curfew
