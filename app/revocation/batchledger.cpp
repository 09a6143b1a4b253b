// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchledger.h"

#include "asyncresult.h"
#include "journal.h"
#include "revocationplan.h"

#include <algorithm>

namespace curfew {

BatchLedger::BatchLedger(Journal &journal, const RevocationPlan &plan, const RevocationOptions &options,
                         QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_stages(plan.items.size(), Stage::Waiting)
{
    if (plan.resumes) {
        m_record = *plan.resumes;
        m_record.summary.finishedAt.reset();
        for (qsizetype i = 0; i < plan.items.size(); ++i) {
            const PlanPart part = plan.items.at(i).part;
            if (part == PlanPart::Settled) {
                m_stages[i] = Stage::Done;
                ++m_done;
            } else if (part != PlanPart::ToLook) {
                m_record.items[i].result.reset();
            }
        }
        return;
    }
    m_record.origin = plan.origin;
    m_record.summary.issuer = plan.issuer;
    m_record.summary.user = plan.user;
    m_record.summary.operatorName = options.operatorName;
    m_record.summary.reason = options.reason;
    m_record.summary.ticket = options.ticket;
    m_record.items.reserve(plan.items.size());
    for (const PlanItem &item : plan.items)
        m_record.items.append({item.record, ItemState::Planned, item.seenBefore, {}});
}

QFuture<Result<QString>> BatchLedger::open(const RevocationPlan &plan)
{
    using Opened = Result<QString>;
    const auto opened = [this](const Opened &batch) {
        if (batch)
            m_record.summary.batch = *batch;
        return readyFuture(batch);
    };
    if (plan.resumes) {
        const auto resumed =
            m_journal.resumeBatch(*plan.resumes).then([id = m_record.summary.batch](const Result<> &r) {
                return r ? Opened(id) : Opened(tl::unexpected(r.error()));
            });
        return andThen(resumed, this, opened);
    }
    m_record.summary.startedAt = QDateTime::currentDateTimeUtc();
    BatchIntent intent;
    intent.issuer = m_record.summary.issuer;
    intent.origin = m_record.origin;
    intent.user = m_record.summary.user;
    intent.operatorName = m_record.summary.operatorName;
    intent.reason = m_record.summary.reason;
    intent.ticket = m_record.summary.ticket;
    intent.items.reserve(plan.items.size());
    for (const PlanItem &item : plan.items) {
        if (item.seenBefore == Sight::Alive)
            intent.seenAlive.insert(intent.items.size());
        intent.items.append(item.record);
    }
    return andThen(m_journal.openBatch(intent), this, opened);
}

void BatchLedger::setStage(qsizetype index, Stage stage)
{
    if (m_stages.at(index) == stage)
        return;
    m_stages[index] = stage;
    Q_EMIT itemChanged(index);
}

void BatchLedger::sending(qsizetype index, Sight seenBefore)
{
    m_record.items[index].state = ItemState::Sending;
    m_record.items[index].seenBefore = seenBefore;
    setStage(index, Stage::Ending);
}

void BatchLedger::conclude(qsizetype index, const ItemResult &result)
{
    ItemRecord &item = m_record.items[index];
    item.state = ItemState::Done;
    item.result = result;
    m_journal.recordOutcome(m_record.summary.batch, index, result);
    done(index);
}

void BatchLedger::leave(qsizetype index)
{
    if (!isDone(index))
        done(index);
}

void BatchLedger::done(qsizetype index)
{
    ++m_done;
    setStage(index, Stage::Done);
}

QFuture<Result<>> BatchLedger::close()
{
    m_record.summary.counts = countItems(m_record.items);
    const bool complete = std::all_of(m_record.items.cbegin(), m_record.items.cend(),
                                      [](const ItemRecord &item) { return item.result.has_value(); });
    const QString batch = m_record.summary.batch;
    return andThen(complete ? m_journal.finishBatch(batch) : m_journal.leaveBatch(batch), this,
                   [this, complete](const Result<> &closed) {
                       if (closed && complete)
                           m_record.summary.finishedAt = QDateTime::currentDateTimeUtc();
                       return readyFuture(closed);
                   });
}

} // namespace curfew
