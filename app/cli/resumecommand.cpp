// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resumecommand.h"

#include "asyncresult.h"
#include "containplan.h"
#include "inputs.h"
#include "journal.h"
#include "terminal.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

ResumeCommand::~ResumeCommand() = default;

void ResumeCommand::start()
{
    if (!canBeAgreedTo())
        return;
    onResult(workspace().journal().batch(line().arguments.first()), this, [this](const Result<BatchRecord> &batch) {
        if (batch)
            found(*batch);
        else
            fail(batch.error());
    });
}

void ResumeCommand::found(const BatchRecord &batch)
{
    m_batch = batch;
    if (batch.summary.running) {
        fail(failure(ErrorKind::JournalFailed, u"another Curfew is still at this batch"_s));
        return;
    }
    if (isAboutAPerson(batch)) {
        fail(failure(ErrorKind::InvalidInput,
                     u"this batch is about a person, not about tokens: run user contain, or user enable, again; it "
                     "reads what is left first"_s));
        return;
    }
    auto access = open(batch.summary.issuer);
    if (!access) {
        fail(access.error());
        return;
    }
    m_access = std::move(*access);
    if (const auto same = checkOrigin(batch, batchOrigin(m_access->issuer(), {})); !same) {
        fail(same.error());
        return;
    }
    readInput();
}

void ResumeCommand::readInput()
{
    if (line().has(u"tokens-file"_s)) {
        const auto input = readTokens(line().value(u"tokens-file"_s), {}, terminal());
        if (!input) {
            fail(input.error());
            return;
        }
        for (const QString &warning : input->warnings)
            warn(warning);
        resume(planToResume(m_batch,
                            planFromTokens(m_access->issuer(), m_access->descriptor(), input->targets,
                                           QDateTime::currentDateTimeUtc())));
        return;
    }
    const auto anchor = readTokenFile(line().value(u"token-file"_s), terminal());
    if (!anchor) {
        fail(anchor.error());
        return;
    }
    m_anchor = *anchor;
    onResult(m_access->list(m_anchor), this, [this](const Result<Listing> &listing) {
        if (listing)
            listed(*listing);
        else if (listing.error().kind == ErrorKind::Refused || listing.error().kind == ErrorKind::TokenNotKnown)
            byAnchorAlone();
        else
            fail(listing.error());
    });
}

void ResumeCommand::listed(const Listing &listing)
{
    for (const QString &warning : listing.warnings)
        warn(visibleText(warning));
    if (!m_batch.summary.user.isEmpty() && !listing.user().isEmpty() && listing.user() != m_batch.summary.user) {
        fail(failure(ErrorKind::InvalidInput,
                     u"the token is one of %1, and the batch ends the access of %2; nothing was sent"_s.arg(
                         visibleText(listing.user()), visibleText(m_batch.summary.user))));
        return;
    }
    if (ListingProof::shows(listing, m_anchor.fingerprint())) {
        proven(listing, ListingProof::AnchorState::Alive);
        return;
    }
    onResult(m_access->look({m_anchor, {}, {}}), this, [this, listing](const Result<Look> &look) {
        const bool alive = look && look->sight == Sight::Alive;
        if (alive || !listing.sessions.isEmpty())
            proven(listing, alive ? ListingProof::AnchorState::Alive : ListingProof::AnchorState::Unknown);
        else
            byAnchorAlone();
    });
}

void ResumeCommand::proven(const Listing &listing, ListingProof::AnchorState anchorState)
{
    resume(planToResume(m_batch,
                        planFromListing(m_access->issuer(), listing, m_anchor, {}, QDateTime::currentDateTimeUtc()),
                        proofFor(m_batch, listing, m_anchor.fingerprint(), anchorState)));
}

// A batch ends its anchor's session last; it may have been interrupted just after that.
void ResumeCommand::byAnchorAlone()
{
    warn(u"the token can no longer be used to look; only what the batch says of this very token can be settled"_s);
    resume(planToResume(m_batch,
                        planFromTokens(m_access->issuer(), m_access->descriptor(), {{m_anchor, {}, {}}},
                                       QDateTime::currentDateTimeUtc())));
}

void ResumeCommand::resume(const ResumePlan &resume)
{
    if (resume.foreign > 0)
        warn(u"%1 supplied, but not of this batch: left alone"_s.arg(countOf(resume.foreign, u"token"_s)));
    if (resume.missing > 0)
        warn(u"%1 of this batch not supplied: left as the journal has them"_s.arg(countOf(resume.missing, u"token"_s)));
    Share share;
    share.plan = resume.plan;
    share.access = std::move(m_access);
    std::vector<Share> shares;
    shares.push_back(std::move(share));
    carryOut(std::move(shares));
}

} // namespace curfew
