// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actionwiring.h"

#include "aboutdialog.h"
#include "journalpage.h"
#include "lookupbar.h"
#include "pagestack.h"
#include "personpage.h"
#include "servicedialogs.h"
#include "sessionspage.h"
#include "tokenhelpdialog.h"
#include "windowactions.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace curfew {

ActionWiring::ActionWiring(WindowActions &actions, PageStack &pages, LookUpBar &bar, ServiceDialogs &dialogs, Mode mode,
                           QWidget *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_pages(pages)
    , m_bar(bar)
    , m_dialogs(dialogs)
{
    connectPages();
    connectPerson();
    connectBar();
    connectDialogs();
    connectHelp(mode, parent);
}

void ActionWiring::connectPages()
{
    const auto onPage = [this](QAction *action, void (SessionsPage::*slot)()) {
        connect(action, &QAction::triggered, this, [this, slot] {
            if (SessionsPage *page = m_pages.sessions())
                (page->*slot)();
        });
    };
    connect(m_actions.listAgain, &QAction::triggered, this, [this] {
        if (WorkPage *page = m_pages.work())
            page->listAgain();
    });
    onPage(m_actions.endSelected, &SessionsPage::endSelected);
    onPage(m_actions.endTokens, &SessionsPage::endSelectedTokens);
    onPage(m_actions.endAll, &SessionsPage::endAll);
    connect(m_actions.showTokens, &QAction::toggled, this, [this](bool shown) {
        if (SessionsPage *page = m_pages.sessions())
            page->setTokensShown(shown);
    });
    connect(m_actions.filter, &QAction::triggered, this, [this] {
        if (SessionsPage *page = m_pages.sessions())
            page->focusFilter();
        else if (m_pages.showsJournal())
            m_pages.journal().focusSearch();
    });
    const auto onJournal = [this](QAction *action, void (JournalPage::*slot)()) {
        connect(action, &QAction::triggered, this, [this, slot] {
            Q_EMIT journalWanted();
            (m_pages.journal().*slot)();
        });
    };
    onJournal(m_actions.exportJournal, &JournalPage::exportShown);
    onJournal(m_actions.verifyJournal, &JournalPage::verify);

    connect(m_actions.showSessions, &QAction::triggered, this, &ActionWiring::sessionsWanted);
    connect(m_actions.showJournal, &QAction::triggered, this, &ActionWiring::journalWanted);
    connect(m_actions.nextPage, &QAction::triggered, this, [this] { turn(+1); });
    connect(m_actions.previousPage, &QAction::triggered, this, [this] { turn(-1); });
}

void ActionWiring::connectPerson()
{
    const auto onPerson = [this](QAction *action, void (PersonPage::*slot)()) {
        connect(action, &QAction::triggered, this, [this, slot] {
            if (PersonPage *page = m_pages.person())
                (page->*slot)();
        });
    };
    onPerson(m_actions.contain, &PersonPage::contain);
    onPerson(m_actions.release, &PersonPage::release);
    onPerson(m_actions.protect, &PersonPage::protect);
    connect(m_actions.showPerson, &QAction::triggered, this, &ActionWiring::personWanted);
}

void ActionWiring::turn(int step)
{
    QList<QAction *> there;
    if (m_there.testFlag(Page::Sessions))
        there.append(m_actions.showSessions);
    if (m_there.testFlag(Page::Person))
        there.append(m_actions.showPerson);
    there.append(m_actions.showJournal);
    qsizetype at = there.size() - 1; // the journal
    if (m_pages.sessions())
        at = there.indexOf(m_actions.showSessions);
    else if (m_pages.person())
        at = there.indexOf(m_actions.showPerson);
    const qsizetype count = there.size();
    there.at((at + step + count) % count)->trigger();
}

void ActionWiring::connectBar()
{
    connect(m_actions.lookUp, &QAction::triggered, this, [this] {
        leaveJournal();
        m_bar.focusField();
    });
    connect(m_actions.pasteToken, &QAction::triggered, this, [this] {
        leaveJournal();
        if (const QMimeData *pasted = QGuiApplication::clipboard()->mimeData())
            m_bar.take(pasted);
    });
    connect(m_actions.clearLookUp, &QAction::triggered, this, [this] {
        m_bar.clear();
        forgetLookUp(); // that the field holds no token any more doesn't mean that nothing is shown
    });
    connect(&m_bar, &LookUpBar::cleared, this, &ActionWiring::forgetLookUp);
    connect(&m_bar, &LookUpBar::helpRequested, m_actions.tokenHelp, &QAction::trigger);
}

// A token that was taken back is used for nothing: neither is what it showed.
void ActionWiring::forgetLookUp()
{
    if (SessionsPage *page = m_pages.sessions())
        page->forget();
}

void ActionWiring::leaveJournal()
{
    if (m_pages.showsJournal())
        Q_EMIT sessionsWanted();
}

void ActionWiring::connectDialogs()
{
    connect(m_actions.newService, &QAction::triggered, &m_dialogs, &ServiceDialogs::add);
    connect(m_actions.editService, &QAction::triggered, this, [this] { m_dialogs.edit(m_pages.service()); });
    connect(m_actions.checkService, &QAction::triggered, this, [this] { m_dialogs.check(m_pages.service()); });
    connect(m_actions.removeService, &QAction::triggered, this, [this] { m_dialogs.remove(m_pages.service()); });
}

void ActionWiring::connectHelp(Mode mode, QWidget *window)
{
    connect(m_actions.tokenHelp, &QAction::triggered, window,
            [mode, window] { (new TokenHelpDialog(mode, window))->open(); });
    connect(m_actions.about, &QAction::triggered, window, [mode, window] { (new AboutDialog(mode, window))->open(); });
}

void ActionWiring::refreshStop(const WorkPage *working)
{
    m_actions.stop->setEnabled(working && working->activity().stoppable);
}

void ActionWiring::refresh(Pages pages)
{
    m_there = pages;
    const SessionsPage *page = m_pages.sessions();
    const PersonPage *person = m_pages.person();
    const WorkPage *work = m_pages.work();
    const bool journal = m_pages.showsJournal();
    m_actions.listAgain->setEnabled(work && work->canListAgain());
    m_actions.contain->setEnabled(person && person->canContain());
    m_actions.release->setEnabled(person && person->canRelease());
    m_actions.protect->setEnabled(person && person->canProtect());
    m_actions.showSessions->setEnabled(pages.testFlag(Page::Sessions));
    m_actions.showPerson->setEnabled(pages.testFlag(Page::Person));
    m_actions.endSelected->setEnabled(page && page->canEndSelected());
    m_actions.endTokens->setEnabled(page && page->canEndSelected());
    m_actions.endAll->setEnabled(page && page->canEndAll());
    m_actions.filter->setEnabled((page && page->showsRows()) || journal);
    m_actions.showTokens->setEnabled(page != nullptr);
    if (page) {
        const QSignalBlocker quiet(m_actions.showTokens);
        m_actions.showTokens->setChecked(page->tokensShown());
    }
    for (QAction *action : {m_actions.editService, m_actions.checkService, m_actions.removeService})
        action->setEnabled(!m_pages.service().isEmpty());
    for (QAction *action : {m_actions.lookUp, m_actions.pasteToken})
        action->setEnabled(work || !m_pages.service().isEmpty());
    m_actions.clearLookUp->setEnabled(work != nullptr);
    m_actions.showSessions->setChecked(!journal && !person);
    m_actions.showPerson->setChecked(person != nullptr);
    m_actions.showJournal->setChecked(journal);
}

} // namespace curfew
