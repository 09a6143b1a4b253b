// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "result.h"

#include <QObject>
#include <QQueue>

#include <functional>

namespace curfew {

class Journal;

//! Lets an item's revoke leave only once the journal has it as `sending`. Items enter in groups, one durable commit a
//! group, at most twice the window at a time, so that no fsync stalls the window.
class SendGate : public QObject {
    Q_OBJECT

public:
    enum class Passage { Granted, Closed };
    using Pass = std::function<void(Passage)>;

    //! \p window is the number of requests the issuer's channel keeps in flight.
    SendGate(Journal &journal, qsizetype window, QObject *parent);

    void open(const QString &batch);
    //! \p pass is called once: Granted when the item may be sent, Closed when it must not be.
    void request(const SendingItem &item, Pass pass);
    void answered(); //!< one granted item's revoke has its reply
    void close(); //!< grants nothing any more; what waits is told Closed

    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] bool isIdle() const { return m_queue.isEmpty() && m_committing.isEmpty() && m_unanswered == 0; }

Q_SIGNALS:
    void journalFailed(const curfew::Error &error);
    void idle();

private:
    struct Waiting {
        SendingItem item;
        Pass pass;
    };
    void commitNext();
    void committed(const Result<> &result);

    Journal &m_journal;
    QString m_batch;
    qsizetype m_window;
    QQueue<Waiting> m_queue;
    QList<Waiting> m_committing;
    qsizetype m_unanswered = 0;
    bool m_closed = false;
};

} // namespace curfew
