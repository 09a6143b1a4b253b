// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figure.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double Figure::ratio() const
{
    const double theirs = median(peers);
    return theirs > 0 ? median(ours) / theirs : 0;
}

bool Figure::isReached() const
{
    return goal == Goal::AtLeast ? ratio() >= target : ratio() <= target;
}

QJsonObject Figure::toJson() const
{
    const auto array = [](const QList<double> &values) {
        QJsonArray all;
        for (const double value : values)
            all.append(value);
        return all;
    };
    return {{u"work"_s, work},
            {u"peer"_s, peer},
            {u"unit"_s, unit},
            {u"ours"_s, array(ours)},
            {u"ours_median"_s, median(ours)},
            {u"peers"_s, array(peers)},
            {u"peer_median"_s, median(peers)},
            {u"ratio"_s, ratio()},
            {u"goal"_s, goal == Goal::AtLeast ? u"at least"_s : u"at most"_s},
            {u"target"_s, target},
            {u"reached"_s, isReached()}};
}

static QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

static QString row(const QString &work, const QString &ours, const QString &peer, const QString &theirs,
                   const QString &ratio, const QString &target)
{
    return work.leftJustified(54) + ours.rightJustified(12) + u"   "_s + peer.leftJustified(34)
        + theirs.rightJustified(12) + ratio.rightJustified(9) + target.rightJustified(9);
}

QString Figure::headLine()
{
    return row(u"work"_s, u"ours"_s, u"peer"_s, u"peer's"_s, u"ratio"_s, u"to reach"_s);
}

QString Figure::toLine() const
{
    const QString bound = (goal == Goal::AtLeast ? u"≥ "_s : u"≤ "_s) + QString::number(target);
    return row(work, number(median(ours)) + u' ' + unit, peer, number(median(peers)) + u' ' + unit,
               QString::number(ratio(), 'f', 3), bound)
        + (isReached() ? u""_s : u"  missed"_s);
}

} // namespace curfew
