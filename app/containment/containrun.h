// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containphase.h"
#include "containplan.h"
#include "latersight.h"
#include "outcomerule.h"
#include "provideranswer.h"
#include "sendgate.h"
#include "stepsight.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace curfew {

struct ContainOptions {
    QString operatorName;
    QString reason;
    QString ticket;
    //! Not yet so after a success is looked at again after these, since services replicate.
    QList<std::chrono::milliseconds> replicationDelays{std::chrono::seconds(1), std::chrono::seconds(3)};
};

//! Carries out one plan about one person at one service: journaled before it is sent, proven by reading again, and told
//! item by item. What one request ended for others isn't sent for them.
class ContainRun : public QObject {
    Q_OBJECT

public:
    //! \p service must outlive it.
    ContainRun(PersonService &service, ContainPlan plan, ContainOptions options, QObject *parent = nullptr);

    void start();
    //! Sends nothing more, repeats nothing, waits for what is in flight, proves and journals it, finishes. Unsent items
    //! end as skipped.
    void stop();

    [[nodiscard]] const ContainPlan &plan() const { return m_plan; }
    [[nodiscard]] const BatchRecord &record() const { return m_record; } //!< what the journal knows too
    //! What the last look since the sign-in was blocked showed that should not be there: it isn't of the plan, and the
    //! journal's record is silent about it but for the note of the step that it was seen after.
    [[nodiscard]] const LaterSight &later() const { return m_later; }
    [[nodiscard]] qsizetype doneCount() const { return m_done; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] bool wasStopped() const { return m_stopped; }
    [[nodiscard]] bool clientWasRefused() const { return m_clientRefused; }
    //! Why it could not begin, or not go on. A run that never began has no batch.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void itemChanged(qsizetype index);
    void finished(); //!< the last signal, exactly once

private:
    //! What is known of one item.
    struct Known {
        Evidence evidence;
        RevokeReply reply;
        QString note; //!< what the look after it came to, where the outcome doesn't say
    };
    void opened(const Result<QString> &batch);
    void next();
    void send(qsizetype index);
    void replied(qsizetype index, const RevokeReply &reply);
    void phaseSent();
    void look();
    void lookAnew(); // the one that the stop cut short
    void seen(const StepReading &read);
    void judge(qsizetype index, const StepReading &read);
    void lookBeyond(const StepReading &read);
    void conclude(qsizetype index);
    void finish();
    void fail(const Error &error);

    PersonService &m_service;
    ContainPlan m_plan;
    ContainOptions m_options;
    BatchRecord m_record;
    SendGate m_gate;
    QList<Known> m_known; //!< one an item
    LaterSight m_later;
    QList<ContainPhase> m_phases; //!< still to come
    ContainPhase m_phase; //!< the one that is under way
    qsizetype m_pending = 0; //!< of the phase: without a reply
    qsizetype m_looks = 0; //!< of the phase, after its replies
    qsizetype m_done = 0;
    bool m_running = false;
    bool m_stopped = false;
    bool m_lookCut = false; //!< the stop came while a look was under way
    bool m_clientRefused = false;
    std::optional<Error> m_error;
};

} // namespace curfew
