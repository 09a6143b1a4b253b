// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

#include <QJsonObject>

namespace curfew {

//! The `… revoke` and `journal show` document of docs/cli.md. Every key is there; null is what isn't known.
//! Counts are taken from the items, so that a batch that was never journaled (`summary.batch` empty) prints alike.
[[nodiscard]] QJsonObject revokeDocument(const BatchRecord &record);

//! The same without its `results`, for whoever writes them one by one: a large batch's document takes twenty times the
//! room of the batch.
[[nodiscard]] QJsonObject revokeDocumentHead(const BatchRecord &record);
//! One of its `results`. An empty \p issuer is told as null.
[[nodiscard]] QJsonObject resultDocument(const ItemRecord &item, const QString &issuer);

//! The `journal list` document of docs/cli.md, in the order given.
[[nodiscard]] QJsonObject journalListDocument(const QList<BatchSummary> &batches);

//! The latest time until which a resource server may still honour what was ended: the greatest mayWorkUntil of items
//! that ended revoked, accepted or already_invalid.
[[nodiscard]] std::optional<QDateTime> residualAccessUntil(const QList<ItemRecord> &items);

} // namespace curfew
