// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pagewiring.h"

#include "lookupbar.h"
#include "pagestack.h"
#include "personpage.h"
#include "servicedesk.h"
#include "servicedialogs.h"
#include "sessionspage.h"

namespace curfew {

PageWiring::PageWiring(ServiceDesk &desk, PageStack &pages, LookUpBar &bar, ServiceDialogs &dialogs,
                       QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_bar(bar)
    , m_dialogs(dialogs)
    , m_settings(settings)
{
    connect(&desk, &ServiceDesk::pageMade, this, &PageWiring::adopt);
    connect(&desk, &ServiceDesk::personPageMade, this, &PageWiring::adoptPerson);
}

void PageWiring::adoptWork(WorkPage *page)
{
    m_pages.addWidget(page);
    connect(page, &WorkPage::actionsChanged, this, [this, page] {
        if (page == m_pages.work())
            Q_EMIT actionsChanged();
    });
    connect(page, &WorkPage::activityChanged, this, &PageWiring::activityChanged);
    connect(page, &WorkPage::finished, this, &PageWiring::actionEnded);
    Q_EMIT taken();
}

void PageWiring::adopt(const QString &service, SessionsPage *page)
{
    adoptWork(page);
    page->restoreLayout(m_settings);
    connect(page, &SessionsPage::personKnown, this, [this, page](const QString &person) {
        if (page == m_pages.sessions())
            m_bar.setCheckedPerson(person);
    });
    connect(page, &SessionsPage::rowsShownChanged, this, [this, page](bool shown) {
        if (page == m_pages.sessions())
            m_bar.setRowsShown(shown);
    });
    connect(page, &SessionsPage::credentialWanted, &m_dialogs,
            [this, service](const QString &clientId) { m_dialogs.edit(service, clientId); });
    connect(page, &SessionsPage::unlockWanted, page,
            [this, page] { m_dialogs.unlockKeychain(page, [page] { page->listAgain(); }); });
}

void PageWiring::adoptPerson(PersonPage *page)
{
    adoptWork(page);
    connect(page, &PersonPage::credentialWanted, &m_dialogs, &ServiceDialogs::edit);
    connect(page, &PersonPage::unlockWanted, page,
            [this, page] { m_dialogs.unlockKeychain(page, [page] { page->listAgain(); }); });
    connect(page, &PersonPage::tokenServiceWanted, this, &PageWiring::tokenServiceWanted);
}

} // namespace curfew
