// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace curfew {

std::optional<JsonPointer> JsonPointer::parse(const QString &text)
{
    JsonPointer pointer;
    if (text.isEmpty())
        return pointer;
    if (!text.startsWith(u'/'))
        return std::nullopt;
    QStringList segments = text.sliced(1).split(u'/');
    for (QString &segment : segments) {
        for (qsizetype at = segment.indexOf(u'~'); at >= 0; at = segment.indexOf(u'~', at + 1)) {
            const QStringView code = QStringView(segment).mid(at + 1, 1);
            if (code != u"0" && code != u"1")
                return std::nullopt;
        }
        // In this order, so that `~01` becomes `~1` and not `/` (section 4).
        segment.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        pointer.m_segments.append(segment);
    }
    return pointer;
}

QJsonValue JsonPointer::in(const QJsonValue &value) const
{
    QJsonValue current = value;
    for (const QString &segment : m_segments) {
        if (current.isObject()) {
            current = current[segment];
        } else if (current.isArray()) {
            bool ok = false;
            const qsizetype index = segment.toLongLong(&ok);
            current = ok ? current.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            return QJsonValue(QJsonValue::Undefined);
        }
    }
    return current;
}

} // namespace curfew
