// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revocationbatch.h"

#include "batchrun.h"

namespace curfew {

RevocationBatch::RevocationBatch(IssuerAccess &access, RevocationPlan plan, RevocationOptions options, QObject *parent)
    : QObject(parent)
    , m_run(std::make_unique<BatchRun>(access, std::move(plan), std::move(options)))
{
    connect(m_run.get(), &BatchRun::opened, this, &RevocationBatch::opened);
    connect(m_run.get(), &BatchRun::itemChanged, this, &RevocationBatch::itemChanged);
    connect(m_run.get(), &BatchRun::finished, this, &RevocationBatch::finished);
    connect(m_run.get(), &BatchRun::failed, this, &RevocationBatch::failed);
}

RevocationBatch::~RevocationBatch() = default;

void RevocationBatch::start()
{
    m_run->start();
}

void RevocationBatch::stop()
{
    m_run->stop();
}

RevocationBatch::Stage RevocationBatch::stage(qsizetype index) const
{
    return m_run->ledger.stage(index);
}

const BatchRecord &RevocationBatch::record() const
{
    return m_run->ledger.record();
}

qsizetype RevocationBatch::doneCount() const
{
    return m_run->ledger.doneCount();
}

bool RevocationBatch::isRunning() const
{
    return m_run->running;
}

bool RevocationBatch::wasStopped() const
{
    return m_run->stopped;
}

bool RevocationBatch::clientWasRefused() const
{
    return m_run->clientRefused;
}

bool RevocationBatch::neverReached() const
{
    return m_run->attempted && !m_run->answered && !m_run->requestLeft;
}

std::optional<Error> RevocationBatch::error() const
{
    return m_run->failure;
}

std::optional<Error> RevocationBatch::credentialError() const
{
    return m_run->credentialError;
}

} // namespace curfew
