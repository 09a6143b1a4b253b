// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resumeplan.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace curfew {

bool isUnsettled(const ItemRecord &item)
{
    if (!item.result)
        return true;
    switch (item.result->outcome) {
    case Outcome::Unknown:
    case Outcome::Failed:
    case Outcome::Skipped:
        return true;
    case Outcome::Revoked:
    case Outcome::StillActive:
    case Outcome::Refused:
    case Outcome::AlreadyInvalid:
    case Outcome::Accepted:
        return false;
    }
    Q_UNREACHABLE();
}

static bool mayHaveBeenSent(const ItemRecord &item)
{
    if (item.result)
        return item.result->outcome == Outcome::Unknown || item.result->outcome == Outcome::Failed;
    return item.state == ItemState::Sending;
}

static bool isGone(const ItemRecord &item, const std::optional<ListingProof> &proof)
{
    const Fingerprint fingerprint = Fingerprint::fromString(item.item.fingerprint);
    return proof && item.seenBefore == Sight::Alive && !fingerprint.isNull()
        && proof->sightOf(fingerprint) == Sight::Inactive;
}

Result<> checkOrigin(const BatchRecord &batch, const BatchOrigin &now)
{
    const BatchOrigin &then = batch.origin;
    if (then.url != now.url) {
        return failure(
            ErrorKind::InvalidInput,
            u"this batch was begun at %1, and %2 is %3 now; nothing was sent"_s.arg(
                then.url.isEmpty() ? u"an address that isn't known"_s : then.url, batch.summary.issuer, now.url));
    }
    if (then.client != now.client) {
        return failure(ErrorKind::InvalidInput,
                       u"this batch was begun with client %1, and %2 uses %3 now; nothing was sent"_s.arg(
                           then.client.isEmpty() ? u"none"_s : then.client, batch.summary.issuer,
                           now.client.isEmpty() ? u"none"_s : now.client));
    }
    return {};
}

std::optional<ListingProof> proofFor(const BatchRecord &batch, const Listing &listing, const Fingerprint &anchor,
                                     ListingProof::AnchorState anchorState)
{
    if (anchor.isNull() || anchor.toString() != batch.origin.anchor)
        return std::nullopt;
    if (batch.summary.user.isEmpty() || listing.user() != batch.summary.user)
        return std::nullopt;
    return ListingProof(listing.uid, listing.sub, listing, anchor, anchorState);
}

ResumePlan planToResume(const BatchRecord &batch, const RevocationPlan &fresh, const std::optional<ListingProof> &proof)
{
    QHash<QString, qsizetype> supplied;
    for (qsizetype i = 0; i < fresh.items.size(); ++i) {
        if (!fresh.items[i].target.token.isNull())
            supplied.insert(fresh.items[i].record.fingerprint, i);
    }
    ResumePlan resume;
    resume.plan = fresh;
    resume.plan.user = batch.summary.user;
    resume.plan.resumes = batch;
    resume.plan.items.clear();
    qsizetype matched = 0;
    int ownCascade = 0; // negative: fresh cascades count from 1
    for (const ItemRecord &known : batch.items) {
        const auto found = supplied.constFind(known.item.fingerprint);
        matched += found != supplied.constEnd() ? 1 : 0;
        PlanItem item = found != supplied.constEnd() ? fresh.items[*found] : PlanItem();
        if (found == supplied.constEnd())
            item.cascade = --ownCascade;
        item.record = known.item;
        if (!isUnsettled(known)) {
            item.part = PlanPart::Settled;
        } else if (found != supplied.constEnd()) {
            item.part = mayHaveBeenSent(known) ? PlanPart::ToLookFirst : PlanPart::ToEnd;
        } else if (isGone(known, proof)) {
            item.part = PlanPart::SeenGone;
        } else {
            item.part = PlanPart::Settled;
            ++resume.missing;
        }
        resume.plan.items.append(item);
    }
    resume.foreign = supplied.size() - matched;
    return resume;
}

RevocationPlan checkOnly(RevocationPlan resumed)
{
    for (PlanItem &item : resumed.items) {
        if (item.part == PlanPart::ToEnd)
            item.part = PlanPart::Settled;
        else if (item.part == PlanPart::ToLookFirst)
            item.part = PlanPart::ToLook;
    }
    return resumed;
}

} // namespace curfew
