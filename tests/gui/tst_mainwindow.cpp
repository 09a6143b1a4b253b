// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "closedialog.h"
#include "confirmdialog.h"
#include "containdialog.h"
#include "filledbutton.h"
#include "firststartpage.h"
#include "issuerdialog.h"
#include "issuersetup.h"
#include "journalpage.h"
#include "lookupbar.h"
#include "mainwindow.h"
#include "pageparts.h"
#include "personpage.h"
#include "practiceissuers.h"
#include "servicepanel.h"
#include "sessionspage.h"
#include "windowactions.h"
#include "windowsettings.h"
#include "workspace.h"

#include <QAccessible>
#include <QAction>
#include <QListView>
#include <QMenuBar>
#include <QPointer>
#include <QSet>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

// Everything that can be reached with the keyboard has to say what it is.
static QStringList namelessControls(const QWidget &window)
{
    QStringList nameless;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return nameless;
}

// What the operator sees of the actions of the menu bar.
static QAction *action(const MainWindow &window, const QString &text)
{
    for (const QAction *menu : window.menuBar()->actions()) {
        for (QAction *candidate : menu->menu()->actions()) {
            if (QString(candidate->text()).remove(u'&').section(u'\t', 0, 0) == text)
                return candidate;
        }
    }
    return nullptr;
}

static SessionsPage *visiblePage(const MainWindow &window)
{
    for (SessionsPage *page : window.findChildren<SessionsPage *>()) {
        if (page->isVisible())
            return page;
    }
    return nullptr;
}

// What a crash leaves of an action at the practice realm.
static BatchRecord interrupted(Target target, const QString &user)
{
    BatchRecord batch;
    batch.summary.batch = u"20260301-140211-4f2a"_s;
    batch.summary.issuer = u"Catena practice (Keycloak Admin)"_s;
    batch.summary.user = user;
    ItemRecord item;
    item.item.target = target;
    item.item.targetId = u"0123456789abcdef"_s;
    item.item.action = target == Target::Token ? Action::Revoke : Action::Disable;
    batch.items = {item};
    return batch;
}

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void beginsWithoutATable()
    {
        auto workspace = Workspace::open(m_folder.filePath(u"empty"_s));
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"empty.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        QVERIFY(window.findChild<FirstStartPage *>()->isVisible());
        QVERIFY(!window.findChild<LookUpBar *>()->isVisible());
        QVERIFY(!action(window, u"Edit…"_s)->isEnabled());
        QCOMPARE(namelessControls(window), QStringList());
        action(window, u"New service…"_s)->trigger();
        auto *dialog = window.findChild<IssuerDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(namelessControls(*dialog), QStringList());
    }

    void looksUpThePracticeCallerAndLocks()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"practice.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        QCOMPARE(window.findChild<ServicePanel *>()->findChild<QListView *>()->model()->rowCount(), 7);
        action(window, u"Take the caller’s token"_s)->trigger();
        QVERIFY(window.findChild<LookUpBar *>()->hasToken());
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Return);
        SessionsPage *page = visiblePage(window);
        QVERIFY(page);
        QTRY_VERIFY_WITH_TIMEOUT(page->showsRows(), 20000);
        QVERIFY(action(window, u"End all sessions…"_s)->isEnabled());
        QVERIFY(!window.windowTitle().contains(u'@'));
        QCOMPARE(namelessControls(window), QStringList());
        window.lock();
        QVERIFY(!page->showsRows());
        QVERIFY(!window.findChild<LookUpBar *>()->hasToken());
    }

    void forgetsWhatATokenShowedWithTheToken()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"forgetting.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        action(window, u"Take the caller’s token"_s)->trigger();
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Return);
        SessionsPage *page = visiblePage(window);
        QVERIFY(page);
        QTRY_VERIFY_WITH_TIMEOUT(page->showsRows(), 20000);
        action(window, u"Forget the token"_s)->trigger();
        QVERIFY(!window.findChild<LookUpBar *>()->hasToken());
        QVERIFY(!page->showsRows());
    }

    void closingWaitsForWhatIsBeingEnded()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"closing.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        action(window, u"Take the caller’s token"_s)->trigger();
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Return);
        SessionsPage *page = visiblePage(window);
        QVERIFY(page);
        QTRY_VERIFY_WITH_TIMEOUT(page->showsRows(), 20000);
        action(window, u"End all sessions…"_s)->trigger();
        QTRY_VERIFY(window.findChild<ConfirmDialog *>());
        auto *end = window.findChild<ConfirmDialog *>()->findChild<FilledButton *>();
        QTRY_VERIFY(end->isEnabled());
        QTest::qWait(600); // inert for its first half second
        end->click();
        QTRY_VERIFY(page->isRunning());
        QVERIFY(!window.close());
        const QPointer<CloseDialog> question = window.findChild<CloseDialog *>();
        QVERIFY(question && question->isVisible());
        QVERIFY(!window.close()); // asks once
        QCOMPARE(window.findChildren<CloseDialog *>().size(), 1);
        Q_EMIT question->stopRequested();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), 20000);
        QVERIFY(!page->isRunning());
    }

    void containsSomebodyByNameAlone()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"person.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClicks(window.focusWidget(), u"dona.moore@example.com"_s);
        QTest::keyClick(window.focusWidget(), Qt::Key_Return);
        auto *page = window.findChild<PersonPage *>();
        QVERIFY(page->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(page->canContain(), 20000);
        QVERIFY2(shownText(*page).contains(u"can’t search by name."_s), qPrintable(shownText(*page)));
        QCOMPARE(namelessControls(window), QStringList());
        QVERIFY(!window.windowTitle().contains(u"ona"_s));
        QTest::keyClick(window.focusWidget(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(window.findChild<ContainDialog *>());
        QCOMPARE(namelessControls(*window.findChild<ContainDialog *>()), QStringList());
        QTRY_VERIFY(window.findChild<ContainDialog *>()->findChild<FilledButton *>()->isEnabled());
        QTest::keyClick(window.findChild<ContainDialog *>(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page->isRunning());
        QVERIFY(action(window, u"Stop"_s)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 20000);
        QVERIFY2(shownText(*page).contains(u"Contained at 1 of 2 service"_s), qPrintable(shownText(*page)));
        QCOMPARE(namelessControls(window), QStringList());

        // The issuers' own word: blocked, and nobody is in.
        page->listAgain();
        QTRY_VERIFY_WITH_TIMEOUT(page->canContain(), 20000);
        QVERIFY2(shownText(*page).contains(u"0 session"_s), qPrintable(shownText(*page)));
        const QList<QTableView *> tables = page->findChildren<QTableView *>();
        QCOMPARE(tables.size(), 2);
        for (const QTableView *table : tables)
            QCOMPARE(table->model()->index(0, 0).data().toString(), u"Blocked"_s);
        window.lock();
        QVERIFY(!shownText(window).contains(u"dona"_s));
    }

    void leadsFromAnInterruptedActionToThePerson()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"interrupted.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        action(window, u"Journal"_s)->trigger();
        const BatchRecord batch = interrupted(Target::User, practiceVictim());
        Q_EMIT window.findChild<JournalPage *>()->takeUpRequested(batch, TakeUp::SendAgain);
        const auto *page = window.findChild<PersonPage *>();
        QVERIFY(page && page->isVisible());
        QVERIFY2(shownText(*page).contains(u"An action about this person at Catena practice (Keycloak Admin) was "
                                           "interrupted."_s),
                 qPrintable(shownText(*page)));
        QTRY_VERIFY_WITH_TIMEOUT(page->canContain(), 20000);
        QVERIFY2(shownText(*page).contains(u"Dona Moore: found at 2 of 2"_s), qPrintable(shownText(*page)));
        QVERIFY(shownText(*page).contains(u"read anew before anything is sent"_s)); // it still stands there
        const QList<PracticeRecord> record = (*workspace)->practice()->issuer(u"keycloak"_s).record();
        QVERIFY(!record.isEmpty());
        for (const PracticeRecord &one : record)
            QVERIFY(one.request.method == "GET" || one.request.path.endsWith("/token"));
    }

    void anInterruptedActionAboutNobodyKnownAsksForTheName()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"erased.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        Q_EMIT window.findChild<JournalPage *>()->takeUpRequested(interrupted(Target::User, {}), TakeUp::SendAgain);
        QVERIFY(window.findChild<PersonPage *>()->isVisible());
        QVERIFY2(shownText(window).contains(u"was erased from the journal"_s), qPrintable(shownText(window)));
        QVERIFY(window.findChild<LookUpBar *>()->isAncestorOf(window.focusWidget()));
    }

    void anInterruptedActionAboutTokensStaysWithTheSessions()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"tokens.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        BatchRecord batch = interrupted(Target::Token, practiceVictim());
        batch.summary.issuer = window.findChild<ServicePanel *>()->current();
        action(window, u"Journal"_s)->trigger();
        Q_EMIT window.findChild<JournalPage *>()->takeUpRequested(batch, TakeUp::SendAgain);
        QVERIFY(visiblePage(window));
        QVERIFY(!window.findChild<PersonPage *>());
    }

    void showsThePersonPageForAServiceThatTakesNoTokens()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"directory.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        auto *panel = window.findChild<ServicePanel *>();
        const QString sessions = panel->current();
        QVERIFY(visiblePage(window));
        panel->select(u"Catena practice (Keycloak Admin)"_s);
        QVERIFY(window.findChild<PersonPage *>()->isVisible());
        QVERIFY(!visiblePage(window));
        QVERIFY(!action(window, u"Sessions"_s)->isEnabled());
        Q_EMIT window.findChild<IssuerSetup *>()->changed(u"anything"_s); // the services are read anew
        QCoreApplication::processEvents();
        QVERIFY(window.findChild<PersonPage *>()->isVisible());
        panel->select(sessions);
        QVERIFY(visiblePage(window));
    }

    void turnsPagesByKeyboard()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"pages.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        auto *journal = window.findChild<JournalPage *>();
        QVERIFY(!journal->isVisible());
        QVERIFY(action(window, u"Sessions"_s)->isChecked());
        action(window, u"Next page"_s)->trigger();
        const auto *person = window.findChild<PersonPage *>(); // made when first asked for
        QVERIFY(person && person->isVisible());
        QVERIFY(action(window, u"Person"_s)->isChecked());
        action(window, u"Next page"_s)->trigger();
        QVERIFY(journal->isVisible());
        QVERIFY(action(window, u"Journal"_s)->isChecked());
        action(window, u"Next page"_s)->trigger();
        QVERIFY(action(window, u"Sessions"_s)->isChecked());
        action(window, u"Previous page"_s)->trigger();
        QVERIFY(journal->isVisible());
        action(window, u"Previous page"_s)->trigger();
        QVERIFY(person->isVisible());
        action(window, u"Previous page"_s)->trigger();
        QVERIFY(!journal->isVisible() && !person->isVisible());
        QVERIFY(action(window, u"Sessions"_s)->isChecked());
    }

    void keepsTheBarAwayFromTheJournal()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"journal.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        const auto *bar = window.findChild<LookUpBar *>();
        action(window, u"Journal"_s)->trigger();
        QVERIFY(!bar->isVisible());
        Q_EMIT window.findChild<IssuerSetup *>()->changed(u"anything"_s); // the services are read anew
        QCoreApplication::processEvents();
        QVERIFY(!bar->isVisible());
        QVERIFY(action(window, u"Look up a person"_s)->isEnabled());
        action(window, u"Look up a person"_s)->trigger();
        QVERIFY(bar->isVisible());
        QVERIFY(bar->isAncestorOf(window.focusWidget()));
        QVERIFY(!window.findChild<JournalPage *>()->isVisible());
    }

    void fitsASmallScreen()
    {
        auto workspace = Workspace::openPractice();
        QVERIFY(workspace);
        QSettings settings(m_folder.filePath(u"small.ini"_s), QSettings::IniFormat);
        MainWindow window(**workspace, settings);
        window.show();
        action(window, u"Take the caller’s token"_s)->trigger();
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Return);
        SessionsPage *page = visiblePage(window);
        QVERIFY(page);
        QTRY_VERIFY_WITH_TIMEOUT(page->showsRows(), 20000);
        QCoreApplication::processEvents();
        const QSize least = window.minimumSizeHint();
        QVERIFY2(least.width() <= 640 && least.height() <= 380,
                 qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
    }

    void noShortcutIsUsedTwice()
    {
        WindowActions actions(Mode::Real);
        QMenuBar bar;
        actions.fill(bar);
        QSet<QString> seen;
        for (const QAction *menu : bar.actions()) {
            for (const QAction *entry : menu->menu()->actions()) {
                for (const QKeySequence &keys : entry->shortcuts()) {
                    QVERIFY2(!seen.contains(keys.toString()), qPrintable(keys.toString()));
                    seen.insert(keys.toString());
                }
            }
        }
        QVERIFY(seen.contains(u"Ctrl+L"_s));
        QVERIFY(seen.contains(u"Ctrl+Shift+E"_s));
    }

    void remembersTheWindowAlone()
    {
        const QString file = m_folder.filePath(u"window.ini"_s);
        const WindowSettings values{"geometry", "splitter", u"Acme"_s};
        {
            QSettings settings(file, QSettings::IniFormat);
            writeWindowSettings(settings, values);
        }
        const QSettings settings(file, QSettings::IniFormat);
        QCOMPARE(readWindowSettings(settings), values);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
