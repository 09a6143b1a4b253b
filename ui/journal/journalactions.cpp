// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalactions.h"

namespace curfew {

JournalActions journalActions(Journal &journal)
{
    JournalActions actions;
    actions.batches = [&journal] { return journal.batches(); };
    actions.batch = [&journal](const QString &batch) { return journal.batch(batch); };
    actions.verify = [&journal] { return journal.verify(); };
    actions.exportBatch = [&journal](const QString &batch, ExportFormat format) {
        return journal.exportBatch(batch, format);
    };
    actions.exportAll = [&journal](ExportFormat format) { return journal.exportAll(format); };
    return actions;
}

} // namespace curfew
