// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blockhistory.h"
#include "journal.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

namespace {

//! One step about a person, and how it ended; nothing: it was never sent.
struct Step {
    Action action = Action::Disable;
    std::optional<Outcome> outcome;
    QString person = QStringLiteral("u-1");
    QString issuer = QStringLiteral("acme");
    QString name = QStringLiteral("robin@example.com");
    Sight seenBefore = Sight::Unseen;
};

} // namespace

Q_DECLARE_METATYPE(QList<Step>)

//! Whether somebody could sign in before Curfew came.
class TestBlockHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void remembers_data();
    void remembers();

private:
    template <typename T>
    static T await(const QFuture<T> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
            qFatal("no answer in time");
        return future.result();
    }
    void carryOut(const Step &step);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
};

void TestBlockHistory::init()
{
    m_journal.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal =
        std::make_unique<Journal>(m_folder->filePath(u"journal.sqlite"_s), JournalAuthor{u"kim"_s, u"curfew test"_s});
}

void TestBlockHistory::carryOut(const Step &step)
{
    BatchIntent intent;
    intent.issuer = step.issuer;
    intent.user = step.name;
    JournalItem item;
    item.target = Target::User;
    item.action = step.action;
    item.targetId = idHash(step.person);
    intent.items = {item};
    const auto batch = await(m_journal->openBatch(intent));
    QVERIFY(batch);
    if (!step.outcome)
        return;
    QVERIFY(await(m_journal->markSending(*batch, {{0, step.seenBefore}})));
    ItemResult result;
    result.outcome = *step.outcome;
    m_journal->recordOutcome(*batch, 0, result);
    QVERIFY(await(m_journal->finishBatch(*batch)));
}

void TestBlockHistory::remembers_data()
{
    QTest::addColumn<QList<Step>>("steps");
    QTest::addColumn<EarlierState>("state");
    const auto none = EarlierState::NotRecorded;
    const auto open = EarlierState::MayHaveSignedIn;
    QTest::newRow("nothing") << QList<Step>() << none;
    QTest::newRow("blocked") << QList<Step>{{Action::Disable, Outcome::Revoked}} << open;
    QTest::newRow("blocked, says the service") << QList<Step>{{Action::Disable, Outcome::Accepted}} << open;
    QTest::newRow("the answer was lost") << QList<Step>{{Action::Disable, Outcome::Unknown}} << open;
    QTest::newRow("was blocked before") << QList<Step>{{Action::Disable, Outcome::AlreadyInvalid}}
                                        << EarlierState::WasBlocked;
    const auto sawItBlocked = [](std::optional<Outcome> outcome) {
        return Step{Action::Disable, outcome, u"u-1"_s, u"acme"_s, u"robin@example.com"_s, Sight::Inactive};
    };
    QTest::newRow("was blocked before, and could not be read again")
        << QList<Step>{sawItBlocked(Outcome::Accepted)} << EarlierState::WasBlocked;
    QTest::newRow("was blocked before, and the answer was lost")
        << QList<Step>{sawItBlocked(Outcome::Unknown)} << EarlierState::WasBlocked;
    QTest::newRow("was blocked before, by Curfew")
        << QList<Step>{{Action::Disable, Outcome::Revoked}, sawItBlocked(Outcome::Accepted)} << open;
    QTest::newRow("was blocked before, and is open after") << QList<Step>{sawItBlocked(Outcome::StillActive)} << none;
    QTest::newRow("the service refused to block") << QList<Step>{{Action::Disable, Outcome::Refused}} << none;
    QTest::newRow("the block didn't work") << QList<Step>{{Action::Disable, Outcome::StillActive}} << none;
    QTest::newRow("blocked under an earlier name")
        << QList<Step>{{Action::Disable, Outcome::Revoked, u"u-1"_s, u"acme"_s, u"robin.f@example.com"_s}} << open;
    QTest::newRow("never sent") << QList<Step>{{Action::Disable, Outcome::Skipped}} << none;
    QTest::newRow("interrupted before it was sent") << QList<Step>{{Action::Disable, std::nullopt}} << none;
    QTest::newRow("another person") << QList<Step>{{Action::Disable, Outcome::Revoked, u"u-2"_s}} << none;
    QTest::newRow("another service") << QList<Step>{{Action::Disable, Outcome::Revoked, u"u-1"_s, u"beta"_s}} << none;
    QTest::newRow("something else") << QList<Step>{{Action::Logout, Outcome::Revoked}} << none;
    QTest::newRow("let in again") << QList<Step>{{Action::Disable, Outcome::Revoked},
                                                 {Action::Enable, Outcome::Revoked}}
                                  << none;
    QTest::newRow("not let in again") << QList<Step>{{Action::Disable, Outcome::Revoked},
                                                     {Action::Enable, Outcome::Refused}}
                                      << open;
    QTest::newRow("blocked, and blocked once more")
        << QList<Step>{{Action::Disable, Outcome::Revoked}, {Action::Disable, Outcome::AlreadyInvalid}} << open;
    QTest::newRow("let in again, then blocked by somebody else")
        << QList<Step>{{Action::Disable, Outcome::Revoked},
                       {Action::Enable, Outcome::Revoked},
                       {Action::Disable, Outcome::AlreadyInvalid}}
        << EarlierState::WasBlocked;
    QTest::newRow("blocked twice") << QList<Step>{{Action::Disable, Outcome::Revoked},
                                                  {Action::Enable, Outcome::Revoked},
                                                  {Action::Disable, Outcome::Revoked}}
                                   << open;
}

void TestBlockHistory::remembers()
{
    QFETCH(QList<Step>, steps);
    for (const Step &step : std::as_const(steps))
        carryOut(step);
    Person robin;
    robin.id = u"u-1"_s;
    robin.email = u"robin@example.com"_s;
    const auto state = await(earlierState(*m_journal, u"acme"_s, robin, this));
    QVERIFY(state);
    QTEST(*state, "state");
}

QTEST_GUILESS_MAIN(TestBlockHistory)
#include "tst_blockhistory.moc"
