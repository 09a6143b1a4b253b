// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containdialog.h"
#include "errortext.h"
#include "personbench.h"
#include "plainlabel.h"
#include "protectdialog.h"
#include "releasedialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace curfew;
using namespace Qt::StringLiterals;

namespace {

Error noConnection()
{
    return {ErrorKind::NoConnection, u"connection refused"_s, 0, {}};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PersonAccess unseenAccess(const QDateTime &now)
{
    PersonAccess access;
    access.takenAt = now;
    return access;
}

} // namespace

class TestPersonPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTellsPeopleApart()
    {
        PersonBench bench;
        bench.open();
        for (const QString &part : {u"Dona Moore: found at 1 of 1 service(s), 3 session(s)."_s,
                                    u"dona.moore@example.com"_s, u"dona.moore"_s, u"id-1"_s, u"1\u00a0h ago"_s})
            QVERIFY2(bench.says(part), qPrintable(part + u" is not in:\n"_s + bench.text()));
        QCOMPARE(bench.column(0), (QStringList{u"Allowed"_s, u"Active"_s, u"Active"_s, u"Active"_s, u"Given"_s}));
        QCOMPARE(bench.column(1),
                 (QStringList{u"Sign-in"_s, u"Browser session"_s, u"Browser session"_s, u"Offline session"_s,
                              u"Consent"_s}));
        QCOMPARE(bench.column(2).at(1), u"travel, mail"_s);
        QCOMPARE(bench.column(3).at(1), u"10.10.10.20"_s);
        QVERIFY(bench.page->canContain());
        QCOMPARE(bench.acme.wanted, QStringList{u"dona.moore@example.com"_s});
    }

    void saysThatNobodyIsFound()
    {
        PersonBench bench;
        bench.acme.people = QList<Person>();
        bench.open();
        QVERIFY2(bench.says(u"Nobody goes by exactly “dona.moore@example.com” at Acme."_s), qPrintable(bench.text()));
        QVERIFY(!bench.page->canContain());
        QVERIFY(!bench.page->findChild<FilledButton *>()->isVisible());
    }

    void whatCouldNotBeAskedIsNotNone()
    {
        PersonBench bench;
        FakeDirectory &other = bench.people.add(u"Catena"_s, u"keycloak-admin"_s);
        other.people = tl::unexpected(noConnection());
        bench.open();
        QVERIFY2(bench.says(u"Not checked at Catena."_s), qPrintable(bench.text()));
        QVERIFY(bench.says(u"Not checked: "_s));
        QVERIFY(!bench.says(u"Nobody"_s));
        QVERIFY(bench.page->canContain());

        other.people = QList<Person>{fakePerson()};
        other.access = fakeAccess(1, 0, bench.people.now);
        QTest::mouseClick(bench.button(u"Try again"_s), Qt::LeftButton);
        QTRY_VERIFY2(bench.says(u"found at 2 of 2 service(s), 4 session(s)."_s), qPrintable(bench.text()));
        QVERIFY(!bench.says(u"Not checked"_s));
        QCOMPARE(bench.acme.wanted.size(), 1);
    }

    void theOperatorSignsInWhereAServiceWantsIt()
    {
        PersonBench bench;
        FakeDirectory &other = bench.people.add(u"Catena"_s, u"keycloak-admin"_s);
        const Error needed{ErrorKind::SignInNeeded, u"nobody has signed in"_s, 0, {}};
        other.people = tl::unexpected(needed);
        Result<> answer = tl::unexpected(needed);
        other.signIn = [&] {
            if (answer)
                other.people = QList<Person>{fakePerson()};
            return answer;
        };
        other.access = fakeAccess(1, 0, bench.people.now);
        bench.open();
        QTest::mouseClick(bench.button(u"Sign in…"_s), Qt::LeftButton); // and leaves it again
        QTRY_VERIFY2(bench.says(u"Not checked at Catena."_s), qPrintable(bench.text()));
        QCOMPARE(other.wanted.size(), 1); // nothing more is asked without a sign-in
        answer = {};
        QTest::mouseClick(bench.button(u"Sign in…"_s), Qt::LeftButton);
        QTRY_VERIFY2(bench.says(u"found at 2 of 2 service(s), 4 session(s)."_s), qPrintable(bench.text()));
    }

    void sessionsThatCouldNotBeReadAreNotNone()
    {
        PersonBench bench;
        bench.acme.access = tl::unexpected(noConnection());
        bench.open();
        QVERIFY2(bench.says(u"Sessions at Acme are not checked."_s), qPrintable(bench.text()));
        QVERIFY(bench.says(u"Not checked: "_s));
        QVERIFY(!bench.says(u"It lists no sessions"_s));
        QVERIFY(!bench.says(u"Sessions can’t be seen here"_s));
        QCOMPARE(bench.column(0), QStringList{u"Allowed"_s}); // what is known
    }

    void whoseSessionsCanNotBeReadIsBlocked()
    {
        PersonBench bench;
        bench.people.secondLook = std::chrono::milliseconds(50);
        bench.acme.access = tl::unexpected(noConnection());
        bench.open();
        QVERIFY(bench.page->canContain());
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        const QString asked = shownText(*bench.question<ContainDialog>());
        for (const QString &part : {u"Blocks the sign-in · Signs out everywhere"_s, u"Sessions are not checked here"_s})
            QVERIFY2(asked.contains(part), qPrintable(part + u" is not in:\n"_s + asked));
        QVERIFY(!asked.contains(u"Nothing is done there"_s));
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        const ContainPlan plan = bench.acme.action->plan();
        QCOMPARE(plan.items.size(), 5); // three of them not checked: sessions, offline sessions, consents
        QCOMPARE(plan.count(Action::Disable), 1);
        QCOMPARE(plan.count(Action::EndSession) + plan.count(Action::Revoke), 0);
        bench.acme.action->settle(0, Outcome::Revoked);
        QCOMPARE(bench.column(0), QStringList{u"Blocked, checked"_s});
        bench.acme.action->settle(1, Outcome::Accepted);
        for (qsizetype i = 2; i < plan.items.size(); ++i)
            bench.acme.action->settle(i, Outcome::Skipped);
        bench.acme.action->finish();
        const QString headline =
            u"Only the sign-in is known to be blocked, at Acme. Sessions at Acme are not checked."_s;
        QVERIFY2(bench.says(headline), qPrintable(bench.text()));
        QVERIFY(bench.says(u"Sessions at Acme · not checked: they could not be read"_s));
        QVERIFY(bench.says(u"Consents at Acme · not checked: they could not be read"_s));
        QVERIFY(!bench.isGreen());
        QTRY_VERIFY2(bench.says(u"Acme could not be read: not checked there."_s), qPrintable(bench.text()));
        QVERIFY(bench.says(headline));

        bench.acme.access = fakeAccess(1, 0, bench.people.now.addSecs(90)); // as it had been all the time
        QTest::mouseClick(bench.button(u"Check again"_s), Qt::LeftButton);
        QTRY_VERIFY2(bench.says(u"Not yet: 1 session(s) still work."_s), qPrintable(bench.text()));
        QCOMPARE(bench.column(0), (QStringList{u"Blocked, checked"_s, u"OPEN"_s}));
    }

    void whatIsListedAndCanNotBeReadIsNotPassedOver()
    {
        PersonBench bench;
        bench.acme.access->warnings.append(u"the service lists a session without an id"_s);
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(u"Not all that Acme lists could be read."_s), qPrintable(bench.text()));
        QVERIFY(bench.says(u"What else Acme lists · not checked"_s));
        QVERIFY(!bench.says(u"Contained at"_s));
        QVERIFY(!bench.isGreen());
    }

    void nobodyIsGuessedOfSeveral()
    {
        PersonBench bench;
        Person second = fakePerson(u"id-2"_s);
        second.name = u"Dona Moore the younger"_s;
        bench.acme.people = QList<Person>{fakePerson(), second};
        bench.open();
        QVERIFY2(bench.says(u"choose the one who is meant"_s), qPrintable(bench.text()));
        QCOMPARE(bench.acme.snapshots, 0);
        QVERIFY(!bench.page->canContain());
        QList<QPushButton *> choices;
        for (QPushButton *button : bench.page->findChildren<QPushButton *>()) {
            if (button->text() == u"This one")
                choices.append(button);
        }
        QCOMPARE(choices.size(), 2);
        QTest::mouseClick(choices.at(1), Qt::LeftButton);
        QTRY_VERIFY(bench.page->canContain());
        QVERIFY(bench.says(u"id-2"_s));
        QVERIFY(!bench.says(u"id-1"_s));

        bench.page->listAgain(); // the choice stays
        QTRY_VERIFY(bench.page->canContain());
        QVERIFY(bench.says(u"id-2"_s));
        QCOMPARE(bench.acme.snapshots, 2);
    }

    void noneOfSeveralMayBeMeant()
    {
        PersonBench bench;
        bench.acme.people = QList<Person>{fakePerson(), fakePerson(u"id-2"_s)};
        bench.open();
        QTest::mouseClick(bench.button(u"None of them"_s), Qt::LeftButton);
        QTRY_VERIFY(bench.says(u"None of the people who go by this name here is meant."_s));
        QVERIFY(!bench.page->canContain());
        QCOMPARE(bench.acme.snapshots, 0);
    }

    void differentAddressesHaveToBeTicked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("another one") << u"other.dona@example.com"_s;
        QTest::newRow("none") << QString();
    }

    void differentAddressesHaveToBeTicked()
    {
        QFETCH(QString, address);
        PersonBench bench;
        FakeDirectory &other = bench.people.add(u"Catena"_s, u"keycloak-admin"_s);
        Person namesake = fakePerson(u"id-9"_s);
        namesake.email = address;
        other.people = QList<Person>{namesake};
        other.access = fakeAccess(5, 0, bench.people.now);
        bench.open();
        QVERIFY2(bench.says(u"no e-mail address in common"_s), qPrintable(bench.text()));
        QVERIFY(!bench.page->canContain());
        QCheckBox *meant = nullptr;
        for (QCheckBox *box : bench.page->findChildren<QCheckBox *>()) {
            if (box->isVisible() && box->accessibleName() == u"The account at Acme is meant")
                meant = box;
        }
        QVERIFY(meant);
        QTest::keyClick(meant, Qt::Key_Space);
        QTRY_VERIFY(bench.page->canContain());
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        QVERIFY(!other.action);
    }

    void goesToTheSiblingWhereSessionsCanNotBeSeen()
    {
        PersonBench bench;
        FakeDirectory &directory = bench.people.add(u"Catena"_s, u"sap-directory"_s);
        directory.people = QList<Person>{fakePerson()};
        directory.access = unseenAccess(bench.people.now);
        directory.tokenService = u"Catena tokens"_s;
        bench.open();
        QSignalSpy wanted(bench.page.get(), &PersonPage::tokenServiceWanted);
        QVERIFY2(bench.says(u"Sessions can’t be seen here without a token of this person."_s),
                 qPrintable(bench.text()));
        QTest::mouseClick(bench.button(u"Use a token at Catena tokens…"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().toString(), u"Catena tokens"_s);
    }

    void containsWhatTheQuestionShows()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        const QString asked = shownText(*bench.question<ContainDialog>());
        for (const QString &part :
             {u"Contain Dona Moore?"_s, u"Acme"_s, u"id-1"_s,
              u"Blocks the sign-in · Ends 2 browser session(s) · Ends 1 offline session(s) · Takes back 1 "
              "consent(s)"_s,
              u"An access token may still work until it expires"_s})
            QVERIFY2(asked.contains(part), qPrintable(part + u" is not in:\n"_s + asked));
        QVERIFY(!bench.question<ContainDialog>()->windowTitle().contains(u"ona"_s));
        const QList<QLineEdit *> fields = bench.question<ContainDialog>()->findChildren<QLineEdit *>();
        fields.at(0)->setText(u"INC-1"_s);
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.page->isRunning());
        QCOMPARE(bench.acme.action->options.ticket, u"INC-1"_s);
        QCOMPARE(bench.acme.action->options.operatorName, u"agent"_s);
        QCOMPARE(bench.acme.action->plan().items.size(), 6); // and signing out everywhere
        QCOMPARE(bench.column(0).constFirst(), u"Waiting"_s);
        QVERIFY(bench.page->activity().stoppable);
        bench.acme.action->settle(0, Outcome::Revoked);
        QCOMPARE(bench.column(0).constFirst(), u"Blocked, checked"_s);
        QVERIFY(bench.page->isRunning());
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(u"Contained at 1 of 1 service(s), checked."_s), qPrintable(bench.text()));
        QVERIFY(bench.says(u"looks again"_s));
        QVERIFY(bench.says(u"Your sign-in at Acme is blocked"_s));
    }

    void leavesOutWhatIsNotTicked()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        const QList<QCheckBox *> steps = bench.question<ContainDialog>()->findChildren<QCheckBox *>();
        QCOMPARE(steps.size(), 4);
        steps.at(0)->click(); // the sign-in
        steps.at(3)->click(); // consents
        QVERIFY(shownText(*bench.question<ContainDialog>())
                    .contains(u"Ends 2 browser session(s) · Ends 1 offline session(s)\n"_s));
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        QCOMPARE(bench.acme.action->plan().count(Action::Disable), 0);
        QCOMPARE(bench.acme.action->plan().count(Action::Revoke), 0);
        QCOMPARE(bench.acme.action->plan().count(Action::EndSession), 3);
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(u"the sign-in was left open"_s), qPrintable(bench.text()));
        QVERIFY(!bench.says(u"Contained at"_s));
    }

    void whatHadSomethingToEndIsNotLeftOutSilently_data()
    {
        QTest::addColumn<int>("step"); // of the question
        QTest::addColumn<QString>("headline");
        QTest::newRow("browser sessions") << 1 << u"Only a part was done: browser sessions were left alone."_s;
        QTest::newRow("offline sessions") << 2 << u"Only a part was done: offline sessions were left alone."_s;
        QTest::newRow("consents") << 3 << u"Only a part was done: consents were left standing."_s;
    }

    void whatHadSomethingToEndIsNotLeftOutSilently()
    {
        QFETCH(int, step);
        QFETCH(QString, headline);
        PersonBench bench;
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        bench.question<ContainDialog>()->findChildren<QCheckBox *>().at(step)->click();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(headline), qPrintable(bench.text()));
        QVERIFY(!bench.says(u"Contained at"_s));
        QVERIFY(!bench.isGreen());
    }

    void aSignOutThatFailedIsShown()
    {
        PersonBench bench;
        bench.acme.access = fakeAccess(0, 0, bench.people.now); // nobody is listed who could say so
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        const ContainPlan plan = bench.acme.action->plan();
        for (qsizetype i = 0; i < plan.items.size(); ++i)
            bench.acme.action->settle(
                i, plan.items.at(i).step.action == Action::Logout ? Outcome::Failed : Outcome::Revoked);
        bench.acme.action->finish();
        QVERIFY2(bench.says(u"Not yet: signing out everywhere did not work at Acme."_s), qPrintable(bench.text()));
        QVERIFY(bench.says(u"Signing out everywhere · "_s));
    }

    void canNotContainByNothing()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        auto *yes = bench.question<ContainDialog>()->findChild<FilledButton *>();
        QTRY_VERIFY(yes->isEnabled());
        for (QCheckBox *step : bench.question<ContainDialog>()->findChildren<QCheckBox *>())
            step->click();
        QVERIFY(!yes->isEnabled());
    }

    void protectedAccountsHaveToBeTyped_data()
    {
        QTest::addColumn<QString>("userName");
        QTest::addColumn<bool>("listed");
        QTest::addColumn<QString>("name"); // that has to be typed
        QTest::newRow("on the list") << u"dona.moore"_s << true << u"dona.moore"_s;
        QTest::newRow("on the list, without a user name") << QString() << true << u"dona.moore@example.com"_s;
        QTest::newRow("the operator's own") << u"agent"_s << false << u"agent"_s;
    }

    void protectedAccountsHaveToBeTyped()
    {
        QFETCH(QString, userName);
        QFETCH(bool, listed);
        QFETCH(QString, name);
        PersonBench bench;
        Person person = fakePerson();
        person.userName = userName;
        bench.acme.people = QList<Person>{person};
        if (listed)
            bench.people.protectedNames = {u"dona.moore@example.com"_s};
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        ContainDialog *dialog = bench.question<ContainDialog>();
        auto *yes = dialog->findChild<FilledButton *>();
        QTest::qWait(int(ContainDialog::inertTime.count()) + 100);
        QVERIFY(!yes->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!bench.acme.action);
        QLineEdit *typed = dialog->findChildren<QLineEdit *>().constFirst();
        QTest::keyClicks(typed, name.chopped(1));
        QVERIFY(!yes->isEnabled());
        QTest::keyClicks(typed, name.right(1));
        QVERIFY(yes->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.acme.action);
    }

    void enterNeverContains()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        QTRY_VERIFY(bench.question<ContainDialog>()->findChild<FilledButton *>()->isEnabled());
        QTest::keyClick(bench.question<ContainDialog>(), Qt::Key_Return);
        QTRY_VERIFY(!bench.question<ContainDialog>());
        QVERIFY(!bench.acme.action);
    }

    void saysWhatStillWorks()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        const ContainPlan plan = bench.acme.action->plan();
        for (qsizetype i = 0; i < plan.items.size(); ++i)
            bench.acme.action->settle(i, i == 2 ? Outcome::StillActive : Outcome::Revoked);
        bench.acme.action->finish();
        QVERIFY2(bench.says(u"Not yet: 1 session(s) still work."_s), qPrintable(bench.text()));
        QVERIFY(bench.column(0).contains(u"STILL WORKS"_s));
        QVERIFY(bench.says(u"We are not done"_s));
        QVERIFY(bench.button(u"Retry…"_s));
    }

    void aSignInThatIsNotBlockedIsNotContained()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->settle(0, Outcome::Refused);
        for (qsizetype i = 1; i < bench.acme.action->plan().items.size(); ++i)
            bench.acme.action->settle(i, Outcome::Revoked);
        bench.acme.action->finish();
        QVERIFY2(bench.says(u"Not yet: the sign-in is not blocked at Acme."_s), qPrintable(bench.text()));
    }

    void aServiceThatNeverBeganIsNotContained()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->fail({ErrorKind::BreakerOpen, {}, 0, {}});
        QVERIFY2(bench.says(u"Not yet: "_s), qPrintable(bench.text()));
        QVERIFY(bench.says(u"the sign-in is not blocked at Acme"_s));
        QVERIFY(!bench.says(u"Contained"_s));
    }

    void aDirectoryAloneContainsNobody()
    {
        PersonBench bench;
        FakeDirectory &directory = bench.people.add(u"Catena"_s, u"sap-directory"_s);
        directory.people = QList<Person>{fakePerson()};
        directory.access = unseenAccess(bench.people.now);
        FakeDirectory &gone = bench.people.add(u"Kajabi"_s, u"sap-directory"_s);
        gone.people = tl::unexpected(noConnection());
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(directory.action && bench.acme.action);
        QCOMPARE(directory.action->plan().items.size(), 1);
        directory.action->settleAll(Outcome::Revoked);
        QVERIFY(bench.page->isRunning());
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(
            bench.says(u"Contained at 1 of 3 service(s), checked. At Catena sessions can’t be seen. Not checked at "
                       "Kajabi."_s),
            qPrintable(bench.text()));
    }

    void stopsEverywhere()
    {
        PersonBench bench;
        FakeDirectory &other = bench.people.add(u"Catena"_s, u"keycloak-admin"_s);
        other.people = QList<Person>{fakePerson()};
        other.access = fakeAccess(1, 0, bench.people.now);
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action && other.action);
        bench.page->stop();
        QVERIFY(bench.acme.action->stopped && other.action->stopped);
        QVERIFY(bench.page->activity().stopping);
        bench.acme.action->settleAll(Outcome::Skipped);
        other.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(u"Not yet: 3 session(s) may still work"_s), qPrintable(bench.text()));
        QVERIFY(!bench.says(u"looks again"_s));
        QVERIFY(!bench.page->isRunning());
    }

    void looksAgainForWhoCameBack()
    {
        PersonBench bench;
        bench.people.secondLook = std::chrono::milliseconds(50);
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        PersonAccess later = fakeAccess(0, 0, bench.people.now.addSecs(60));
        later.sessions->append(fakePersonSession(u"online-new"_s, SessionKind::Online, bench.people.now.addSecs(30)));
        bench.acme.access = later;
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY(bench.says(u"Contained at 1 of 1 service(s), checked."_s));
        QTRY_VERIFY2(bench.says(u"Not yet: 1 session(s) began since."_s), qPrintable(bench.text()));
        QCOMPARE(bench.column(0).at(1), u"NEW SINCE"_s);
        QPushButton *too = bench.button(u"End them too…"_s);
        QVERIFY(too);
        QTest::mouseClick(too, Qt::LeftButton);
        QTRY_VERIFY(bench.question<ContainDialog>());
        QVERIFY(shownText(*bench.question<ContainDialog>()).contains(u"Ends 1 browser session(s)"_s));
    }

    void looksAgainForWhatWorksAgain()
    {
        PersonBench bench;
        bench.people.secondLook = std::chrono::milliseconds(50);
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        bench.question<ContainDialog>()->findChildren<QCheckBox *>().at(2)->click(); // offline sessions stay
        QVERIFY(shownText(*bench.question<ContainDialog>())
                    .contains(u"With the consent end that application’s offline sessions as well"_s));
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        // The first session lives on at once; the second comes back, and the offline session was left alone.
        const ContainPlan plan = bench.acme.action->plan();
        for (qsizetype i = 0; i < plan.items.size(); ++i)
            bench.acme.action->settle(i, i == 1 ? Outcome::StillActive : Outcome::Revoked);
        QCOMPARE(plan.items.at(1).step.action, Action::EndSession);
        bench.acme.action->finish();
        QVERIFY2(bench.says(u"Not yet: 1 session(s) still work."_s), qPrintable(bench.text()));
        QTRY_VERIFY2(bench.says(u"Not yet: 2 session(s) still work."_s), qPrintable(bench.text()));
        QTRY_VERIFY(bench.says(u"WORKS AGAIN, after it was ended"_s)); // a new line shows once it is laid out
        QCOMPARE(bench.column(0),
                 (QStringList{u"Blocked, checked"_s, u"STILL WORKS"_s, u"WORKS AGAIN"_s, u"Active"_s,
                              u"Taken back, checked"_s}));
    }

    void saysThatNothingIsNewSince()
    {
        PersonBench bench;
        bench.people.secondLook = std::chrono::milliseconds(50);
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.access = fakeAccess(0, 0, bench.people.now.addSecs(60));
        bench.acme.action->settleAll(Outcome::Revoked);
        QTRY_VERIFY2(bench.says(u"no session is new since, and none works again."_s), qPrintable(bench.text()));
        QVERIFY(bench.says(u"Contained at 1 of 1 service(s), checked."_s));
    }

    void aResultThatIsClosedTellsOfTheSecondLook()
    {
        PersonBench bench;
        bench.people.secondLook = std::chrono::milliseconds(200);
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        PersonAccess later = fakeAccess(0, 0, bench.people.now.addSecs(60));
        later.sessions->append(fakePersonSession(u"online-new"_s, SessionKind::Online, bench.people.now.addSecs(30)));
        bench.acme.access = later;
        bench.acme.action->settleAll(Outcome::Revoked);
        bench.closeResult();
        QVERIFY(!bench.says(u"Contained at"_s));
        QTRY_VERIFY2(bench.says(u"Not yet: 1 session(s) began since."_s), qPrintable(bench.text()));
    }

    void whatWasDoneIsKnownAfterTheResultIsClosed()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        Person blocked = fakePerson();
        blocked.enabled = false;
        bench.acme.people = QList<Person>{blocked};
        bench.acme.action->settleAll(Outcome::Revoked);
        bench.closeResult();
        bench.page->release();
        QTRY_VERIFY2(bench.question<ReleaseDialog>(), qPrintable(bench.text()));
        QVERIFY(!bench.says(u"may sign in already"_s));
    }

    void aSecondLookThatFailsIsNotChecked()
    {
        PersonBench bench;
        bench.people.secondLook = std::chrono::milliseconds(50);
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.access = tl::unexpected(noConnection());
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY(bench.isGreen());
        QTRY_VERIFY2(bench.says(u"Acme could not be read: not checked there."_s), qPrintable(bench.text()));
        QVERIFY2(bench.says(u"Contained at 1 of 1 service(s), but not looked at again. Somebody may have signed in at "
                            "Acme since: check again."_s),
                 qPrintable(bench.text()));
        QVERIFY(!bench.isGreen());
        QVERIFY(!bench.says(u", checked."_s));
        QVERIFY(bench.says(u"I could not see or end everything"_s));

        bench.acme.access = fakeAccess(0, 0, bench.people.now.addSecs(90));
        QTest::mouseClick(bench.button(u"Check again"_s), Qt::LeftButton);
        QTRY_VERIFY2(bench.says(u"Contained at 1 of 1 service(s), checked."_s), qPrintable(bench.text()));
        QVERIFY(bench.isGreen());
    }

    void whoCameBackStaysSeen()
    {
        PersonBench bench;
        bench.people.secondLook = std::chrono::milliseconds(50);
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        PersonAccess later = fakeAccess(0, 0, bench.people.now.addSecs(60));
        later.sessions->append(fakePersonSession(u"online-new"_s, SessionKind::Online, bench.people.now.addSecs(30)));
        bench.acme.access = later;
        bench.acme.action->settleAll(Outcome::Revoked);
        QTRY_VERIFY2(bench.says(u"Not yet: 1 session(s) began since."_s), qPrintable(bench.text()));
        bench.acme.access = tl::unexpected(noConnection()); // the next look takes nothing of it back
        QTest::mouseClick(bench.button(u"Check again"_s), Qt::LeftButton);
        QTRY_VERIFY2(bench.says(u"Acme could not be read: not checked there."_s), qPrintable(bench.text()));
        QVERIFY2(bench.says(u"Not yet: 1 session(s) began since."_s), qPrintable(bench.text()));
    }

    void whatIsStoppedIsNotLookedAtAgain()
    {
        PersonBench bench;
        bench.people.secondLook = std::chrono::milliseconds(50);
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.page->stop();
        bench.acme.access = fakeAccess(0, 0, bench.people.now.addSecs(60));
        bench.acme.action->settleAll(Outcome::Revoked); // all was in flight
        QVERIFY2(bench.says(u"Contained at 1 of 1 service(s), but not looked at again."_s), qPrintable(bench.text()));
        QVERIFY(!bench.isGreen());
        QTest::mouseClick(bench.button(u"Check again"_s), Qt::LeftButton);
        QTRY_VERIFY2(bench.says(u"Contained at 1 of 1 service(s), checked."_s), qPrintable(bench.text()));
    }

    void savesAReportOfEachService()
    {
        PersonBench bench;
        FakeDirectory &other = bench.people.add(u"Catena"_s, u"keycloak-admin"_s);
        other.people = QList<Person>{fakePerson()};
        other.access = fakeAccess(1, 0, bench.people.now);
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action && other.action);
        bench.acme.action->settleAll(Outcome::Revoked);
        other.action->settleAll(Outcome::Revoked);
        QVERIFY(bench.button(u"Report…"_s));
        QTest::mouseClick(bench.button(u"Report…"_s), Qt::LeftButton);

        const QTemporaryDir folder;
        const auto save = [&](const QString &service, const QString &file) {
            QTRY_VERIFY(bench.question<QFileDialog>());
            auto *dialog = bench.question<QFileDialog>();
            QCOMPARE(dialog->windowTitle(), u"Save the report for "_s + service);
            dialog->hide();
            Q_EMIT dialog->fileSelected(folder.filePath(file));
        };
        save(u"Acme"_s, u"acme.json"_s);
        save(u"Catena"_s, u"catena.csv"_s);
        QTRY_VERIFY(QFile::exists(folder.filePath(u"catena.csv"_s)));
        QCOMPARE(contentOf(folder.filePath(u"acme.json"_s)), "20260301-140211-acme as JSON"_ba);
        QCOMPARE(contentOf(folder.filePath(u"catena.csv"_s)), "20260301-140211-catena as CSV"_ba);
        QVERIFY2(bench.says(u"acme.json"_s) && bench.says(u"catena.csv"_s), qPrintable(bench.text()));
        QVERIFY(!bench.question<QFileDialog>());
    }

    void saysWhyAReportCanNotBeSaved()
    {
        PersonBench bench;
        bench.acme.exportFails = Error{ErrorKind::JournalFailed, u"disk I/O error"_s, 0, {}};
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->settleAll(Outcome::Revoked);
        QTest::mouseClick(bench.button(u"Report…"_s), Qt::LeftButton);
        QTRY_VERIFY(bench.question<QFileDialog>());
        QCOMPARE(bench.question<QFileDialog>()->windowTitle(), u"Save the report"_s);
        const QTemporaryDir folder;
        Q_EMIT bench.question<QFileDialog>()->fileSelected(folder.filePath(u"report.json"_s));
        QTRY_VERIFY2(bench.says(errorText(*bench.acme.exportFails).happened), qPrintable(bench.text()));
        QVERIFY(!QFile::exists(folder.filePath(u"report.json"_s)));
    }

    void whatNeverBeganHasNoReport()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->fail({ErrorKind::BreakerOpen, {}, 0, {}});
        QVERIFY(!bench.button(u"Report…"_s));
    }

    void letsInWhomCurfewBlocked()
    {
        PersonBench bench;
        Person blocked = fakePerson();
        blocked.enabled = false;
        bench.acme.people = QList<Person>{blocked};
        FakeDirectory &other = bench.people.add(u"Catena"_s, u"keycloak-admin"_s);
        other.people = QList<Person>{blocked};
        other.access = fakeAccess(0, 0, bench.people.now);
        other.earlier = EarlierState::WasBlocked;
        bench.open();
        bench.page->release();
        QTRY_VERIFY(bench.question<ReleaseDialog>());
        const QList<QCheckBox *> boxes = bench.question<ReleaseDialog>()->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 2);
        QVERIFY(boxes.at(0)->isChecked());
        QVERIFY(!boxes.at(1)->isChecked());
        bench.confirm<ReleaseDialog>();
        QTRY_VERIFY(bench.acme.action);
        QVERIFY(!other.action);
        QCOMPARE(bench.acme.action->plan().count(Action::Enable), 1);
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(u"The sign-in is allowed again at Acme, checked."_s), qPrintable(bench.text()));
        QCOMPARE(bench.column(0).constFirst(), u"Allowed, checked"_s);
    }

    void nobodyIsLetInWhoIsNotBlocked()
    {
        PersonBench bench;
        bench.open();
        bench.page->release();
        QTRY_VERIFY2(bench.says(u"This person may sign in already"_s), qPrintable(bench.text()));
        QVERIFY(!bench.question<ReleaseDialog>());
    }

    void protects()
    {
        PersonBench bench;
        bench.open();
        bench.page->protect();
        QTRY_VERIFY(bench.question<ProtectDialog>());
        QTest::keyClick(bench.question<ProtectDialog>(), Qt::Key_Escape);
        QTRY_VERIFY(!bench.question<ProtectDialog>());
        QCOMPARE(bench.people.protectedNames, QStringList());
        bench.page->protect();
        QTRY_VERIFY(bench.question<ProtectDialog>());
        QTest::keyClick(bench.question<ProtectDialog>(), Qt::Key_Return);
        QTRY_COMPARE(bench.people.protectedNames, QStringList{u"dona.moore"_s});
        QTRY_VERIFY(bench.says(u"dona.moore has to be typed from now on"_s));
    }

    void lockingForgetsThePerson()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        bench.page->lock();
        QTRY_VERIFY(!bench.question<ContainDialog>());
        QVERIFY(!bench.text().contains(u"ona"_s + u" Moore"_s));
        QVERIFY(bench.says(u"Locked"_s));
        QVERIFY(!bench.page->canContain());
    }

    void whatRunsGoesOnBehindTheLock()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        QSignalSpy finished(bench.page.get(), &WorkPage::finished);
        bench.page->lock();
        QVERIFY(bench.page->isRunning());
        QVERIFY(!bench.acme.action->stopped);
        bench.acme.action->settleAll(Outcome::Revoked);
        QCOMPARE(finished.size(), 1);
        QVERIFY(!bench.page->isRunning());
        QVERIFY(!bench.text().contains(u"dona"_s));
    }

    void anotherPersonWaits()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.page->find(u"robin.finch"_s);
        QVERIFY2(bench.says(u"still being ended"_s), qPrintable(bench.text()));
        QCOMPARE(bench.acme.wanted, QStringList{u"dona.moore@example.com"_s});
    }

    void worksByKeyboardAlone()
    {
        PersonBench bench;
        bench.open();
        auto *contain = bench.page->findChild<FilledButton *>();
        QWidget *at = bench.page.get();
        for (int i = 0; i < 50 && at != contain; ++i) {
            QTest::keyClick(at, Qt::Key_Tab);
            at = QApplication::focusWidget();
            QVERIFY(at);
        }
        QCOMPARE(at, contain);
        QTest::keyClick(contain, Qt::Key_Space);
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
    }

    void cutsNothingOff_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1000;
        QTest::newRow("narrow") << 480;
    }

    void cutsNothingOff()
    {
        QFETCH(int, width);
        PersonBench bench;
        FakeDirectory &directory = bench.people.add(u"Catena"_s, u"sap-directory"_s);
        directory.people = QList<Person>{fakePerson()};
        directory.access = unseenAccess(bench.people.now);
        directory.tokenService = u"Catena tokens"_s;
        bench.open();
        bench.page->resize(width, 600);
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action && directory.action);
        bench.acme.action->settleAll(Outcome::Revoked);
        directory.action->settleAll(Outcome::Revoked);
        QTRY_VERIFY(bench.page->findChild<ResultsPanel *>()->isVisible());
        const auto cutOff = [&bench] {
            QStringList texts;
            for (const PlainLabel *label : bench.page->findChildren<PlainLabel *>()) {
                if (label->isVisible() && label->height() < label->heightForWidth(label->width()))
                    texts.append(label->text());
            }
            return texts;
        };
        QTRY_COMPARE(cutOff(), QStringList());
    }

    void listsWhatTheModelHolds()
    {
        PersonBench bench;
        bench.open();
        auto *table = bench.page->findChild<QTableView *>();
        const QAbstractItemModelTester tester(table->model());
        bench.page->listAgain();
        QTRY_VERIFY(bench.page->canContain());
        QCOMPARE(bench.column(0).size(), 5);
    }
};

QTEST_MAIN(TestPersonPage)
#include "tst_personpage.moc"
