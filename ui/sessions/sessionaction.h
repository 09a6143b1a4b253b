// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "activity.h"
#include "revocationplan.h"
#include "sessionsbackend.h"
#include "sessiontablemodel.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace curfew {

class RunningAction;

//! One confirmed action, from its start to *Check again*: gathers what changes, ten times a second, and keeps the plan
//! with its tokens as long as something may still have to be done with them.
class SessionAction : public QObject {
    Q_OBJECT

public:
    //! What *Check again* saw.
    struct Recheck {
        qsizetype alive = 0;
        qsizetype inactive = 0;
        qsizetype unseen = 0;
    };

    SessionAction(const SessionsBackend &backend, RevocationPlan plan, RevocationOptions options,
                  QObject *parent = nullptr);

    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const BatchRecord &record() const;
    [[nodiscard]] bool resumes() const { return m_plan.resumes.has_value(); } //!< it carries on an earlier one
    [[nodiscard]] Activity activity() const;
    //! The first, of the endpoints or the journal: it may go on for what was sent.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] QList<SessionTableModel::StateChange> states() const; //!< of every item, as it stands
    [[nodiscard]] RevocationPlan leftOver() const; //!< the plan again, of what may still work
    void checkAgain(); //!< looks once at everything that may still work, or couldn't be checked

Q_SIGNALS:
    void changed(const QList<curfew::SessionTableModel::StateChange> &changes);
    void finished();
    void checkedAgain(const curfew::SessionAction::Recheck &recheck);

private:
    //! Of the table's rows: sessions, or tokens where nothing is listed.
    struct Counts {
        qsizetype total = 0;
        qsizetype checked = 0; //!< ended, and seen to be
        qsizetype unchecked = 0; //!< ended, as the service says
    };
    [[nodiscard]] Counts counts() const;
    [[nodiscard]] QString rowOf(const ItemRecord &item) const;
    [[nodiscard]] SessionTableModel::StateChange stateAt(qsizetype index) const;
    [[nodiscard]] QList<qsizetype> uncertainItems() const;
    [[nodiscard]] QString progressText() const;
    void tell();
    void end();

    const SessionsBackend &m_backend;
    RevocationPlan m_plan;
    RunningAction *m_action;
    QSet<qsizetype> m_changed;
    QTimer m_pause;
    QElapsedTimer m_elapsed;
    std::optional<Error> m_error;
    bool m_running = false;
    bool m_stopping = false;
    Recheck m_recheck;
    qsizetype m_looksOut = 0;
};

} // namespace curfew
