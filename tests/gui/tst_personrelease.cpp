// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personbench.h"
#include "releasedialog.h"

using namespace curfew;
using namespace Qt::StringLiterals;

namespace {

//! A page of somebody whom Curfew blocked at Acme and somebody else at Catena; Kajabi can't be asked.
class BlockedBench : public PersonBench {
public:
    BlockedBench()
        : catena(people.add(u"Catena"_s, u"keycloak-admin"_s))
        , kajabi(people.add(u"Kajabi"_s, u"keycloak-admin"_s))
    {
        Person blocked = fakePerson();
        blocked.enabled = false;
        acme.people = QList<Person>{blocked};
        catena.people = QList<Person>{blocked};
        catena.access = fakeAccess(0, 0, people.now);
        catena.earlier = EarlierState::WasBlocked;
        kajabi.people = tl::unexpected(Error{ErrorKind::NoConnection, u"connection refused"_s, 0, {}});
    }

    void letIn(Outcome outcome)
    {
        open();
        page->release();
        confirm<ReleaseDialog>();
        QTRY_VERIFY(acme.action);
        acme.action->settleAll(outcome);
    }

    FakeDirectory &catena;
    FakeDirectory &kajabi;
};

} // namespace

class TestPersonRelease : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsNotChecked()
    {
        BlockedBench bench;
        bench.open();
        bench.page->release();
        QTRY_VERIFY(bench.question<ReleaseDialog>());
        const QString asked = shownText(*bench.question<ReleaseDialog>());
        QVERIFY2(asked.contains(u"Not checked: Kajabi. Nothing is done there."_s), qPrintable(asked));
        bench.confirm<ReleaseDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(u"The sign-in is allowed again at Acme, checked. Not checked at Kajabi."_s),
                 qPrintable(bench.text()));
        QVERIFY(bench.says(u"Kajabi · not checked"_s));
        QVERIFY(!bench.isGreen());
    }

    void saysWhatIsLeftAndWhatIsNotCovered()
    {
        BlockedBench bench;
        bench.kajabi.people = QList<Person>();
        bench.letIn(Outcome::Revoked);
        QVERIFY2(bench.isGreen(), qPrintable(bench.text()));
        const QStringList lines = bench.text().split(u'\n');
        QVERIFY(lines.contains(u"Allowed again"_s)); // over what nothing was ended of
        QVERIFY(!lines.contains(u"Ended"_s));
        QVERIFY(lines.contains(u"Catena · left as it is"_s));
        QVERIFY(lines.contains(u"The password: it stays as it is"_s));
    }

    void nothingIsLeft()
    {
        BlockedBench bench;
        bench.catena.people = QList<Person>();
        bench.kajabi.people = QList<Person>();
        bench.letIn(Outcome::Revoked);
        QVERIFY2(bench.says(u"Nothing, as far as is known."_s), qPrintable(bench.text()));
        QVERIFY(!bench.says(u"what was to be ended"_s));
    }

    void namesWhatCanNotSearchByName()
    {
        BlockedBench bench;
        bench.open();
        bench.page->setOthers({u"Tokens"_s});
        bench.page->release();
        bench.confirm<ReleaseDialog>();
        QTRY_VERIFY(bench.acme.action);
        bench.acme.action->settleAll(Outcome::Revoked);
        QVERIFY2(bench.says(u"Tokens: nobody can be looked up by name there"_s), qPrintable(bench.text()));
    }

    void nobodyIsBlockedWhereThatIsKnown()
    {
        BlockedBench bench;
        bench.acme.people = QList<Person>{fakePerson()};
        bench.catena.people = QList<Person>();
        bench.open();
        bench.page->release();
        QTRY_VERIFY2(bench.says(u"This person may sign in already, wherever that is known. Not checked at Kajabi."_s),
                     qPrintable(bench.text()));
    }
};

QTEST_MAIN(TestPersonRelease)
#include "tst_personrelease.moc"
