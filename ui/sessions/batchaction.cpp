// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchaction.h"

namespace curfew {

BatchAction::BatchAction(RevocationBatch *batch, QObject *owner)
    : RunningAction(owner)
    , m_batch(batch)
{
    batch->setParent(this);
    connect(batch, &RevocationBatch::itemChanged, this, &RunningAction::itemChanged);
    connect(batch, &RevocationBatch::finished, this, &RunningAction::finished);
    connect(batch, &RevocationBatch::failed, this, &RunningAction::failed);
}

void BatchAction::start()
{
    m_batch->start();
}

void BatchAction::stop()
{
    m_batch->stop();
}

RevocationBatch::Stage BatchAction::stage(qsizetype index) const
{
    return m_batch->stage(index);
}

const BatchRecord &BatchAction::record() const
{
    return m_batch->record();
}

} // namespace curfew
