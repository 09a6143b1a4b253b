// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "outcome.h"

#include <QString>

namespace curfew {

class IssuerAccess;
struct RevocationPlan;

//! What will be ended, what will not, and how long it takes: one issuer's part of the question before it is done.
[[nodiscard]] QString planText(IssuerAccess &access, const RevocationPlan &plan, Verify verify);

//! How long it takes at the issuer's pace; empty where that isn't worth a word.
[[nodiscard]] QString durationText(const IssuerAccess &access, const RevocationPlan &plan, Verify verify);

//! How it ended at one issuer: every item, what the outcomes mean for the tokens, and what wasn't ended.
[[nodiscard]] QString recordText(IssuerAccess &access, const BatchRecord &record);

//! The tokens that belong to no issuer here.
[[nodiscard]] QString straysText(const QList<ItemRecord> &strays);

} // namespace curfew
