// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace curfew {

#ifdef Q_OS_MACOS
static constexpr bool mac = true;
#else
static constexpr bool mac = false;
#endif

// Qt reads Ctrl as ⌘ on macOS, so only what differs beyond that is told apart here.
static QKeySequence either(QKeyCombination elsewhere, QKeyCombination onMac)
{
    return QKeySequence(mac ? onMac : elsewhere);
}

WindowActions::WindowActions(Mode mode, QObject *parent)
    : QObject(parent)
    , m_mode(mode)
{
    newService = make(tr("&New service…"), {Qt::CTRL | Qt::Key_N});
    exportJournal = make(tr("&Export journal…"));
    verifyJournal = make(tr("&Verify journal"));
    lock = make(tr("&Lock now"));
    quit = make(tr("&Quit"), {Qt::CTRL | Qt::Key_Q});
    quit->setMenuRole(QAction::QuitRole);

    lookUp = make(tr("&Look up a person"), {Qt::CTRL | Qt::Key_L});
    pasteToken = make(tr("&Paste a token"), {QKeySequence::Paste}); // a field that is typed in keeps its own
    clearLookUp = make(tr("&Forget the token"));
    filter = make(tr("&Filter"), {Qt::CTRL | Qt::Key_F});
    listAgain =
        make(tr("List &again"),
             mac ? QList<QKeySequence>{Qt::CTRL | Qt::Key_R} : QList<QKeySequence>{Qt::Key_F5, Qt::CTRL | Qt::Key_R});
    // The table itself reads the key, since it counts nowhere else; the menu names it.
    endSelected = make(tr("&End selected session…") + u'\t'
                       + either(Qt::Key_Delete, Qt::CTRL | Qt::Key_Backspace).toString(QKeySequence::NativeText));
    endTokens = make(tr("&Revoke tokens…"));
    endAll = make(tr("End a&ll sessions…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E});
    stop = make(tr("&Stop"), {either(Qt::SHIFT | Qt::Key_Escape, Qt::CTRL | Qt::Key_Period)});

    contain = make(tr("&Contain…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_K});
    release = make(tr("&Allow sign-in again…"));
    protect = make(tr("&Protect this account…"));

    editService = make(tr("&Edit…"));
    checkService = make(tr("&Check connection…"));
    removeService = make(tr("&Remove…"));

    showSessions = make(tr("&Sessions"), mac ? QList<QKeySequence>{Qt::CTRL | Qt::Key_1} : QList<QKeySequence>{});
    showPerson = make(tr("&Person"), mac ? QList<QKeySequence>{Qt::CTRL | Qt::Key_2} : QList<QKeySequence>{});
    showJournal = make(tr("&Journal"), mac ? QList<QKeySequence>{Qt::CTRL | Qt::Key_3} : QList<QKeySequence>{});
    auto *pages = new QActionGroup(this);
    for (QAction *page : {showSessions, showPerson, showJournal}) {
        page->setCheckable(true);
        pages->addAction(page);
    }
    nextPage = make(tr("Ne&xt page"), {Qt::CTRL | Qt::Key_PageDown});
    previousPage = make(tr("&Previous page"), {Qt::CTRL | Qt::Key_PageUp});
    showTokens = make(tr("Show &tokens"));
    showTokens->setCheckable(true);

    tokenHelp = make(tr("&Where do I get a token?"), {either(Qt::Key_F1, Qt::CTRL | Qt::Key_Question)});
    practice = make(mode == Mode::Practice ? tr("&Take the caller’s token") : tr("&Practise…"));
    about = make(tr("&About Curfew"));
    about->setMenuRole(QAction::AboutRole);
}

QAction *WindowActions::make(const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    return action;
}

void WindowActions::fill(QMenuBar &bar)
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addActions({newService});
    file->addSeparator();
    file->addActions({exportJournal, verifyJournal});
    file->addSeparator();
    file->addActions({lock, quit});

    QMenu *sessions = bar.addMenu(tr("&Sessions"));
    sessions->addActions({lookUp, pasteToken, clearLookUp});
    sessions->addSeparator();
    sessions->addActions({listAgain, filter});
    sessions->addSeparator();
    sessions->addActions({endSelected, endTokens, endAll});
    sessions->addSeparator();
    sessions->addActions({stop});

    QMenu *person = bar.addMenu(tr("&Person"));
    person->addActions({contain, release});
    person->addSeparator();
    person->addActions({protect});

    QMenu *service = bar.addMenu(tr("Se&rvice"));
    service->addActions({editService, checkService});
    service->addSeparator();
    service->addActions({removeService});

    QMenu *view = bar.addMenu(tr("&View"));
    view->addActions({showSessions, showPerson, showJournal});
    view->addSeparator();
    view->addActions({nextPage, previousPage});
    view->addSeparator();
    view->addActions({showTokens});

    QMenu *help = bar.addMenu(tr("&Help"));
    help->addActions({tokenHelp, practice});
    help->addSeparator();
    help->addActions({about});
}

} // namespace curfew
