// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containsummary.h"
#include "fakepeople.h"
#include "personwords.h"

#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

namespace {

//! Acme and Catena, at which one person was contained.
class Contained {
public:
    Contained()
        : m_acme(m_people.add(u"Acme"_s, u"keycloak-admin"_s))
        , m_catena(m_people.add(u"Catena"_s, u"sap-directory"_s))
    {
    }

    //! What came of it at Acme: of the block, and of all else.
    void addAcme(Outcome block, Outcome rest, ContainSteps steps = allContainSteps())
    {
        add(m_acme, fakeAccess(1, 0, m_people.now), steps, block, rest);
    }

    void addCatena(Outcome block, ContainSteps steps = allContainSteps())
    {
        PersonAccess unseen;
        unseen.takenAt = m_people.now;
        add(m_catena, unseen, steps, block, block);
    }

    ContainedFacts facts;
    bool enabled = true; //!< may the person sign in, before

private:
    void add(FakeDirectory &directory, const PersonAccess &access, ContainSteps steps, Outcome block, Outcome rest)
    {
        const PeopleService service = directory.service();
        Person person = fakePerson();
        person.enabled = enabled;
        ContainedShare share;
        share.service = service.issuer.name;
        share.plan = service.planContainment(person, access, steps);
        share.second = SecondSight::Seen;
        for (const ContainItem &item : std::as_const(share.plan.items)) {
            ItemResult result;
            result.outcome = item.step.action == Action::Disable ? block : rest;
            result.message = u"no right"_s;
            share.record.items.append({item.record, ItemState::Done, item.seenBefore, result});
        }
        facts.shares.append(share);
    }

    FakePeople m_people;
    FakeDirectory &m_acme;
    FakeDirectory &m_catena;
};

QString unfinished()
{
    return u"I could not see or end everything, so it is not over yet; we will call you back."_s;
}

} // namespace

class TestContainSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsOfABlockThatOnlyTheServiceSpeaksOf()
    {
        Contained contained;
        contained.addAcme(Outcome::Accepted, Outcome::Revoked);
        QCOMPARE(containSummary(contained.facts).toTheCaller,
                 (QStringList{u"Acme says that your sign-in is blocked there; I can’t check that."_s, unfinished()}));
    }

    void tellsEachServicesBlockApart()
    {
        Contained contained;
        contained.addAcme(Outcome::Revoked, Outcome::Revoked);
        contained.addCatena(Outcome::Accepted);
        QCOMPARE(containSummary(contained.facts).toTheCaller,
                 (QStringList{u"Your sign-in at Acme is blocked, so nobody gets in there anew, you neither."_s,
                              u"Catena says that your sign-in is blocked there; I can’t check that."_s, unfinished()}));
    }

    void whatIsRefusedIsNamed_data()
    {
        QTest::addColumn<Action>("action");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a block") << Action::Disable << u"no right"_s << u"Not blocked: no right"_s;
        QTest::newRow("a block, without a reason") << Action::Disable << QString() << u"Not blocked."_s;
        QTest::newRow("a sign-in") << Action::Enable << u"no right"_s << u"Not allowed yet: no right"_s;
        QTest::newRow("a consent") << Action::Revoke << u"no right"_s << u"Not taken back: no right"_s;
        QTest::newRow("a session") << Action::EndSession << u"no right"_s << u"Not ended: no right"_s;
    }

    void whatIsRefusedIsNamed()
    {
        QFETCH(Action, action);
        QFETCH(QString, reason);
        QFETCH(QString, sentence);
        ItemRecord item;
        item.state = ItemState::Done;
        item.result = ItemResult();
        item.result->outcome = Outcome::Refused;
        item.result->message = reason;
        const StateStyle style = stepStyle(action, item);
        QCOMPARE(style.word, u"Service said no"_s);
        QCOMPARE(style.sentence, sentence);
    }

    void whatLivesOnIsNamedWithItsService()
    {
        Contained contained;
        contained.addAcme(Outcome::Revoked, Outcome::Revoked);
        contained.facts.shares[0].doesNotEnd = u"Access tokens."_s;
        QCOMPARE(containSummary(contained.facts).notCovered.constFirst(), u"Access tokens."_s);
        contained.addCatena(Outcome::Revoked);
        contained.facts.shares[1].doesNotEnd = u"All sessions."_s;
        QCOMPARE(containSummary(contained.facts).notCovered.mid(0, 2),
                 (QStringList{u"Acme: Access tokens."_s, u"Catena: All sessions."_s}));
        contained.facts.shares[1].doesNotEnd = u"Access tokens."_s;
        QCOMPARE(containSummary(contained.facts).notCovered.mid(0, 2),
                 (QStringList{u"Acme and Catena: Access tokens."_s, u"The password"_s}));
    }

    void aBlockThatWasLeftOutIsTold()
    {
        Contained contained;
        const ContainSteps steps = allContainSteps() & ~ContainSteps(ContainStep::Block);
        contained.facts.left = ContainStep::Block;
        contained.addAcme(Outcome::Revoked, Outcome::Accepted, steps);
        QCOMPARE(containSummary(contained.facts).toTheCaller,
                 (QStringList{u"Your sign-in at Acme is not blocked: whoever knows your password gets in again, so "
                              "change it now."_s,
                              unfinished()}));
    }

    void whoWasBlockedBeforeIsNotToldTheContrary()
    {
        Contained contained;
        const ContainSteps steps = allContainSteps() & ~ContainSteps(ContainStep::Block);
        contained.facts.left = ContainStep::Block;
        contained.enabled = false;
        contained.addAcme(Outcome::Revoked, Outcome::Revoked, steps);
        QCOMPARE(containSummary(contained.facts).toTheCaller, QStringList{unfinished()});
    }
};

QTEST_MAIN(TestContainSummary)
#include "tst_containsummary.moc"
