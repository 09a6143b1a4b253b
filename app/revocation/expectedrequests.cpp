// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expectedrequests.h"

#include "revocationplan.h"

#include <QSet>

namespace curfew {

int expectedRequests(const RevocationPlan &plan, Verify verify, Introspection introspection)
{
    const bool byListing = !plan.anchor.isNull();
    const int look = introspection == Introspection::Possible ? 1 : 0;
    // The siblings of what is sent are spared where their death can be shown.
    const bool sparesSiblings = verify == Verify::Full && (byListing || look > 0);
    int requests = 0;
    int listings = 0;
    QSet<int> cascades;
    for (const PlanItem &item : plan.items) {
        if (!item.isToBeSent())
            continue;
        const bool isSpared = sparesSiblings && cascades.contains(item.cascade);
        cascades.insert(item.cascade);
        requests += isSpared ? 0 : 1;
        const bool isWanted = verify == Verify::Full || item.part == PlanPart::ToLookFirst;
        if (isWanted && item.seenBefore == Sight::Unseen)
            requests += look;
        if (verify == Verify::None)
            continue;
        if (byListing && !item.anchorSession)
            listings = plan.anchorListed ? 1 : 1 + look; // one shows them all; an anchor not in it is looked at as well
        else
            requests += look;
    }
    return requests + listings;
}

} // namespace curfew
