// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containdialog.h"
#include "earlierlookup.h"
#include "leftlooks.h"
#include "personaction.h"
#include "personlookup.h"
#include "secondlook.h"

#include <QPointer>

namespace curfew {

class ResultsPanel;

//! From *Contain…* or *Allow sign-in again…* to the result: reads again what is old, asks once, carries out a plan a
//! service at once, says what came of it, and looks again a minute later.
class ContainFlow : public QObject {
    Q_OBJECT

public:
    //! All parts must outlive it; dialogs open over \p page.
    ContainFlow(const PeopleBackend &backend, PersonLookUp &lookUp, ResultsPanel &results, QWidget *page);

    void contain();
    void release();
    void stop() { m_action.stop(); }
    //! Closes what is finished. That Curfew looks again was promised: it does, and tells then.
    void setAside();
    void leave(); //!< another person is looked for: drops what is finished, and looks again where that was promised
    void drop(); //!< what is finished, and every look that is to come, as services are about to go
    void lock(); //!< closes an open question; drops as well, what runs goes on and names nobody
    [[nodiscard]] bool isRunning() const { return m_action.isRunning(); }
    [[nodiscard]] QStringList runningServices() const { return m_action.runningServices(); }
    [[nodiscard]] Activity activity() const { return m_action.activity(); }

Q_SIGNALS:
    void progressed();
    void started();
    //! How one step of the plan for \p service stands.
    void stepChanged(const QString &service, const curfew::ContainItem &item, const curfew::StateStyle &style);
    void laterFound(const QString &service, const curfew::LaterSight &later);
    void lookedBehind(const curfew::LookNews &news); //!< again, at somebody whom the page has left
    void looksDropped(); //!< somebody was to be looked at again, and won't be
    void refused(const QString &why); //!< nothing was sent
    void failed(const curfew::Error &error);
    void finished();

private:
    enum class Kind { Contain, Release };
    [[nodiscard]] bool isDecided(); // who is meant; else it says that nobody is
    void askToContain();
    void refuseToRelease(); // nobody is known to be blocked
    void lookForBlocks(const QList<qsizetype> &blocked);
    void askToRelease(const ReleaseRequest &request);
    void run(Kind kind, const QList<PeopleService> &services, const QList<ContainPlan> &plans,
             const ContainOptions &options);
    void clear();
    void startLooks(); // anew: the old ones are over, or go on without this flow
    void actionFinished();
    void showResult();
    void looked();
    [[nodiscard]] ContainedFacts facts() const;
    [[nodiscard]] ContainOptions options(const QString &ticket, const QString &reason) const;
    void read(const std::function<void()> &then); // again, where what is known is old

    const PeopleBackend &m_backend;
    PersonLookUp &m_lookUp;
    ResultsPanel &m_results;
    QWidget *m_page;
    QPointer<QuestionDialog> m_question;
    Kind m_kind = Kind::Contain;
    PersonAction m_action;
    EarlierLookUp m_earlier;
    QStringList m_unchecked;
    QStringList m_leftBlocked;
    ContainSteps m_left;
    std::unique_ptr<SecondLook> m_second;
    LeftLooks m_behind;
    bool m_changed = false; // what is known is older than what was done
    bool m_nameless = false; // the window was locked
};

} // namespace curfew
