// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cascaderun.h"

#include "batchrun.h"

#include <QTimer>

#include <algorithm>

namespace curfew {

CascadeRun::CascadeRun(BatchRun &run, QList<qsizetype> items, QObject *parent)
    : QObject(parent)
    , m_run(run)
    , m_items(std::move(items))
{
}

// Answers may come at once or later: one more than the number of questions keeps the last from arriving too early.
void CascadeRun::onePassed(void (CascadeRun::*then)())
{
    if (--m_pending == 0)
        (this->*then)();
}

void CascadeRun::start()
{
    m_pending = m_items.size() + 1;
    for (const qsizetype index : std::as_const(m_items))
        m_run.lookBefore(index, [this] { onePassed(&CascadeRun::next); });
    onePassed(&CascadeRun::next);
}

void CascadeRun::next()
{
    QList<qsizetype> open;
    for (const qsizetype index : std::as_const(m_items)) {
        if (!m_run.isDone(index))
            open.append(index);
    }
    if (open.isEmpty()) {
        Q_EMIT done();
        return;
    }
    // The others can be spared only where their death can be shown. A refresh token goes alone even so: Keycloak can
    // lose its end when another token of its session is revoked at the same moment.
    const qsizetype leader = leaderOf(open);
    const bool spares = m_sent.isEmpty() && m_run.options.verify == Verify::Full && m_run.canLookAfter();
    send(spares || m_run.plan.items.at(leader).renews ? QList<qsizetype>{leader} : open);
}

qsizetype CascadeRun::leaderOf(const QList<qsizetype> &items) const
{
    const auto renewing =
        std::find_if(items.begin(), items.end(), [this](qsizetype index) { return m_run.plan.items.at(index).renews; });
    return renewing == items.end() ? items.first() : *renewing;
}

void CascadeRun::send(const QList<qsizetype> &items)
{
    m_sending = items;
    m_sent += items;
    m_looks = 0;
    m_pending = items.size() + 1;
    for (const qsizetype index : items) {
        m_run.evidence(index).after = Sight::Unseen;
        m_run.send(index, [this] { onePassed(&CascadeRun::sent); });
    }
    onePassed(&CascadeRun::sent);
}

void CascadeRun::sent()
{
    QList<qsizetype> toProve;
    bool saidDone = false;
    for (const qsizetype index : std::as_const(m_sending)) {
        if (!m_run.isDone(index))
            toProve.append(index);
        saidDone = saidDone || m_run.evidence(index).reply == Reply::Success;
    }
    // Siblings that were seen alive may have died with what was sent.
    if (saidDone && m_run.options.verify == Verify::Full) {
        for (const qsizetype index : std::as_const(m_items)) {
            if (!m_sent.contains(index) && !m_run.isDone(index) && m_run.evidence(index).before == Sight::Alive)
                toProve.append(index);
        }
    }
    if (toProve.isEmpty())
        next();
    else
        prove(toProve);
}

void CascadeRun::prove(const QList<qsizetype> &items)
{
    const auto pending = std::make_shared<qsizetype>(items.size() + 1);
    const auto onePassedHere = [this, pending, items] {
        if (--*pending == 0)
            proven(items);
    };
    for (const qsizetype index : items)
        m_run.lookAfter(index, onePassedHere);
    onePassedHere();
}

void CascadeRun::proven(const QList<qsizetype> &items)
{
    QList<qsizetype> again;
    for (const qsizetype index : items) {
        const Evidence &evidence = m_run.evidence(index);
        const bool wasSent = m_sent.contains(index);
        if (evidence.after == Sight::Alive && mayStillDie(index))
            again.append(index);
        else if (wasSent || evidence.after == Sight::Inactive)
            m_run.conclude(index); // what wasn't sent and isn't dead stays open, and is sent next
    }
    if (again.isEmpty()) {
        next();
        return;
    }
    const auto delay = m_run.options.replicationDelays.at(m_looks++);
    QTimer::singleShot(delay, this, [this, again] { prove(again); });
}

// Issuers replicate: alive right after "done" isn't believed before it was seen again.
bool CascadeRun::mayStillDie(qsizetype index) const
{
    const Reply reply = m_run.evidence(index).reply;
    const bool saidDone = reply == Reply::Success || reply == Reply::NotKnown || reply == Reply::NotSent;
    return saidDone && !m_run.stopped && m_looks < m_run.options.replicationDelays.size();
}

} // namespace curfew
