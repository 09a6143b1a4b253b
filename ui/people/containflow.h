// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "activity.h"
#include "containdialog.h"
#include "containsummary.h"
#include "error.h"
#include "personlookup.h"
#include "releasedialog.h"
#include "secondlook.h"
#include "statestyle.h"

#include <QPointer>

namespace curfew {

class ResultsPanel;
struct Report;

//! From *Contain…* or *Allow sign-in again…* to the result: reads again what is old, asks once, carries out a plan a
//! service at once, says what came of it, and looks again a minute later.
class ContainFlow : public QObject {
    Q_OBJECT

public:
    //! All parts must outlive it; dialogs open over \p page.
    ContainFlow(const PeopleBackend &backend, PersonLookUp &lookUp, ResultsPanel &results, QWidget *page);

    void contain();
    void release();
    void stop();
    void drop(); //!< what is finished: another person is looked for
    void lock(); //!< closes an open question; drops what is finished, what runs goes on and names nobody
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QStringList runningServices() const;
    [[nodiscard]] Activity activity() const;

Q_SIGNALS:
    void progressed();
    void started();
    //! How one step of the plan for \p service stands.
    void stepChanged(const QString &service, const curfew::ContainItem &item, const curfew::StateStyle &style);
    void sinceFound(const QString &service, const QList<curfew::PersonSession> &sessions);
    void refused(const QString &why); //!< nothing was sent
    void failed(const curfew::Error &error);
    void finished();

private:
    enum class Kind { Contain, Release };
    //! One service's share of what runs, or ran.
    struct Share {
        PeopleService service;
        ContainAction *action = nullptr;
    };
    void askToContain();
    void askToRelease(const QList<qsizetype> &blocked);
    void run(Kind kind, const QList<PeopleService> &services, const QList<ContainPlan> &plans,
             const ContainOptions &options);
    void tellStep(const Share &share, qsizetype index);
    void shareFinished();
    void showResult();
    void looked();
    [[nodiscard]] ContainedFacts facts() const;
    [[nodiscard]] QList<Report> reports() const; // one a service at which something was begun
    [[nodiscard]] ContainOptions options(const QString &ticket, const QString &reason) const;
    void read(const std::function<void()> &then); // again, where what is known is old

    const PeopleBackend &m_backend;
    PersonLookUp &m_lookUp;
    ResultsPanel &m_results;
    QWidget *m_page;
    QPointer<QuestionDialog> m_question;
    Kind m_kind = Kind::Contain;
    QList<Share> m_shares;
    QStringList m_unchecked;
    ContainSteps m_left;
    SecondLook m_second;
    int m_run = 0; // counts them, so that what comes late belongs to none
    bool m_changed = false; // what is known is older than what was done
    bool m_stopping = false;
    bool m_nameless = false; // the window was locked
};

} // namespace curfew
