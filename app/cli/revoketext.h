// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

#include <QJsonDocument>
#include <QString>

namespace curfew {

class IssuerAccess;
struct RevocationPlan;

//! What will be ended, what will not, and how long it takes: one issuer's part of the question before it is done.
[[nodiscard]] QString planText(IssuerAccess &access, const RevocationPlan &plan);

//! How it ended at one issuer: every item, what the outcomes mean for the tokens, and what wasn't ended.
[[nodiscard]] QString recordText(IssuerAccess &access, const BatchRecord &record);

//! The tokens that belong to no issuer here.
[[nodiscard]] QString straysText(const QList<ItemRecord> &strays);

//! The `… revoke` document; an array where several issuers were asked. Strays stand in the first, with no issuer.
[[nodiscard]] QJsonDocument revokeDocuments(const QList<BatchRecord> &records, const QList<ItemRecord> &strays);

} // namespace curfew
