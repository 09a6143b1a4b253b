// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaldatabase.h"
#include "journalfixture.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace curfew {

static BatchRecord recordOf(Journal &journal, const QString &id)
{
    return answer(journal.batch(id)).value_or(BatchRecord());
}

class TestJournalResume : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunningBatchIsSaidToRun();
    void aBatchIsTakenUpAgain();
    void twoCannotBeAtOneBatch();
    void whatMovedMeanwhileIsNotTakenUp();
    void aListedTokenWasSeenAlive();
    void leavingKeepsItUnfinished();
    void aClockSetBackDisturbsNothing();
    void erasingKeepsTheChain();
    void erasedValuesLeaveTheDisk_data();
    void erasedValuesLeaveTheDisk();
    void whatAReaderKeepsOnTheDiskIsSaid();
    void aSessionsIdCanBeErased();
    void theIssuersWordsCanBeErased();
};

void TestJournalResume::aRunningBatchIsSaidToRun()
{
    const JournalFixture fixture;
    const auto other = fixture.make();
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(1)));
    QVERIFY(recordOf(*journal, id).summary.running);
    QVERIFY(answer(other->batches())->constFirst().running);
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    QVERIFY(!recordOf(*other, id).summary.running);
}

void TestJournalResume::aBatchIsTakenUpAgain()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(2)));
    journal->recordOutcome(id, 0, {Outcome::Skipped, VerifiedBy::Nothing, 0, 0, {}, u"stopped"_s});
    QVERIFY(answer(journal->finishBatch(id)).has_value());

    QVERIFY(answer(journal->resumeBatch(recordOf(*journal, id))).has_value());
    QVERIFY(!recordOf(*journal, id).summary.finishedAt);
    QVERIFY(answer(journal->markSending(id, {{0, Sight::Alive}})).has_value());
    QCOMPARE(itemStatusName(recordOf(*journal, id).items.constFirst()), u"unknown"_s);
    journal->recordOutcome(id, 0, {Outcome::Revoked, VerifiedBy::Introspection, 200, 1, {}, {}});
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    const BatchRecord record = recordOf(*journal, id);
    QVERIFY(record.summary.finishedAt.has_value());
    QCOMPARE(itemStatusName(record.items.constFirst()), u"revoked"_s);
    QVERIFY(answer(journal->verify())->intact);
}

void TestJournalResume::twoCannotBeAtOneBatch()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const auto other = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(1)));
    const Result<> taken = answer(other->resumeBatch(recordOf(*other, id)));
    QCOMPARE(taken.error().kind, ErrorKind::JournalFailed);
    QVERIFY(answer(journal->leaveBatch(id)).has_value());
    QVERIFY(answer(other->resumeBatch(recordOf(*other, id))).has_value());
}

void TestJournalResume::whatMovedMeanwhileIsNotTakenUp()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(1)));
    const BatchRecord known = recordOf(*journal, id);
    QVERIFY(answer(journal->markSending(id, {{0, Sight::Alive}})).has_value());
    QVERIFY(answer(journal->leaveBatch(id)).has_value());
    QCOMPARE(answer(journal->resumeBatch(known)).error().kind, ErrorKind::JournalFailed);
    QVERIFY(!recordOf(*journal, id).summary.running); // the lock isn't kept
    QVERIFY(answer(journal->resumeBatch(recordOf(*journal, id))).has_value());
}

void TestJournalResume::aListedTokenWasSeenAlive()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    BatchIntent intent = intentOf(2);
    intent.seenAlive = {1};
    const QString id = *answer(journal->openBatch(intent));
    const BatchRecord record = recordOf(*journal, id);
    QCOMPARE(record.items.at(0).seenBefore, Sight::Unseen);
    QCOMPARE(record.items.at(1).seenBefore, Sight::Alive);
    QVERIFY(answer(journal->verify())->intact);
}

void TestJournalResume::leavingKeepsItUnfinished()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(2)));
    journal->recordOutcome(id, 1, {Outcome::Revoked, VerifiedBy::Introspection, 200, 1, {}, {}});
    QVERIFY(answer(journal->leaveBatch(id)).has_value());
    const BatchRecord record = recordOf(*journal, id);
    QVERIFY(!record.summary.finishedAt && !record.summary.running);
    QCOMPARE(itemStatusName(record.items.at(0)), u"planned"_s);
    QCOMPARE(itemStatusName(record.items.at(1)), u"revoked"_s);
}

void TestJournalResume::aClockSetBackDisturbsNothing()
{
    const JournalFixture fixture;
    QDateTime now(QDate(2026, 3, 1), QTime(14, 0), Qt::UTC);
    Journal journal(fixture.path(), {u"helen"_s, u"curfew"_s}, nullptr, [&now] { return now; });
    const QString first = *answer(journal.openBatch(intentOf(1)));
    QVERIFY(answer(journal.finishBatch(first)).has_value());
    now = now.addDays(-1);
    const QString second = *answer(journal.openBatch(intentOf(1)));
    QVERIFY(answer(journal.finishBatch(second)).has_value());
    const QList<BatchSummary> batches = *answer(journal.batches());
    QCOMPARE(batches.size(), 2);
    QCOMPARE(batches.constFirst().batch, second); // as it was written, whatever the clock said
    QVERIFY(answer(journal.verify())->intact);
}

void TestJournalResume::erasingKeepsTheChain()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString old = *answer(journal->openBatch(intentOf(1)));
    QVERIFY(answer(journal->finishBatch(old)).has_value());
    const QDateTime between = recordOf(*journal, old).summary.finishedAt->addMSecs(1);
    const QString recent = *answer(journal->openBatch(intentOf(1)));

    QCOMPARE(*answer(journal->erase(between)), (Erasure{5, {}})); // Helen, Maria, ticket, reason and the session
    QVERIFY(recordOf(*journal, old).summary.erased);
    QVERIFY(recordOf(*journal, old).summary.user.isEmpty());
    QVERIFY(!recordOf(*journal, recent).summary.user.isEmpty());
    const Result<VerifyReport> report = answer(journal->verify());
    QVERIFY(report && report->intact);
    QCOMPARE(report->erased, 5);
    QCOMPARE(*answer(journal->erase(between)), (Erasure{0, {}}));
    const Rows events = fixture.rows(u"SELECT body FROM events WHERE CAST(body AS TEXT) LIKE '%\"erasure\"%'"_s);
    QCOMPARE(events.size(), 2); // that it was done is an event itself
}

static bool isOnDisk(const JournalFixture &fixture, QByteArrayView text)
{
    for (const char *suffix : {"", "-wal"}) {
        QFile file(fixture.path() + QLatin1StringView(suffix));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

// A few share a page that stays; many leave pages that are free.
void TestJournalResume::erasedValuesLeaveTheDisk_data()
{
    QTest::addColumn<int>("people");
    QTest::newRow("a few") << 3;
    QTest::newRow("many") << 3000;
}

void TestJournalResume::erasedValuesLeaveTheDisk()
{
    QFETCH(int, people);
    const JournalFixture fixture;
    const auto journal = fixture.make();
    BatchIntent intent = intentOf(0);
    for (int i = 0; i < people; ++i)
        intent.items.append({Target::User, u"canary-%1"_s.arg(i), Action::Logout, {}, {}, {}});
    QVERIFY(answer(journal->openBatch(intent)).has_value());
    QVERIFY(isOnDisk(fixture, "canary"));
    QCOMPARE(*answer(journal->erase(QDateTime(QDate(2100, 1, 1), QTime(), Qt::UTC))), (Erasure{people + 4, {}}));
    QVERIFY(!isOnDisk(fixture, "canary"));
    const qint64 free = fixture.rows(u"PRAGMA freelist_count"_s).constFirst().constFirst().toLongLong();
    QCOMPARE(free > 0, people > 100);
}

void TestJournalResume::whatAReaderKeepsOnTheDiskIsSaid()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    BatchIntent intent = intentOf(0);
    intent.reason = u"canary"_s;
    QVERIFY(answer(journal->openBatch(intent)).has_value());
    const QDateTime later(QDate(2100, 1, 1), QTime(), Qt::UTC);
    {
        JournalDatabase reader;
        QVERIFY(reader.open(fixture.path()).has_value());
        QVERIFY(reader.run(u"BEGIN"_s).has_value());
        QCOMPARE(*reader.number(u"SELECT count(*) FROM personal"_s), 4);
        const Result<Erasure> erasure = answer(journal->erase(later));
        QVERIFY(erasure.has_value());
        QCOMPARE(erasure->values, 4);
        QVERIFY(erasure->leftOnDisk.has_value());
        QCOMPARE(erasure->leftOnDisk->kind, ErrorKind::JournalFailed);
        QVERIFY(isOnDisk(fixture, "canary"));
        QVERIFY(answer(journal->verify())->intact);
        reader.rollBack();
    }
    QCOMPARE(*answer(journal->erase(later)), (Erasure{2, {}})); // who erased, and who verified
    QVERIFY(!isOnDisk(fixture, "canary"));
    QVERIFY(answer(journal->verify())->intact);
}

// Of a client, an address and a device that Curfew took for one session its id is a hash, which can be guessed back.
void TestJournalResume::aSessionsIdCanBeErased()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString session = tokenItem(0).session;
    const QString id = *answer(journal->openBatch(intentOf(2)));
    QVERIFY(answer(journal->markSending(id, {{0, Sight::Alive}, {1, Sight::Alive}})).has_value());
    journal->recordOutcome(id, 0, {Outcome::Revoked, VerifiedBy::Listing, 200, 1, {}, {}});
    QVERIFY(answer(journal->leaveBatch(id)).has_value());
    QCOMPARE(recordOf(*journal, id).items.constFirst().item, tokenItem(0));
    QCOMPARE(fixture.rows(u"SELECT hash FROM personal WHERE CAST(value AS TEXT) = ?"_s, {session}).size(), 1);
    QVERIFY(fixture.rows(u"SELECT 1 FROM events WHERE instr(CAST(body AS TEXT), ?)"_s, {session}).isEmpty());
    QCOMPARE(*answer(journal->erase(QDateTime(QDate(2100, 1, 1), QTime(), Qt::UTC))), (Erasure{5, {}}));
    const BatchRecord record = recordOf(*journal, id);
    QCOMPARE(record.items.size(), 2);
    QCOMPARE(record.items.constFirst().item.session, QString());
    QCOMPARE(record.items.constFirst().item.fingerprint, tokenItem(0).fingerprint);
    QVERIFY(!isOnDisk(fixture, session.toLatin1()));
    QVERIFY(answer(journal->verify())->intact);

    // Without it the batch is gone on with as before: its tokens are known by their fingerprints.
    QVERIFY(answer(journal->resumeBatch(record)).has_value());
    journal->recordOutcome(id, 1, {Outcome::Revoked, VerifiedBy::Listing, 200, 1, {}, {}});
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    QVERIFY(answer(journal->verify())->intact);
}

void TestJournalResume::theIssuersWordsCanBeErased()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(2)));
    const QString words = u"canary@catena.example signs in elsewhere"_s;
    journal->recordOutcome(id, 0, {Outcome::Refused, VerifiedBy::Nothing, 400, 1, {}, words});
    journal->recordOutcome(id, 1, {Outcome::Revoked, VerifiedBy::Introspection, 200, 1, {}, {}});
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    QCOMPARE(recordOf(*journal, id).items.at(0).result->message, words);
    for (const QVariantList &row : fixture.rows(u"SELECT body FROM events"_s))
        QVERIFY(!row.constFirst().toByteArray().contains("canary"));

    QCOMPARE(*answer(journal->erase(QDateTime(QDate(2100, 1, 1), QTime(), Qt::UTC))), (Erasure{6, {}}));
    QCOMPARE(recordOf(*journal, id).items.at(0).result->message, QString());
    QCOMPARE(recordOf(*journal, id).items.at(0).result->outcome, Outcome::Refused);
    for (const char *suffix : {"", "-wal"}) {
        QFile file(fixture.path() + QLatin1StringView(suffix));
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("canary"));
    }
    const Result<VerifyReport> report = answer(journal->verify());
    QVERIFY(report && report->intact);
    QCOMPARE(report->erased, 6);
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJournalResume)
#include "tst_journalresume.moc"
