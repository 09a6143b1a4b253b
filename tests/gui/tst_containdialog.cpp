// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containdialog.h"
#include "personbench.h"
#include "releasedialog.h"

using namespace curfew;
using namespace Qt::StringLiterals;

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
