// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicebanner.h"

#include <QObject>

namespace curfew {

class LookUpBar;
class PageStack;
class ServiceDialogs;
class WorkPage;
class WindowActions;

//! What the window's actions do at the pages, the look-up bar and the dialogs, and when they can be done.
class ActionWiring : public QObject {
    Q_OBJECT

public:
    //! All but \p parent must outlive it.
    ActionWiring(WindowActions &actions, PageStack &pages, LookUpBar &bar, ServiceDialogs &dialogs, Mode mode,
                 QWidget *parent);

    //! Which pages there are to be gone through.
    enum class Page { Sessions = 1, Person = 2 };
    Q_DECLARE_FLAGS(Pages, Page)

    void refresh(Pages pages);
    //! \p working: the page whose action *Stop* would stop; nullptr while nothing is under way.
    void refreshStop(const WorkPage *working);

Q_SIGNALS:
    void sessionsWanted();
    void personWanted();
    void journalWanted();

private:
    void connectPages();
    void connectPerson();
    void turn(int step); // to the next page, or the one before
    void connectBar();
    void connectDialogs();
    void connectHelp(Mode mode, QWidget *window);
    void forgetLookUp();
    void leaveJournal(); // the bar stands above a service's page alone

    WindowActions &m_actions;
    PageStack &m_pages;
    LookUpBar &m_bar;
    ServiceDialogs &m_dialogs;
    Pages m_there;
};

} // namespace curfew
