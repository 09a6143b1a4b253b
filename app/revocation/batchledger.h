// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "revocationbatch.h"

#include <QFuture>
#include <QObject>

namespace curfew {

class Journal;

//! What is on record of a running batch: where each item stands, for whoever looks on, and how it ended, for the
//! journal.
class BatchLedger : public QObject {
    Q_OBJECT

public:
    using Stage = RevocationBatch::Stage;

    //! \p journal must outlive it. What \p plan leaves as the journal has it is done from the start.
    BatchLedger(Journal &journal, const RevocationPlan &plan, const RevocationOptions &options, QObject *parent);

    [[nodiscard]] const BatchRecord &record() const { return m_record; }
    [[nodiscard]] Stage stage(qsizetype index) const { return m_stages.at(index); }
    [[nodiscard]] bool isDone(qsizetype index) const { return stage(index) == Stage::Done; }
    [[nodiscard]] qsizetype doneCount() const { return m_done; }

    //! The intent of \p plan, or that its batch is taken up again, is durable when this ends. \return the batch's id
    [[nodiscard]] QFuture<Result<QString>> open(const RevocationPlan &plan);
    void setStage(qsizetype index, Stage stage);
    void sending(qsizetype index, Sight seenBefore);
    void conclude(qsizetype index, const ItemResult &result);
    void leave(qsizetype index); //!< what the journal knows of it stands
    //! Ends the batch, or leaves it for another time where an item still has no outcome.
    [[nodiscard]] QFuture<Result<>> close();

Q_SIGNALS:
    void itemChanged(qsizetype index);

private:
    void done(qsizetype index);

    Journal &m_journal;
    BatchRecord m_record;
    QList<Stage> m_stages;
    qsizetype m_done = 0;
};

} // namespace curfew
