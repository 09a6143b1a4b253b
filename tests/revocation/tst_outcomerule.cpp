// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcomerule.h"

#include <QTest>

using namespace curfew;

class TestOutcomeRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void revokedNeedsBothLooks();
};

static constexpr Sight unseen = Sight::Unseen;
static constexpr Sight alive = Sight::Alive;
static constexpr Sight dead = Sight::Inactive;

void TestOutcomeRule::outcomes_data()
{
    QTest::addColumn<Evidence>("evidence");
    QTest::addColumn<Outcome>("outcome");
    using enum Outcome;
    const auto row = [](const char *name, Sight before, Sight after, Reply reply, Outcome outcome) {
        QTest::newRow(name) << Evidence{before, after, reply, Verify::Full, false, false} << outcome;
    };
    row("alive, success, dead", alive, dead, Reply::Success, Revoked);
    row("alive, refused, dead", alive, dead, Reply::Refused, Revoked);
    row("alive, 503, dead", alive, dead, Reply::Failed, Revoked);
    row("alive, no answer, dead", alive, dead, Reply::NoAnswer, Revoked);
    row("a sibling that died with its session", alive, dead, Reply::NotSent, Revoked);
    row("alive, success, alive", alive, alive, Reply::Success, StillActive);
    row("unseen, success, alive", unseen, alive, Reply::Success, StillActive);
    row("inactive, success, alive", dead, alive, Reply::Success, StillActive);
    row("not known, yet alive", alive, alive, Reply::NotKnown, StillActive);
    row("refused", alive, alive, Reply::Refused, Refused);
    row("refused and unseen", unseen, unseen, Reply::Refused, Refused);
    row("client refused", unseen, unseen, Reply::ClientRefused, Refused);
    row("503, alive", alive, alive, Reply::Failed, Failed);
    row("503, unseen", unseen, unseen, Reply::Failed, Failed);
    row("503, inactive on both sides", dead, dead, Reply::Failed, Failed);
    row("no answer, alive", unseen, alive, Reply::NoAnswer, Failed);
    row("no answer, unseen", alive, unseen, Reply::NoAnswer, Unknown);
    row("no answer, inactive after, unseen before", unseen, dead, Reply::NoAnswer, Unknown);
    row("no answer, inactive on both sides", dead, dead, Reply::NoAnswer, AlreadyInvalid);
    row("no answer, inactive before, unseen after", dead, unseen, Reply::NoAnswer, Unknown);
    row("not known, though it was alive", alive, unseen, Reply::NotKnown, Accepted);
    row("success, inactive on both sides", dead, dead, Reply::Success, AlreadyInvalid);
    row("not known", unseen, unseen, Reply::NotKnown, AlreadyInvalid);
    row("success, unseen on both sides", unseen, unseen, Reply::Success, Accepted);
    row("success, alive before, unseen after", alive, unseen, Reply::Success, Accepted);
    row("success, unseen before, inactive after", unseen, dead, Reply::Success, Accepted);
    row("success, inactive before, unseen after", dead, unseen, Reply::Success, Accepted);
    row("never sent", alive, unseen, Reply::NotSent, Skipped);

    QTest::newRow("an unexpired JWT that is merely inactive")
        << Evidence{dead, dead, Reply::Success, Verify::Full, true, false} << Accepted;
    QTest::newRow("inactive where the audience decides")
        << Evidence{dead, dead, Reply::Success, Verify::Full, false, true} << Accepted;
    QTest::newRow("no answer about an unexpired JWT that is merely inactive")
        << Evidence{dead, dead, Reply::NoAnswer, Verify::Full, true, false} << Unknown;
    QTest::newRow("no answer where the audience decides")
        << Evidence{dead, dead, Reply::NoAnswer, Verify::Full, false, true} << Unknown;
    QTest::newRow("not known is the issuer's own word, also for a JWT")
        << Evidence{dead, dead, Reply::NotKnown, Verify::Full, true, true} << AlreadyInvalid;
    QTest::newRow("without a look before, dead after is no proof")
        << Evidence{unseen, dead, Reply::Success, Verify::After, false, false} << Accepted;
    QTest::newRow("verify after, listed before: less than full can't end better than accepted")
        << Evidence{alive, dead, Reply::Success, Verify::After, false, false} << Accepted;
    QTest::newRow("verify after, alive after")
        << Evidence{unseen, alive, Reply::Success, Verify::After, false, false} << StillActive;
    QTest::newRow("verify none") << Evidence{unseen, unseen, Reply::Success, Verify::None, false, false} << Accepted;
}

void TestOutcomeRule::outcomes()
{
    QFETCH(Evidence, evidence);
    QFETCH(Outcome, outcome);
    QCOMPARE(outcomeName(outcomeOf(evidence)), outcomeName(outcome));
}

// The first promise, over everything that can come together.
void TestOutcomeRule::revokedNeedsBothLooks()
{
    int seen = 0;
    for (const Sight before : {unseen, alive, dead}) {
        for (const Sight after : {unseen, alive, dead}) {
            for (const Reply reply : {Reply::NotSent, Reply::Success, Reply::NotKnown, Reply::Refused,
                                      Reply::ClientRefused, Reply::Failed, Reply::NoAnswer}) {
                for (const Verify verify : {Verify::Full, Verify::After, Verify::None}) {
                    const Outcome outcome = outcomeOf({before, after, reply, verify, false, false});
                    const bool proven = verify == Verify::Full && before == alive && after == dead;
                    QCOMPARE(outcome == Outcome::Revoked, proven);
                    if (after == alive)
                        QVERIFY2(!isGood(outcome), qPrintable(outcomeName(outcome)));
                    ++seen;
                }
            }
        }
    }
    QCOMPARE(seen, 189);
}

QTEST_GUILESS_MAIN(TestOutcomeRule)
#include "tst_outcomerule.moc"
