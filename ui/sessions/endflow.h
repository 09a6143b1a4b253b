// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "activity.h"
#include "revocationplan.h"
#include "sessionaction.h"
#include "takeup.h"

#include <QHash>
#include <QPointer>

namespace curfew {

class ConfirmDialog;
class ResultsPanel;
class SessionLookUp;
struct ConfirmedAction;

//! From *End…* to the result: reads an old list again, asks once, runs the action, says what came of it.
class EndFlow : public QObject {
    Q_OBJECT

public:
    //! All parts must outlive it; dialogs open over \p page.
    EndFlow(const SessionsBackend &backend, SessionLookUp &lookUp, SessionTableModel &model, ResultsPanel &results,
            QWidget *page);

    void request(const Selection &selection);
    //! What is listed next carries on \p batch, which was interrupted: carryOn() then does what is \p wanted.
    void takeUp(const BatchRecord &batch, TakeUp wanted);
    void carryOn();
    void dropInterrupted();
    [[nodiscard]] const std::optional<BatchRecord> &interrupted() const { return m_interrupted; }
    void checkInterrupted();
    void requestInterrupted(); //!< asks before anything is sent
    void stop();
    void lock(); //!< closes an open question; drops a finished action and its tokens, a running one goes on
    [[nodiscard]] bool isRunning() const { return m_action && m_action->isRunning(); }
    [[nodiscard]] Activity activity() const { return m_action ? m_action->activity() : Activity(); }

Q_SIGNALS:
    void progressed();
    void started();
    void failed(const curfew::Error &error); //!< it could not begin, or its results could not be kept
    void refused(const QString &why); //!< nothing was sent
    void finished(const QString &batch);

private:
    enum class ListAge { AsShown, JustRead };
    [[nodiscard]] static QString notReadAgain();
    void confirmSelection(const Selection &selection, ListAge age);
    void confirm(RevocationPlan plan, qsizetype newSessions, qsizetype hidden, const QString &warning);
    void rememberRows(const RevocationPlan &plan);
    [[nodiscard]] bool mayCarryOn() const;
    void run(const ConfirmedAction &confirmed);
    void begin(const RevocationPlan &plan, const RevocationOptions &options);
    void actionFinished();
    void retry();
    void check();
    void report();
    void showRecheck(const SessionAction::Recheck &recheck);

    const SessionsBackend &m_backend;
    SessionLookUp &m_lookUp;
    SessionTableModel &m_model;
    ResultsPanel &m_results;
    QWidget *m_page;
    SessionAction *m_action = nullptr;
    QPointer<ConfirmDialog> m_question;
    std::optional<BatchRecord> m_interrupted; // to be carried on
    std::optional<TakeUp> m_wanted; // once what is listed is known
    QHash<QString, QString> m_names; // of what the action ends, as the table called it
    QStringList m_others; // sessions with something open that the action was not to end
};

} // namespace curfew
