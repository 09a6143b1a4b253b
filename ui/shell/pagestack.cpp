// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pagestack.h"

#include "firststartpage.h"
#include "journalpage.h"
#include "personpage.h"
#include "sessionspage.h"

namespace curfew {

PageStack::PageStack(JournalActions journal, QWidget *parent)
    : QStackedWidget(parent)
    , m_first(new FirstStartPage(this))
    , m_journal(new JournalPage(std::move(journal), this))
{
    addWidget(m_first);
    addWidget(m_journal);
    connect(m_first, &FirstStartPage::addRequested, this, &PageStack::addRequested);
    connect(m_first, &FirstStartPage::practiceRequested, this, &PageStack::practiceRequested);
}

bool PageStack::showsJournal() const
{
    return currentWidget() == m_journal;
}

SessionsPage *PageStack::sessions() const
{
    return qobject_cast<SessionsPage *>(currentWidget());
}

PersonPage *PageStack::person() const
{
    return qobject_cast<PersonPage *>(currentWidget());
}

WorkPage *PageStack::work() const
{
    return qobject_cast<WorkPage *>(currentWidget());
}

void PageStack::showFirst()
{
    m_service.clear();
    setCurrentWidget(m_first);
}

void PageStack::showJournal()
{
    setCurrentWidget(m_journal);
    m_journal->refresh();
}

void PageStack::showSessions(const QString &service, SessionsPage &page)
{
    m_service = service;
    setCurrentWidget(&page);
}

void PageStack::showPerson(PersonPage &page)
{
    setCurrentWidget(&page);
}

} // namespace curfew
