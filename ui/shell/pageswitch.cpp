// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageswitch.h"

#include "journal.h"
#include "lookupbar.h"
#include "pagestack.h"
#include "personpage.h"
#include "servicedesk.h"
#include "servicepanel.h"
#include "sessionspage.h"

namespace curfew {

PageSwitch::PageSwitch(ServiceDesk &desk, PageStack &pages, LookUpBar &bar, ServicePanel &services, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_desk(desk)
    , m_pages(pages)
    , m_services(services)
{
}

void PageSwitch::showService(const QString &service)
{
    if (service.isEmpty()) {
        if (m_desk.rows().isEmpty())
            m_pages.showFirst();
        Q_EMIT turned();
        return;
    }
    if (m_desk.takesTokens(service)) {
        const auto page = m_desk.page(service);
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        m_pages.showSessions(service, **page);
        m_bar.setRowsShown((*page)->showsRows());
    } else {
        m_pages.setService(service);
        m_pages.showPerson(m_desk.personPage());
        m_bar.setRowsShown(false);
    }
    m_services.select(service);
    m_bar.setCurrentService(service);
    m_bar.setVisible(true);
    Q_EMIT turned();
}

void PageSwitch::showJournal()
{
    m_pages.showJournal();
    m_bar.setVisible(false);
    Q_EMIT turned();
}

void PageSwitch::showPerson()
{
    m_pages.showPerson(m_desk.personPage());
    m_bar.setVisible(true);
    Q_EMIT turned();
}

void PageSwitch::findPerson(const QString &name)
{
    showPerson();
    m_desk.personPage().find(name);
}

void PageSwitch::lookUp(const LookUp &lookUp)
{
    showService(lookUp.service);
    if (SessionsPage *page = m_pages.sessions())
        page->lookUp(lookUp);
}

void PageSwitch::takeUp(const BatchRecord &batch, TakeUp wanted)
{
    if (isAboutAPerson(batch)) {
        takeUpPerson(batch);
        return;
    }
    showService(batch.summary.issuer);
    if (SessionsPage *page = m_pages.sessions()) {
        page->takeUp(batch, wanted);
        m_bar.focusField();
    }
}

void PageSwitch::takeUpPerson(const BatchRecord &batch)
{
    showPerson();
    if (!batch.summary.user.isEmpty()) {
        m_desk.personPage().takeUp(batch);
        return;
    }
    Q_EMIT told(tr("Whom the interrupted action was about was erased from the journal. Look for the person by name: "
                   "everything is read anew before anything is sent."));
    m_bar.focusField();
}

void PageSwitch::servicesChanged()
{
    QList<LookUpBar::Service> services;
    for (const ServiceRow &row : m_desk.rows()) {
        const ProviderDescriptor *descriptor = m_desk.descriptor(row.issuer);
        services << LookUpBar::Service{row.issuer, descriptor && descriptor->lists(),
                                       !descriptor || descriptor->takesTokens(), descriptor && descriptor->people};
    }
    m_bar.setServices(services);
    m_bar.setVisible(!services.isEmpty() && !m_pages.showsJournal());
    const QString service = m_pages.service();
    const bool stands =
        m_desk.takesTokens(service) ? m_desk.openPage(service) != nullptr : m_desk.row(service) != nullptr;
    const bool lost = !service.isEmpty() && !stands;
    if (services.isEmpty() && !m_pages.showsJournal())
        m_pages.showFirst();
    else if (lost && !m_pages.showsJournal())
        showService(m_desk.row(service) ? service : m_services.current());
    Q_EMIT turned();
}

} // namespace curfew
