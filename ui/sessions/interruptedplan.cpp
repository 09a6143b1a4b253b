// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interruptedplan.h"

#include "sessionlookup.h"
#include "visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::EndFlow)
};

} // namespace

static tl::expected<ResumePlan, QString> planFor(const BatchRecord &batch, const SessionLookUp &lookUp)
{
    const QString &user = batch.summary.user;
    if (!user.isEmpty() && lookUp.isPersonChecked() && lookUp.person() != user) {
        return tl::unexpected(
            Words::tr("This token is one of %1; the interrupted action ends the access of %2. Nothing was sent.")
                .arg(visibleText(lookUp.person(), 80), visibleText(user, 80)));
    }
    const RevocationPlan fresh = lookUp.plan({});
    if (!checkOrigin(batch, fresh.origin)) {
        return tl::unexpected(
            Words::tr("“%1” has another address or another client than when the interrupted action was begun, and "
                      "wouldn't know its tokens. Nothing was sent.")
                .arg(visibleText(batch.summary.issuer, 80)));
    }
    std::optional<ListingProof> proof;
    if (lookUp.isListing())
        proof = proofFor(batch, lookUp.listing(), lookUp.anchor(), ListingProof::AnchorState::Unknown);
    return planToResume(batch, fresh, proof);
}

static bool isIdle(const RevocationPlan &plan)
{
    return std::all_of(plan.items.begin(), plan.items.end(),
                       [](const PlanItem &item) { return item.part == PlanPart::Settled; });
}

tl::expected<ResumePlan, QString> planToSendAgain(const BatchRecord &batch, const SessionLookUp &lookUp)
{
    auto resume = planFor(batch, lookUp);
    if (resume && isIdle(resume->plan)) {
        return tl::unexpected(
            Words::tr("Nothing of what the interrupted action was to end is among what was given. Nothing was sent."));
    }
    return resume;
}

tl::expected<RevocationPlan, QString> planToCheck(const BatchRecord &batch, const SessionLookUp &lookUp)
{
    const auto resume = planFor(batch, lookUp);
    if (!resume)
        return tl::unexpected(resume.error());
    const RevocationPlan plan = checkOnly(resume->plan);
    if (isIdle(plan)) {
        return tl::unexpected(Words::tr(
            "Nothing that the interrupted action may have sent is among what was given. Nothing was checked."));
    }
    return plan;
}

} // namespace curfew
