// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"
#include "lookup.h"
#include "takeup.h"

#include <QObject>

namespace curfew {

struct BatchRecord;
class LookUpBar;
class PageStack;
class ServiceDesk;
class ServicePanel;

//! Turns to the page that is wanted, and keeps the list of services and the look-up bar in step with it.
class PageSwitch : public QObject {
    Q_OBJECT

public:
    //! All must outlive it.
    PageSwitch(ServiceDesk &desk, PageStack &pages, LookUpBar &bar, ServicePanel &services, QObject *parent);

    void showService(const QString &service); //!< empty: there is none to be shown
    void showJournal();
    void showPerson();
    void findPerson(const QString &name);
    void lookUp(const LookUp &lookUp);
    //! Leads to where \p batch, which was interrupted, is carried on.
    void takeUp(const BatchRecord &batch, TakeUp wanted);
    //! The services were read anew. A page whose service changed is gone, and made anew when it is the one shown.
    void servicesChanged();

Q_SIGNALS:
    void turned(); //!< another page may be shown, with other actions
    void told(const QString &what); //!< something that the page which is shown doesn't say
    void failed(const curfew::Error &error);

private:
    void takeUpPerson(const BatchRecord &batch);

    LookUpBar &m_bar;
    ServiceDesk &m_desk;
    PageStack &m_pages;
    ServicePanel &m_services;
};

} // namespace curfew
