// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "latersight.h"

#include <algorithm>

namespace curfew {

static bool isGoodAt(const QList<ItemRecord> &items, qsizetype index)
{
    return index < items.size() && items.at(index).result && isGood(items.at(index).result->outcome);
}

//! Whether \p session, of the plan's snapshot, was ended by itself, or by signing the person out everywhere.
static bool wasEnded(const ContainPlan &plan, const QList<ItemRecord> &items, const PersonSession &session)
{
    bool signedOut = false;
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        const ContainItem &item = plan.items.at(i);
        if (item.step.action == Action::EndSession && item.record.targetId == session.hash())
            return isGoodAt(items, i);
        if (item.step.action == Action::Logout && session.kind == SessionKind::Online)
            signedOut = isGoodAt(items, i);
    }
    return signedOut;
}

//! Whether \p plan was to end sessions of \p kind.
static bool ends(const ContainPlan &plan, SessionKind kind)
{
    return std::any_of(plan.items.begin(), plan.items.end(), [kind](const ContainItem &item) {
        return (item.step.action == Action::EndSession && item.step.kind == kind)
            || (item.step.action == Action::Logout && kind == SessionKind::Online);
    });
}

LaterSight laterSight(const ContainPlan &plan, const QList<ItemRecord> &items, const PersonAccess &now)
{
    LaterSight later;
    const QList<PersonSession> sessions = now.sessions.value_or(QList<PersonSession>());
    for (const PersonSession &session : sessions) {
        if (plan.snapshot.session(session.hash())) {
            if (wasEnded(plan, items, session))
                later.back.append(session);
        } else if (plan.snapshot.hasRead(session.kind) || ends(plan, session.kind)) {
            later.begun.append(session);
        }
    }
    return later;
}

} // namespace curfew
