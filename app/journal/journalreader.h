// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journaldatabase.h"
#include "journalrecord.h"

namespace curfew {

//! Reads batches back as values. A name in the file that no enum has is JournalDamaged.
class JournalReader {
public:
    explicit JournalReader(const JournalDatabase &database);

    [[nodiscard]] Result<QList<BatchSummary>> batches() const; //!< newest first
    [[nodiscard]] Result<BatchRecord> batch(const QString &id) const; //!< InvalidInput when unknown

private:
    [[nodiscard]] Result<QList<BatchSummary>> summaries(const QString &condition, const QVariantList &values) const;
    [[nodiscard]] Result<QList<ItemRecord>> items(const QString &batch) const;
    [[nodiscard]] Result<BatchOrigin> origin(const QString &batch) const;

    const JournalDatabase &m_database;
};

} // namespace curfew
