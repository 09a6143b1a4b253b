// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journal.h"

#include <QFuture>

#include <functional>

namespace curfew {

//! What the journal page may do, as functions: it knows no database.
struct JournalActions {
    std::function<QFuture<Result<QList<BatchSummary>>>()> batches;
    std::function<QFuture<Result<BatchRecord>>(const QString &batch)> batch;
    std::function<QFuture<Result<VerifyReport>>()> verify;
    std::function<QFuture<Result<QByteArray>>(const QString &batch, ExportFormat)> exportBatch;
    std::function<QFuture<Result<QByteArray>>(ExportFormat)> exportAll;
};

//! The real ones. \p journal must outlive them.
[[nodiscard]] JournalActions journalActions(Journal &journal);

} // namespace curfew
