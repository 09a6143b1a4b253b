// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QSettings;

namespace curfew {

class LookUpBar;
class PageStack;
class PersonPage;
class ServiceDesk;
class ServiceDialogs;
class SessionsPage;
class WorkPage;

//! Takes in the pages of a ServiceDesk as they are made: into the stack, and what they want to where it is done.
class PageWiring : public QObject {
    Q_OBJECT

public:
    //! All must outlive it.
    PageWiring(ServiceDesk &desk, PageStack &pages, LookUpBar &bar, ServiceDialogs &dialogs, QSettings &settings,
               QObject *parent);

Q_SIGNALS:
    void taken(); //!< a page was
    void actionsChanged(); //!< of the page that is shown
    void activityChanged(); //!< of any page
    void actionEnded();
    void tokenServiceWanted(const QString &service); //!< where a token shows what the person page can't

private:
    void adopt(const QString &service, SessionsPage *page);
    void adoptPerson(PersonPage *page);
    void adoptWork(WorkPage *page);

    PageStack &m_pages;
    LookUpBar &m_bar;
    ServiceDialogs &m_dialogs;
    QSettings &m_settings;
};

} // namespace curfew
