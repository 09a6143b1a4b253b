// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containplan.h"

namespace curfew {

//! Items of a plan, by their places in it.
struct ContainPhase {
    QList<qsizetype> send; //!< what is sent together
    QList<qsizetype> watch; //!< what the same requests may have ended as well: that is sent only if it didn't

    bool operator==(const ContainPhase &) const = default;
};

//! The phases in which \p plan is carried out, one after the other. Who is blocked first can't come back while the rest
//! is ended.
[[nodiscard]] QList<ContainPhase> phasesOf(const ContainPlan &plan);

} // namespace curfew
