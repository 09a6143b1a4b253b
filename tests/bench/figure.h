// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace curfew {

//! One row of the table: what was measured, round by round, beside its peer, and the ratio of the two medians.
struct Figure {
    enum class Goal { AtLeast, AtMost };

    QString work;
    QString peer; //!< what it is held against
    QString unit;
    QList<double> ours = {}; //!< one a round
    QList<double> peers = {}; //!< the same; one value where the peer is no measurement
    Goal goal = Goal::AtLeast;
    double target = 1; //!< of the ratio ours ÷ peer's

    [[nodiscard]] double ratio() const;
    [[nodiscard]] bool isReached() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] QString toLine() const;
    [[nodiscard]] static QString headLine();
};

[[nodiscard]] double median(QList<double> values); //!< 0 of none

} // namespace curfew
