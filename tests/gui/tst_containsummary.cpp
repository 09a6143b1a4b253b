// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containsummary.h"
#include "fakepeople.h"

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

const QString &unfinished()
{
    static const auto words = u"I could not see or end everything, so it is not over yet; we will call you back."_s;
    return words;
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
