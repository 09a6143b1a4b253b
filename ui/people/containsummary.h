// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containplan.h"
#include "resulttext.h"
#include "secondlook.h"

#include <QStringList>

namespace curfew {

//! What came of a plan at one service.
struct ContainedShare {
    QString service;
    QString doesNotEnd; //!< the provider's own words
    ContainPlan plan;
    BatchRecord record;
    QString problem; //!< why it could not begin, or go on; empty when it could
    LaterSight later; //!< sessions that began after the others were ended, or work again
    SecondSight second = SecondSight::ToCome; //!< whether that is known
};

//! What came of containing one person at all services.
struct ContainedFacts {
    QList<ContainedShare> shares;
    QStringList unchecked; //!< services that could not be asked, or not again
    QStringList others; //!< the operator's services that find nobody by name
    QStringList leftBlocked; //!< services at which nobody is to be let in again yet
    ContainSteps left; //!< steps that the operator left out
};

//! The answer for the caller. Green only where everything was blocked, ended and seen to be, and, once that was due,
//! looked at again.
[[nodiscard]] ResultText containSummary(const ContainedFacts &facts);
//! What came of letting somebody in again.
[[nodiscard]] ResultText releaseSummary(const ContainedFacts &facts);

} // namespace curfew
