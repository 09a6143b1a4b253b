// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containcounts.h"

#include "statestyle.h"

namespace curfew {

Outcome outcomeOf(const ItemRecord &item)
{
    if (item.result)
        return item.result->outcome;
    return item.state == ItemState::Planned ? Outcome::Skipped : Outcome::Unknown;
}

bool isOpenStep(const ItemRecord &item)
{
    return severity(outcomeOf(item)) <= severity(Outcome::Skipped);
}

bool isUnread(const ContainedShare &share)
{
    return share.plan.unread && share.second != SecondSight::Seen;
}

bool isToldAsUnread(const ContainedShare &share, const ContainItem &item)
{
    return share.plan.unread && item.step.action == Action::EndSession;
}

bool isToldBySessions(const ContainedShare &share, qsizetype index)
{
    return share.plan.items.at(index).step.action == Action::Logout && share.plan.snapshot.sessions;
}

//! \return whether everything could be read there
static bool countUnread(const ContainedShare &share, ContainCounts *counts)
{
    bool all = true;
    for (const ContainItem &item : share.plan.items) {
        if (item.isCarriedOut() || isToldAsUnread(share, item))
            continue;
        all = false;
        (item.step.action == Action::Revoke ? counts->unreadConsents : counts->partlyRead).append(share.service);
    }
    return all;
}

static void countShare(const ContainedShare &share, ContainCounts *counts)
{
    bool open = !share.later.isEmpty();
    bool blocked = false;
    // Of what nobody saw before nobody knows whether it began since: it works, and that is enough.
    (share.plan.unread ? counts->working : counts->since) += int(share.later.begun.size());
    counts->working += int(share.later.back.size());
    for (qsizetype i = 0; i < share.record.items.size(); ++i) {
        if (isToldBySessions(share, i) || !share.plan.items.at(i).isCarriedOut())
            continue;
        const ItemRecord &item = share.record.items.at(i);
        const bool isOpen = isOpenStep(item);
        open = open || isOpen;
        counts->unproven += outcomeOf(item) == Outcome::Accepted;
        const Action action = item.item.action;
        blocked = blocked || (action == Action::Disable && !isOpen);
        if (!isOpen)
            continue;
        if (action == Action::Disable)
            counts->unblocked.append(share.service);
        else if (action == Action::Revoke)
            ++counts->consents;
        else if (outcomeOf(item) == Outcome::StillActive)
            ++counts->working;
        else
            ++counts->open;
    }
    const bool all = countUnread(share, counts);
    if (isUnread(share)) {
        counts->unread.append(share.service);
        return;
    }
    if (!share.plan.snapshot.sessions && !share.plan.unread) {
        counts->blind.append(share.service);
        return;
    }
    counts->contained += all && !open && blocked;
    if (!open && share.second == SecondSight::NotMade)
        counts->unlooked.append(share.service);
}

ContainCounts countContained(const ContainedFacts &facts)
{
    ContainCounts counts;
    for (const ContainedShare &share : facts.shares)
        countShare(share, &counts);
    return counts;
}

} // namespace curfew
