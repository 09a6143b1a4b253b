// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "visibletext.h"

using namespace Qt::StringLiterals;

namespace curfew {

static QString marked(char32_t codePoint)
{
    return u"⟨U+%1⟩"_s.arg(QString::number(codePoint, 16).toUpper().rightJustified(4, u'0'));
}

QString visibleText(QStringView text, qsizetype limit)
{
    QString visible;
    visible.reserve(std::min(text.size(), limit));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (visible.size() >= limit) {
            visible.append(u'…');
            break;
        }
        const QChar unit = text[i];
        char32_t codePoint = unit.unicode();
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            codePoint = QChar::surrogateToUcs4(unit, text[++i]);
        if (codePoint < 0x20) {
            visible.append(QChar(ushort(0x2400 + codePoint)));
        } else if (codePoint == 0x7f) {
            visible.append(QChar(u'\u2421'));
        } else {
            switch (QChar::category(codePoint)) {
            case QChar::Other_Control:
            case QChar::Other_Format:
            case QChar::Other_Surrogate:
            case QChar::Other_PrivateUse:
            case QChar::Other_NotAssigned:
            case QChar::Separator_Line:
            case QChar::Separator_Paragraph:
                visible.append(marked(codePoint));
                break;
            default:
                visible.append(QChar::fromUcs4(codePoint));
            }
        }
    }
    return visible;
}

} // namespace curfew
