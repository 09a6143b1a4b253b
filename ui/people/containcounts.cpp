// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containcounts.h"

#include <algorithm>

namespace curfew {

bool isOpenStep(const ItemRecord &item)
{
    return mayStillWork(outcomeOf(item));
}

static bool lists(const ContainPlan &plan, SessionKind kind)
{
    const QList<PersonSession> sessions = plan.snapshot.sessions.value_or(QList<PersonSession>());
    return std::any_of(sessions.begin(), sessions.end(),
                       [kind](const PersonSession &session) { return session.kind == kind; });
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
    return share.plan.items.at(index).step.action == Action::Logout && lists(share.plan, SessionKind::Online);
}

//! The steps of \p left for which there was something to do at \p share.
static ContainSteps leftOpenAt(const ContainedShare &share, ContainSteps left)
{
    const ContainPlan &plan = share.plan;
    ContainSteps open;
    open.setFlag(ContainStep::Block, plan.count(Action::Disable) == 0);
    open.setFlag(ContainStep::Sessions,
                 left.testFlag(ContainStep::Sessions) && (plan.unread || lists(plan, SessionKind::Online)));
    open.setFlag(ContainStep::Offline,
                 left.testFlag(ContainStep::Offline) && (plan.unread || lists(plan, SessionKind::Offline)));
    open.setFlag(ContainStep::Consents,
                 left.testFlag(ContainStep::Consents) && (plan.unread || !plan.snapshot.consents.isEmpty()));
    return open;
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

static void countShare(const ContainedShare &share, ContainSteps left, ContainCounts *counts)
{
    const ContainSteps leftOpen = leftOpenAt(share, left);
    counts->leftOpen |= leftOpen;
    counts->leavesSignIn =
        counts->leavesSignIn || (leftOpen.testFlag(ContainStep::Block) && share.plan.person.enabled.value_or(true));
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
        else if (action == Action::Logout)
            counts->notSignedOut.append(share.service);
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
    counts->contained += all && !open && blocked && leftOpen.toInt() == 0;
    if (!open && share.second == SecondSight::NotMade)
        counts->unlooked.append(share.service);
}

ContainCounts countContained(const ContainedFacts &facts)
{
    ContainCounts counts;
    for (const ContainedShare &share : facts.shares)
        countShare(share, facts.left, &counts);
    return counts;
}

} // namespace curfew
