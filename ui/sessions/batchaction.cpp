// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal.h"
#include "runningaction.h"
#include "sessionsbackend.h"

#include "revocationplan.h"

namespace curfew {

namespace {

//! The real action: a RevocationBatch, which lives as long as this.
class BatchAction final : public RunningAction {
    // No Q_OBJECT: it adds no signal and no slot to those of its base.
public:
    BatchAction(RevocationBatch *batch, QObject *owner)
        : RunningAction(owner)
        , m_batch(batch)
    {
        batch->setParent(this);
        connect(batch, &RevocationBatch::itemChanged, this, &RunningAction::itemChanged);
        connect(batch, &RevocationBatch::finished, this, &RunningAction::finished);
        connect(batch, &RevocationBatch::failed, this, &RunningAction::failed);
    }

    void start() override { m_batch->start(); }
    void stop() override { m_batch->stop(); }
    RevocationBatch::Stage stage(qsizetype index) const override { return m_batch->stage(index); }
    const BatchRecord &record() const override { return m_batch->record(); }

private:
    RevocationBatch *m_batch;
};

} // namespace

SessionsBackend backendFor(IssuerAccess &access, const QString &operatorName, Mode mode)
{
    SessionsBackend backend;
    backend.issuer = access.issuer();
    backend.descriptor = access.descriptor();
    backend.operatorName = operatorName;
    backend.mode = mode;
    backend.list = [&access](const Token &anchor) { return access.list(anchor); };
    backend.look = [&access](const RevokeTarget &target) { return access.look(target); };
    backend.action = [&access](RevocationPlan plan, RevocationOptions options, QObject *owner) -> RunningAction * {
        return new BatchAction(access.batch(std::move(plan), std::move(options)), owner);
    };
    backend.expectedTime = [&access](const RevocationPlan &plan) {
        return access.expectedTime(plan, RevocationOptions().verify);
    };
    backend.exportBatch = [&access](const QString &batch, ExportFormat format) {
        return access.journal().exportBatch(batch, format);
    };
    backend.lockedUntil = [&access] {
        const auto breaker = access.breaker({});
        const bool isKnown = breaker && *breaker && (*breaker)->lockedUntil;
        return isKnown ? *(*breaker)->lockedUntil : QDateTime();
    };
    return backend;
}

} // namespace curfew
