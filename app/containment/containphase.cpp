// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containphase.h"

namespace curfew {

// Signing out everywhere may end each browser session; offline sessions and consents it doesn't touch.
QList<ContainPhase> phasesOf(const ContainPlan &plan)
{
    ContainPhase block;
    ContainPhase online;
    ContainPhase offline;
    ContainPhase consents;
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        const PersonStep &step = plan.items.at(i).step;
        if (!plan.items.at(i).isCarriedOut())
            continue;
        if (step.action == Action::Disable || step.action == Action::Enable)
            block.send.append(i);
        else if (step.action == Action::Logout)
            online.send.append(i);
        else if (step.action == Action::Revoke)
            consents.send.append(i);
        else if (step.kind == SessionKind::Offline)
            offline.send.append(i);
        else
            online.watch.append(i);
    }
    if (online.send.isEmpty())
        online.send.swap(online.watch);
    QList<ContainPhase> phases{block, online, offline, consents};
    phases.removeIf([](const ContainPhase &phase) { return phase.send.isEmpty(); });
    return phases;
}

} // namespace curfew
