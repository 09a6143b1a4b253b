// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionaction.h"

#include "asyncresult.h"
#include "runningaction.h"
#include "timewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

SessionAction::SessionAction(const SessionsBackend &backend, RevocationPlan plan, RevocationOptions options,
                             QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_plan(std::move(plan))
    , m_action(backend.action(m_plan, std::move(options), this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(100));
    connect(&m_pause, &QTimer::timeout, this, &SessionAction::tell);
    connect(m_action, &RunningAction::itemChanged, this, [this](qsizetype index) {
        m_changed.insert(index);
        if (!m_pause.isActive())
            m_pause.start();
    });
    connect(m_action, &RunningAction::finished, this, &SessionAction::end);
    connect(m_action, &RunningAction::failed, this, [this](const Error &error) {
        if (!m_error) // what follows from it says less
            m_error = error;
    });
}

void SessionAction::start()
{
    m_running = true;
    m_elapsed.start();
    m_action->start();
    Q_EMIT changed(states());
}

void SessionAction::stop()
{
    if (!m_running || m_stopping)
        return;
    m_stopping = true;
    m_action->stop();
    Q_EMIT changed({});
}

void SessionAction::end()
{
    if (!m_running)
        return;
    tell();
    m_running = false;
    Q_EMIT changed(states());
    Q_EMIT finished();
}

void SessionAction::tell()
{
    QList<SessionTableModel::StateChange> changes;
    changes.reserve(m_changed.size());
    for (const qsizetype index : std::as_const(m_changed))
        changes.append(stateAt(index));
    m_changed.clear();
    if (!changes.isEmpty())
        Q_EMIT changed(changes);
}

const BatchRecord &SessionAction::record() const
{
    return m_action->record();
}

SessionTableModel::StateChange SessionAction::stateAt(qsizetype index) const
{
    const ItemRecord &item = record().items[index];
    TokenState state = stateOf(m_action->stage(index), item);
    if (!m_running && !state.result) { // ended before it came to this one
        state.result = ItemResult();
        state.result->outcome = outcomeOf(item);
    }
    return {rowOf(item), Fingerprint::fromString(item.item.fingerprint), state};
}

// Where nothing is listed, a row is a token and bears its fingerprint.
QString SessionAction::rowOf(const ItemRecord &item) const
{
    return m_backend.descriptor.lists() ? item.item.session : item.item.fingerprint;
}

QList<SessionTableModel::StateChange> SessionAction::states() const
{
    QList<SessionTableModel::StateChange> states;
    const qsizetype count = record().items.size();
    states.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        states.append(stateAt(i));
    return states;
}

SessionAction::Counts SessionAction::counts() const
{
    const QList<ItemRecord> &items = record().items;
    QHash<QString, Outcome> worst; // of what is one row of the table
    QSet<QString> open; // rows of which something has no result yet
    for (const ItemRecord &item : items) {
        const QString row = rowOf(item);
        if (!item.result) {
            open.insert(row);
            continue;
        }
        const Outcome outcome = item.result->outcome;
        const auto known = worst.find(row);
        if (known == worst.end())
            worst.insert(row, outcome);
        else if (severity(outcome) < severity(known.value()))
            known.value() = outcome;
    }
    Counts counts;
    for (auto row = worst.cbegin(); row != worst.cend(); ++row) {
        if (open.contains(row.key()) || mayStillWork(row.value()))
            continue;
        counts.checked += row.value() != Outcome::Accepted;
        counts.unchecked += row.value() == Outcome::Accepted;
    }
    for (auto row = worst.cbegin(); row != worst.cend(); ++row)
        open.insert(row.key());
    counts.total = open.size();
    return counts;
}

QString SessionAction::progressText() const
{
    const Counts rows = counts();
    QStringList parts{
        tr("%1: %2 of %3 ended and checked").arg(m_backend.issuer.name).arg(rows.checked).arg(rows.total)};
    if (rows.unchecked > 0)
        parts.append(tr("%n ended, says the service", nullptr, int(rows.unchecked)));
    if (m_stopping) {
        parts.append(tr("stopping; waiting for what was sent"));
        return parts.join(u" · "_s);
    }
    if (!m_backend.descriptor.limits.rates.isEmpty())
        parts.append(tr("as fast as %1 allows").arg(m_backend.descriptor.mark));
    const QList<ItemRecord> &items = record().items;
    const auto done =
        std::count_if(items.begin(), items.end(), [](const ItemRecord &item) { return item.result.has_value(); });
    constexpr qint64 worthAGuess = 2000;
    if (done > 0 && m_elapsed.elapsed() > worthAGuess) {
        const qint64 left = m_elapsed.elapsed() * (items.size() - done) / done / 1000;
        parts.append(tr("about %1").arg(durationWords(std::chrono::seconds(std::max<qint64>(left, 1)))));
    }
    return parts.join(u" · "_s);
}

Activity SessionAction::activity() const
{
    Activity activity;
    if (!m_running)
        return activity;
    const QList<ItemRecord> &items = record().items;
    activity.text = progressText();
    activity.total = items.size();
    activity.done =
        std::count_if(items.begin(), items.end(), [](const ItemRecord &item) { return item.result.has_value(); });
    activity.running = true;
    activity.stoppable = !m_stopping;
    activity.stopping = m_stopping;
    return activity;
}

QList<qsizetype> SessionAction::uncertainItems() const
{
    QList<qsizetype> uncertain;
    const QList<ItemRecord> &items = record().items;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const bool isCertain = items[i].result && items[i].result->outcome == Outcome::Revoked;
        if (!isCertain && i < m_plan.items.size() && !m_plan.items[i].target.token.isNull())
            uncertain.append(i);
    }
    return uncertain;
}

RevocationPlan SessionAction::leftOver() const
{
    RevocationPlan plan = m_plan;
    plan.items.clear();
    plan.resumes.reset(); // what is left is an action of its own
    const QList<ItemRecord> &items = record().items;
    for (qsizetype i = 0; i < m_plan.items.size(); ++i) {
        const bool isOpen = !items[i].result || mayStillWork(items[i].result->outcome);
        // Of an interrupted action not every token was given again.
        if (!isOpen || (m_plan.resumes && m_plan.items[i].target.token.isNull()))
            continue;
        plan.items.append(m_plan.items[i]);
        plan.items.back().part = PlanPart::ToEnd;
    }
    return plan;
}

void SessionAction::checkAgain()
{
    const QList<qsizetype> uncertain = uncertainItems();
    if (m_looksOut > 0)
        return;
    m_recheck = {};
    m_looksOut = uncertain.size();
    if (uncertain.isEmpty())
        Q_EMIT checkedAgain(m_recheck);
    for (const qsizetype index : uncertain) {
        onResult(m_backend.look(m_plan.items[index].target), this, [this](const Result<Look> &look) {
            const Sight sight = look ? look->sight : Sight::Unseen;
            m_recheck.alive += sight == Sight::Alive;
            m_recheck.inactive += sight == Sight::Inactive;
            m_recheck.unseen += sight == Sight::Unseen;
            if (--m_looksOut == 0)
                Q_EMIT checkedAgain(m_recheck);
        });
    }
}

} // namespace curfew
