// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containdialog.h"
#include "personbench.h"
#include "releasedialog.h"

#include <QLineEdit>

using namespace curfew;
using namespace Qt::StringLiterals;

namespace {

//! A user name with a character in it that can't be seen: from there on it runs from right to left.
QString overridden()
{
    return u"dona%1.moore"_s.arg(QChar(0x202E));
}

} // namespace

class TestContainDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhenThePersonSignedInLast()
    {
        PersonBench bench;
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        const QString asked = shownText(*bench.question<ContainDialog>());
        QVERIFY2(asked.contains(u"ID id-1 · last sign-in: 1\u00a0h ago"_s), qPrintable(asked));
    }

    void saysNothingOfALastSignInThatIsNotTold()
    {
        PersonBench bench;
        bench.acme.access = fakeAccess(0, 0, bench.people.now);
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        const QString asked = shownText(*bench.question<ContainDialog>());
        QVERIFY2(asked.contains(u"ID id-1\n"_s), qPrintable(asked));
    }

    void whatIsShownCanBeTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("right");
        QTest::newRow("as it is shown") << u"dona\u27e8U+202E\u27e9.moore"_s << true;
        QTest::newRow("as it is") << overridden() << true;
        QTest::newRow("as it looks") << u"dona.moore"_s << false;
    }

    void whatIsShownCanBeTyped()
    {
        QFETCH(QString, typed);
        QFETCH(bool, right);
        PersonBench bench;
        Person person = fakePerson();
        person.userName = overridden();
        bench.acme.people = QList<Person>{person};
        bench.people.protectedNames = {person.email};
        bench.open();
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        ContainDialog *dialog = bench.question<ContainDialog>();
        QTest::qWait(int(ContainDialog::inertTime.count()) + 100);
        dialog->findChildren<QLineEdit *>().constFirst()->setText(typed);
        QCOMPARE(dialog->findChild<FilledButton *>()->isEnabled(), right);
    }

    void aNameWithoutAnEndFitsIntoAWindow_data()
    {
        QTest::addColumn<QChar>("letter");
        QTest::newRow("usual") << QChar(u'a');
        QTest::newRow("wide") << QChar(u'W');
    }

    void aNameWithoutAnEndFitsIntoAWindow()
    {
        constexpr int narrowest = 800;
        QFETCH(QChar, letter);
        const QString whole(120, letter);
        PersonBench bench;
        Person person = fakePerson();
        person.name = whole;
        person.userName = whole;
        bench.acme.people = QList<Person>{person};
        bench.people.protectedNames = {whole};
        bench.open();
        QVERIFY2(bench.page->minimumSizeHint().width() < narrowest, qPrintable(bench.text()));
        auto *contain = bench.page->findChild<FilledButton *>();
        QVERIFY(contain->toolTip().contains(whole));
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        ContainDialog *dialog = bench.question<ContainDialog>();
        QVERIFY(dialog->minimumSizeHint().width() < narrowest);
        QVERIFY(dialog->findChild<FilledButton *>()->toolTip().contains(whole));
        QVERIFY(shownText(*dialog).contains(u"Contain %1?"_s.arg(whole))); // what is asked names it whole
    }

    void namesWhatCanNotSearchByName()
    {
        PersonBench bench;
        bench.open();
        bench.page->setOthers({u"Tokens"_s, u"Other tokens"_s});
        QVERIFY2(bench.says(u"Not covered: Tokens and Other tokens can’t search by name."_s), qPrintable(bench.text()));
        bench.page->contain();
        QTRY_VERIFY(bench.question<ContainDialog>());
        const QString words = u"Tokens and Other tokens: nobody can be looked up by name there"_s;
        QVERIFY(shownText(*bench.question<ContainDialog>()).contains(words));
        bench.confirm<ContainDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(words), qPrintable(bench.text()));
    }

    void saysSoBeforeSomebodyIsLetInAgain()
    {
        PersonBench bench;
        Person blocked = fakePerson();
        blocked.enabled = false;
        blocked.lastSignIn = bench.people.now.addSecs(-7200);
        bench.acme.people = QList<Person>{blocked};
        bench.acme.access = fakeAccess(0, 0, bench.people.now);
        bench.open();
        bench.page->release();
        QTRY_VERIFY(bench.question<ReleaseDialog>());
        const QString asked = shownText(*bench.question<ReleaseDialog>());
        QVERIFY2(asked.contains(u"ID id-1 · last sign-in: 2\u00a0h ago"_s), qPrintable(asked));
    }
};

QTEST_MAIN(TestContainDialog)
#include "tst_containdialog.moc"
