// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timetext.h"

using namespace Qt::StringLiterals;

namespace curfew {

QString toRfc3339(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s) : QString();
}

QJsonValue toJson(const std::optional<QDateTime> &time)
{
    return time && time->isValid() ? QJsonValue(toRfc3339(*time)) : QJsonValue();
}

std::optional<QDateTime> timeFromUnixSeconds(const QJsonValue &value)
{
    constexpr double endOfYear9999 = 253402300799.0;
    double seconds = -1;
    if (value.isDouble()) {
        seconds = value.toDouble();
    } else if (value.isString()) {
        bool ok = false;
        seconds = double(value.toString().toLongLong(&ok));
        if (!ok)
            return std::nullopt;
    }
    if (!(seconds >= 0 && seconds <= endOfYear9999)) // also refuses NaN
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(qint64(seconds), Qt::UTC);
}

} // namespace curfew
