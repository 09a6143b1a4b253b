// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containdialog.h"
#include "personbench.h"
#include "releasedialog.h"

#include <QCheckBox>

using namespace curfew;
using namespace Qt::StringLiterals;

namespace {

Error noConnection()
{
    return {ErrorKind::NoConnection, u"connection refused"_s, 0, {}};
}

QList<Person> both()
{
    return {fakePerson(), fakePerson(u"id-2"_s)};
}

//! A page at whose only service two people go by the name.
class TwoBench : public PersonBench {
public:
    TwoBench()
    {
        acme.people = both();
        open();
    }

    void choose(const QString &id) const
    {
        for (QPushButton *candidate : page->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->accessibleName().contains(id))
                QTest::mouseClick(candidate, Qt::LeftButton);
        }
        QTRY_VERIFY(page->canContain());
    }

    void chooseNone() const
    {
        QTest::mouseClick(button(u"None of them"_s), Qt::LeftButton);
        QTRY_VERIFY(says(u"None of the people who go by this name here is meant."_s));
    }

    void listAgain() const
    {
        page->listAgain();
        QTRY_VERIFY(page->canListAgain());
    }
};

} // namespace

class TestPersonChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsLeftOverWasNotChosen()
    {
        TwoBench bench;
        bench.choose(u"id-1"_s);
        bench.acme.people = QList<Person>{fakePerson(u"id-2"_s)};
        bench.listAgain();
        QVERIFY2(bench.says(u"It has changed who goes by this name here. Who is meant now?"_s),
                 qPrintable(bench.text()));
        QVERIFY(bench.says(u"choose again who is meant"_s));
        QVERIFY(!bench.page->canContain());
        QCOMPARE(bench.acme.snapshots, 1); // of the one who was chosen

        bench.choose(u"id-2"_s); // the operator's word
        bench.listAgain();
        QVERIFY(bench.page->canContain());
        QVERIFY(!bench.says(u"It has changed"_s));
    }

    void nothingIsAskedAboutWhoIsLeftOver_data()
    {
        QTest::addColumn<bool>("release");
        QTest::newRow("contain") << false;
        QTest::newRow("release") << true;
    }

    void nothingIsAskedAboutWhoIsLeftOver()
    {
        QFETCH(bool, release);
        TwoBench bench;
        bench.choose(u"id-1"_s);
        Person blocked = fakePerson(u"id-2"_s);
        blocked.enabled = false;
        bench.acme.people = QList<Person>{blocked};
        bench.people.now = bench.people.now.addSecs(40); // so old that it is read again
        release ? bench.page->release() : bench.page->contain();
        QTRY_VERIFY2(bench.says(u"It has changed who goes by this name. Choose again; nothing was sent."_s),
                     qPrintable(bench.text()));
        QVERIFY(!bench.question<ContainDialog>());
        QVERIFY(!bench.question<ReleaseDialog>());
    }

    void aReadingThatFailsForgetsNoChoice()
    {
        TwoBench bench;
        bench.choose(u"id-1"_s);
        bench.acme.people = tl::unexpected(noConnection());
        bench.listAgain();
        bench.acme.people = QList<Person>{fakePerson(u"id-2"_s)};
        bench.listAgain();
        QVERIFY2(bench.says(u"It has changed who goes by this name here."_s), qPrintable(bench.text()));
        QVERIFY(!bench.page->canContain());
    }

    void whoWasAloneIsNotReplaced()
    {
        TwoBench bench;
        bench.acme.people = QList<Person>{fakePerson()};
        bench.page->find(u"dona.moore@example.com"_s);
        QTRY_VERIFY(bench.page->canContain());
        bench.acme.people = QList<Person>{fakePerson(u"id-2"_s)};
        bench.listAgain();
        QVERIFY2(bench.says(u"It has changed who goes by this name here."_s), qPrintable(bench.text()));
        QVERIFY(!bench.page->canContain());
        bench.page->find(u"dona.moore@example.com"_s); // who is looked for anew is found
        QTRY_VERIFY(bench.page->canContain());
    }

    void whatCanNotBeAskedIsNamedWhereAccountsDiffer()
    {
        PersonBench bench;
        FakeDirectory &other = bench.people.add(u"Catena"_s, u"keycloak-admin"_s);
        Person namesake = fakePerson(u"id-9"_s);
        namesake.email = u"other.dona@example.com"_s;
        other.people = QList<Person>{namesake};
        FakeDirectory &gone = bench.people.add(u"Kajabi"_s, u"keycloak-admin"_s);
        gone.people = tl::unexpected(noConnection());
        bench.open();
        QVERIFY(bench.says(u"no e-mail address in common"_s));
        QVERIFY2(bench.says(u"Not checked at Kajabi."_s), qPrintable(bench.text()));
        for (QCheckBox *box : bench.page->findChildren<QCheckBox *>()) {
            if (box->isVisible() && box->accessibleName() == u"The account at Acme is meant")
                QTest::keyClick(box, Qt::Key_Space);
        }
        QTRY_VERIFY(bench.page->canContain());
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        const QString asked = shownText(*bench.question<ContainDialog>());
        QVERIFY2(asked.contains(u"Not checked: Kajabi. Nothing is done there."_s), qPrintable(asked));
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(u"Contained at 1 of 2 service(s), checked. Not checked at Kajabi."_s),
                 qPrintable(bench.text()));
        QVERIFY(!bench.isGreen());
    }

    void noneOfThemStaysNone()
    {
        TwoBench bench;
        bench.chooseNone();
        bench.acme.people = QList<Person>{fakePerson(u"id-2"_s)};
        bench.listAgain();
        QVERIFY2(bench.says(u"None of the people who go by this name here is meant."_s), qPrintable(bench.text()));
        QVERIFY(!bench.page->canContain());
        QCOMPARE(bench.acme.snapshots, 0);

        bench.acme.people = QList<Person>{fakePerson(u"id-3"_s)}; // of whom nothing was said
        bench.listAgain();
        QVERIFY2(bench.says(u"It has changed who goes by this name here."_s), qPrintable(bench.text()));
        QVERIFY(!bench.page->canContain());
    }
};

QTEST_MAIN(TestPersonChoice)
#include "tst_personchoice.moc"
