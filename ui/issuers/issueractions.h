// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptorcatalog.h"
#include "issueraccess.h"
#include "issuerdraft.h"
#include "keychain.h"

#include <QFuture>

#include <functional>

namespace curfew {

//! What a check found, and the addresses at other hosts that the service's metadata names.
struct CheckFindings {
    CheckReport report;
    QStringList foreignOrigins; //!< not accepted so far
};

//! What the dialogs about services may do, as functions: they know no store and no network.
struct IssuerActions {
    std::function<QList<CatalogEntry>()> providers;
    //! Accepts an operator's own descriptor as it was shown.
    std::function<Result<>(const CatalogEntry &)> accept;
    //! At most one authenticated request, with what the draft brings or with what is stored.
    std::function<QFuture<Result<CheckFindings>>(const IssuerDraft &, CheckMode)> check;
    //! From now on the draft's service is believed by the authority that was shown.
    std::function<Result<>(const IssuerDraft &, const SeenAuthority &)> trust;
    std::function<QFuture<Result<>>(IssuerDraft)> add;
    std::function<QFuture<Result<>>(IssuerDraft)> change;
    std::function<QFuture<Result<>>(const QString &issuer)> remove;
    std::function<QFuture<Result<>>()> unlockKeychain;
    KeychainPlace place = KeychainPlace::Memory; //!< where secrets are kept
};

} // namespace curfew
