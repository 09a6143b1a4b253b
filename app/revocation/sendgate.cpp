// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sendgate.h"

#include "asyncresult.h"
#include "journal.h"

#include <algorithm>

namespace curfew {

SendGate::SendGate(Journal &journal, qsizetype window, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_window(std::max<qsizetype>(window, 1))
{
}

void SendGate::open(const QString &batch)
{
    m_batch = batch;
    commitNext();
}

void SendGate::request(const SendingItem &item, Pass pass)
{
    if (m_closed) {
        pass(Passage::Closed);
        return;
    }
    m_queue.enqueue({item, std::move(pass)});
    // Not at once: items that ask in the same turn of the event loop share one commit.
    QMetaObject::invokeMethod(this, &SendGate::commitNext, Qt::QueuedConnection);
}

void SendGate::answered()
{
    --m_unanswered;
    commitNext();
    if (isIdle())
        Q_EMIT idle();
}

void SendGate::close()
{
    m_closed = true;
    const auto waiting = std::exchange(m_queue, {});
    for (const Waiting &entry : waiting)
        entry.pass(Passage::Closed);
    if (isIdle())
        Q_EMIT idle();
}

void SendGate::commitNext()
{
    if (m_batch.isEmpty() || m_closed || !m_committing.isEmpty() || m_queue.isEmpty())
        return;
    // A commit costs as much for one item as for many: while more than a window is under way there is time to let some
    // more come together, and their answers are sure to come here again.
    const qsizetype room = 2 * m_window - m_unanswered;
    if (room < std::max<qsizetype>(m_window / 4, 1))
        return;
    QList<SendingItem> group;
    while (!m_queue.isEmpty() && group.size() < room) {
        m_committing.append(m_queue.dequeue());
        group.append(m_committing.last().item);
    }
    onResult(m_journal.markSending(m_batch, group), this, [this](const Result<> &result) { committed(result); });
}

void SendGate::committed(const Result<> &result)
{
    const auto group = std::exchange(m_committing, {});
    if (!result) {
        Q_EMIT journalFailed(result.error()); // first: the items that end now tell it as their reason
        for (const Waiting &entry : group)
            entry.pass(Passage::Closed);
        close();
        return;
    }
    for (const Waiting &entry : group) {
        // Closed while the commit ran: it is journaled as sending, never left, and goes back to skipped.
        if (!m_closed)
            ++m_unanswered;
        entry.pass(m_closed ? Passage::Closed : Passage::Granted);
    }
    commitNext();
    if (isIdle())
        Q_EMIT idle();
}

} // namespace curfew
