// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "outcomerule.h"
#include "revocationplan.h"

namespace curfew {

//! What a running batch knows of one item.
struct BatchItem {
    CredentialPtr credential;
    Evidence evidence;
    RevokeReply reply;
    VerifiedBy verifiedBy = VerifiedBy::Nothing;
    bool lookedAt = false; //!< by this run, or by the listing that its plan was made from

    //! A public client shows no credential that could be refused, and neither does a token that is its own bearer.
    [[nodiscard]] bool showsClient() const;
    //! Why it was not sent; \p stopReason where neither its reply nor a breaker says it.
    [[nodiscard]] QString unsentReason(const QString &stopReason) const;
    //! How it ended, as far as is known now.
    [[nodiscard]] ItemResult result(const PlanItem &planned) const;
};

} // namespace curfew
