// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listingproof.h"
#include "revocationplan.h"

namespace curfew {

//! A batch of the journal, to be carried on with tokens that the operator supplied again.
struct ResumePlan {
    RevocationPlan plan;
    qsizetype foreign = 0; //!< tokens that are none of the batch's; ignored
    qsizetype missing = 0; //!< items still to be ended whose token was not supplied; left as they are
};

//! Whether a resumed batch carries \p item out: it was never sent, may have been sent, or got no usable answer.
[[nodiscard]] bool isUnsettled(const ItemRecord &item);

//! InvalidInput unless \p batch was begun at the issuer that \p now is of, with the same client: another one doesn't
//! know its tokens, and would call them inactive.
[[nodiscard]] Result<> checkOrigin(const BatchRecord &batch, const BatchOrigin &now);

//! What \p listing, made with the very token that the batch was planned with, says of a batch's tokens that it doesn't
//! show. Nothing with any other token: whose it is, and what it is shown, isn't known of before.
[[nodiscard]] std::optional<ListingProof> proofFor(const BatchRecord &batch, const Listing &listing,
                                                   const Fingerprint &anchor, ListingProof::AnchorState anchorState);

//! \p fresh is the plan that would end what was supplied, from tokens or from a listing; matched by fingerprint.
//! \param proof of that listing, when there was one: shows which of the batch's tokens are gone
[[nodiscard]] ResumePlan planToResume(const BatchRecord &batch, const RevocationPlan &fresh,
                                      const std::optional<ListingProof> &proof = {});

//! \p resumed, sending nothing: what may have been sent is looked at, what is seen dead ends, the rest stays as the
//! journal has it.
[[nodiscard]] RevocationPlan checkOnly(RevocationPlan resumed);

} // namespace curfew
