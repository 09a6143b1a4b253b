// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containplan.h"

namespace curfew {

//! What a reading, a while after a plan was carried out, shows that should not be there.
struct LaterSight {
    QList<PersonSession> begun; //!< new since, as somebody signed in; where nobody saw any before, all that there are
    QList<PersonSession> back; //!< ended, as far as was seen or said, and listed again

    [[nodiscard]] bool isEmpty() const { return begun.isEmpty() && back.isEmpty(); }
    bool operator==(const LaterSight &) const = default;
};

//! What \p now shows after \p plan ended as \p items. Neither what a step that was left out left alone, nor what was
//! told as still open before.
[[nodiscard]] LaterSight laterSight(const ContainPlan &plan, const QList<ItemRecord> &items, const PersonAccess &now);

} // namespace curfew
