// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containdialog.h"
#include "personbench.h"

using namespace curfew;
using namespace Qt::StringLiterals;

namespace {

Error noConnection()
{
    return {ErrorKind::NoConnection, u"connection refused"_s, 0, {}};
}

//! A page that has contained Dona Moore, and is to look again.
class ContainedBench : public PersonBench {
public:
    void containIn(std::chrono::milliseconds secondLook)
    {
        people.secondLook = secondLook;
        open();
        page->contain();
        confirm<ContainDialog>();
        QTRY_VERIFY(acme.action);
        acme.access = fakeAccess(0, 0, people.now.addSecs(60));
        acme.action->settleAll(Outcome::Revoked);
        QVERIFY(isGreen());
    }

    //! Somebody has come back, until the service is asked again.
    void comeBack()
    {
        acme.access->sessions->append(fakePersonSession(u"online-new"_s, SessionKind::Online, people.now.addSecs(30)));
    }

    void findRobin()
    {
        Person robin = fakePerson(u"id-9"_s);
        robin.name = u"Robin Finch"_s;
        acme.people = QList<Person>{robin};
        page->find(u"robin.finch"_s);
        QTRY_VERIFY(page->canContain());
        QVERIFY(says(u"Robin Finch: found at"_s));
        QVERIFY(!says(u"Dona Moore"_s));
    }
};

} // namespace

class TestPersonLeft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoCameBackIsToldOfOnTheNextPersonsPage()
    {
        ContainedBench bench;
        bench.containIn(std::chrono::milliseconds(300));
        bench.findRobin();
        bench.comeBack();
        QTRY_VERIFY2(bench.says(u"Dona Moore was looked at again at "_s), qPrintable(bench.text()));
        QVERIFY2(bench.says(u"there are sessions that work at Acme."_s), qPrintable(bench.text()));
        QVERIFY(bench.says(u"Robin Finch: found at"_s)); // whose rows stay as they are
        QVERIFY(!bench.column(0).contains(u"NEW SINCE"_s));

        bench.acme.people = QList<Person>{fakePerson()};
        QTest::mouseClick(bench.button(u"Look up again"_s), Qt::LeftButton);
        QTRY_VERIFY(bench.page->canContain());
        QVERIFY2(bench.says(u"Dona Moore: found at 1 of 1 service(s)"_s), qPrintable(bench.text()));
        QCOMPARE(bench.acme.wanted.constLast(), u"dona.moore@example.com"_s);
        QVERIFY(!bench.says(u"was looked at again"_s));
    }

    void whoCameInWhileItRanIsToldAtOnce()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->sawLater.begun.append(
            fakePersonSession(u"online-new"_s, SessionKind::Online, bench.people.now.addSecs(1)));
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(u"Not yet: 1 session(s) began since."_s), qPrintable(bench.text()));
        QVERIFY(!bench.isGreen());
        QCOMPARE(bench.column(0).at(1), u"NEW SINCE"_s);
    }

    void theNewsStaysUntilItIsClosed()
    {
        ContainedBench bench;
        bench.containIn(std::chrono::milliseconds(300));
        bench.findRobin();
        bench.comeBack();
        QTRY_VERIFY(bench.says(u"Dona Moore was looked at again at "_s));
        bench.page->listAgain();
        QTRY_VERIFY(bench.page->canListAgain());
        bench.page->find(u"kim.berg"_s);
        QTRY_VERIFY(bench.page->canListAgain());
        QVERIFY2(bench.says(u"Dona Moore was looked at again at "_s), qPrintable(bench.text()));
        QTest::mouseClick(bench.button(u"Close"_s), Qt::LeftButton);
        QTRY_VERIFY(!bench.says(u"Dona Moore"_s));
    }

    void aLookThatFailsIsToldAsWell()
    {
        ContainedBench bench;
        bench.containIn(std::chrono::milliseconds(300));
        bench.findRobin();
        bench.acme.access = tl::unexpected(noConnection());
        QTRY_VERIFY2(bench.says(u"but Acme could not be read: not checked there."_s), qPrintable(bench.text()));
    }

    void thatNothingIsNewIsToldAsWell()
    {
        ContainedBench bench;
        bench.containIn(std::chrono::milliseconds(300));
        bench.findRobin();
        QTRY_VERIFY2(bench.says(u"no session is new since, and none works again."_s), qPrintable(bench.text()));
    }

    void looksThatAreNotMadeAreConfessed_data()
    {
        QTest::addColumn<bool>("left"); // the page shows somebody else by then
        QTest::newRow("of who is shown") << false;
        QTest::newRow("of whom the page has left") << true;
    }

    void looksThatAreNotMadeAreConfessed()
    {
        QFETCH(bool, left);
        ContainedBench bench;
        bench.containIn(std::chrono::hours(1));
        if (left)
            bench.findRobin();
        bench.page->setServices(bench.people.services());
        QVERIFY2(bench.says(u"was to be looked at again, and was not"_s), qPrintable(bench.text()));
        QVERIFY(!bench.says(u"Dona"_s));
    }

    void lockingConfessesAndNamesNobody()
    {
        ContainedBench bench;
        bench.containIn(std::chrono::hours(1));
        bench.page->lock();
        QVERIFY2(bench.says(u"was to be looked at again, and was not"_s), qPrintable(bench.text()));
        QVERIFY(!bench.says(u"Dona"_s));
    }

    void lockingForgetsTheNews()
    {
        ContainedBench bench;
        bench.containIn(std::chrono::milliseconds(300));
        bench.findRobin();
        bench.comeBack();
        QTRY_VERIFY(bench.says(u"Dona Moore was looked at again at "_s));
        bench.page->lock();
        QVERIFY2(bench.says(u"What Curfew saw when it looked again at somebody was forgotten."_s),
                 qPrintable(bench.text()));
        QVERIFY(!bench.says(u"Dona"_s));
    }
};

QTEST_MAIN(TestPersonLeft)
#include "tst_personleft.moc"
