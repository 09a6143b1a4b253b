// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaldocument.h"
#include "journalfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace curfew {

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void intentIsDurableBeforeTheAnswer();
    void sendingIsDurableBeforeTheAnswer();
    void outcomesAreDurableWithinAQuarterOfASecond();
    void outcomesAreStoredInGroups();
    void theDestructorStoresWhatIsQueued();
    void aWholeBatchIsReadBack();
    void aLargeBatchIsReadBack();
    void aSkippedItemWasNeverSent();
    void aLaterOutcomeReplacesTheEarlier();
    void batchesAreListedNewestFirst();
    void aBatchKeepsTheOperatorItIsGiven();
    void anOddTextStillVerifies();
    void anErasedPersonIsEmptyAndSaidSo();
    void whatDoesNotExistIsInvalidInput();
    void anOutcomeOfNoItemKeepsNoOtherFromTheDisk();
    void aTokenInPlaceOfAFingerprintIsRefused();
    void noTokenReachesTheDisk();
    void eventsNamePeopleByHashAlone();
    void twoJournalsShareOneFile();
    void exportsAreRecorded();
};

static ItemResult revoked()
{
    return {Outcome::Revoked, VerifiedBy::Introspection, 200, 1, QDateTime({2026, 3, 1}, {15, 0}, Qt::UTC), u"gone"_s};
}

static QList<QJsonObject> eventsOf(const JournalFixture &fixture, const QString &kind)
{
    QList<QJsonObject> events;
    for (const QVariantList &row : fixture.rows(u"SELECT body FROM events ORDER BY number"_s)) {
        const QJsonObject event = QJsonDocument::fromJson(row.first().toByteArray()).object();
        if (event.value("event"_L1).toString() == kind)
            events.append(event);
    }
    return events;
}

void TestJournal::intentIsDurableBeforeTheAnswer()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const Result<QString> id = answer(journal->openBatch(intentOf(300)));
    QVERIFY(id.has_value());
    const auto rows = fixture.rows(u"SELECT count(*), min(state), max(state) FROM items WHERE batch = ?"_s, {*id});
    QCOMPARE(rows, (Rows{{300, u"planned"_s, u"planned"_s}}));
}

void TestJournal::sendingIsDurableBeforeTheAnswer()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(3)));
    QVERIFY(answer(journal->markSending(id, {{0, Sight::Alive}, {2, Sight::Inactive}})).has_value());
    const auto rows = fixture.rows(u"SELECT state, seen FROM items ORDER BY position"_s);
    QCOMPARE(rows, (Rows{{u"sending"_s, u"alive"_s}, {u"planned"_s, u"unseen"_s}, {u"sending"_s, u"inactive"_s}}));
}

void TestJournal::outcomesAreDurableWithinAQuarterOfASecond()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(5)));
    qint64 best = std::numeric_limits<qint64>::max(); // of five: a busy machine may delay some
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer elapsed;
        elapsed.start();
        journal->recordOutcome(id, i, revoked());
        const auto stored = [&] { return fixture.rows(u"SELECT 1 FROM items WHERE state = 'done'"_s).size() == i + 1; };
        QVERIFY(QTest::qWaitFor(stored, 5000));
        best = std::min(best, elapsed.elapsed());
    }
    QVERIFY2(best <= 250, qPrintable(QString::number(best)));
}

void TestJournal::outcomesAreStoredInGroups()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(2000)));
    for (int i = 0; i < 2000; ++i)
        journal->recordOutcome(id, i, revoked());
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    QCOMPARE(answer(journal->batches())->first().counts, (QMap<QString, int>{{u"revoked"_s, 2000}}));
    const qsizetype commits = eventsOf(fixture, u"outcomes"_s).size();
    QVERIFY2(commits <= 40, qPrintable(QString::number(commits)));
}

void TestJournal::theDestructorStoresWhatIsQueued()
{
    const JournalFixture fixture;
    auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(1)));
    journal->recordOutcome(id, 0, revoked());
    const auto finished = journal->finishBatch(id);
    journal->recordOutcome(id, 0, {Outcome::StillActive, VerifiedBy::Listing, 200, 2, {}, {}});
    journal.reset();
    QVERIFY(finished.isFinished() && finished.result().has_value());
    QCOMPARE(fixture.rows(u"SELECT outcome FROM items"_s), (Rows{{u"still_active"_s}}));
}

void TestJournal::aWholeBatchIsReadBack()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    BatchIntent intent = intentOf(3);
    intent.items.append({Target::User, u"maria@catena.example"_s, Action::Logout, {}, {}, {}});
    intent.items.append({Target::Token, {}, Action::Revoke, {}, {}, {}}); // an element without a usable token
    const QString id = *answer(journal->openBatch(intent));
    QVERIFY(answer(journal->markSending(id, {{0, Sight::Alive}, {1, Sight::Unseen}})).has_value());
    journal->recordOutcome(id, 0, revoked());
    const Result<BatchRecord> unfinished = answer(journal->batch(id));
    QVERIFY(unfinished.has_value());

    BatchRecord expected;
    expected.summary = {id,
                        QDateTime({2026, 3, 1}, {14, 2, 12}, Qt::UTC),
                        {},
                        u"helen"_s,
                        u"Catena"_s,
                        u"maria@catena.example"_s,
                        u"INC-4711"_s,
                        u"lost laptop"_s,
                        false,
                        {{u"revoked"_s, 1}, {u"unknown"_s, 1}, {u"planned"_s, 3}},
                        true};
    expected.items = {{intent.items.at(0), ItemState::Done, Sight::Alive, revoked()},
                      {intent.items.at(1), ItemState::Sending, Sight::Unseen, {}},
                      {intent.items.at(2), ItemState::Planned, Sight::Unseen, {}},
                      {intent.items.at(3), ItemState::Planned, Sight::Unseen, {}},
                      {intent.items.at(4), ItemState::Planned, Sight::Unseen, {}}};
    QCOMPARE(*unfinished, expected);
    QCOMPARE(*answer(journal->batches()), QList{expected.summary});

    QVERIFY(answer(journal->finishBatch(id)).has_value());
    const BatchSummary finished = answer(journal->batches())->first();
    QVERIFY(finished.finishedAt && *finished.finishedAt > finished.startedAt);
    QVERIFY(id.startsWith(u"20260301-140211-"_s) && id.size() == 20);
}

void TestJournal::aLargeBatchIsReadBack()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const BatchIntent intent = intentOf(2500); // three events of items
    const Result<BatchRecord> record = answer(journal->batch(*answer(journal->openBatch(intent))));
    QCOMPARE(record->items.size(), intent.items.size());
    for (qsizetype i = 0; i < intent.items.size(); ++i)
        QCOMPARE(record->items.at(i).item, intent.items.at(i));
    QCOMPARE(eventsOf(fixture, u"batch_items"_s).size(), 3);
    QVERIFY(answer(journal->verify())->intact);
}

void TestJournal::aSkippedItemWasNeverSent()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(1)));
    QVERIFY(answer(journal->markSending(id, {{0, Sight::Alive}})).has_value());
    journal->recordOutcome(id, 0, {Outcome::Skipped, VerifiedBy::Nothing, 0, 0, {}, u"stopped"_s});
    const ItemRecord item = answer(journal->batch(id))->items.first();
    QCOMPARE(itemStatusName(item), u"skipped"_s);
    QCOMPARE(item.seenBefore, Sight::Alive);
}

void TestJournal::aLaterOutcomeReplacesTheEarlier()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(1)));
    journal->recordOutcome(id, 0, {Outcome::Unknown, VerifiedBy::Nothing, 0, 4, {}, u"no answer"_s});
    journal->recordOutcome(id, 0, {Outcome::Revoked, VerifiedBy::Listing, 0, 4, {}, {}});
    const ItemResult last = *answer(journal->batch(id))->items.first().result;
    QCOMPARE(last, (ItemResult{Outcome::Revoked, VerifiedBy::Listing, 0, 4, {}, {}}));
    QVERIFY(answer(journal->verify())->intact);
}

void TestJournal::batchesAreListedNewestFirst()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    QStringList opened;
    for (int i = 0; i < 3; ++i)
        opened.prepend(*answer(journal->openBatch(intentOf(i))));
    QStringList listed;
    const QList<BatchSummary> batches = *answer(journal->batches());
    for (const BatchSummary &batch : batches)
        listed.append(batch.batch);
    QCOMPARE(listed, opened);
}

void TestJournal::aBatchKeepsTheOperatorItIsGiven()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    BatchIntent intent = intentOf(1);
    intent.operatorName = u"ines"_s;
    QVERIFY(answer(journal->openBatch(intent)).has_value());
    QCOMPARE(answer(journal->batches())->first().operatorName, u"ines"_s);
}

void TestJournal::anOddTextStillVerifies()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    // Each of these is changed by SQLite's or Qt's own conversions somewhere.
    const QString odd = u"\ufeff\uffff\u0001\u0000\U0001F600 \"\\"_s + QChar(0xdc00) + u"\n"_s;
    BatchIntent intent{odd, odd, odd, odd, odd, {}, {}};
    intent.items.append({Target::User, odd, Action::Logout, {}, odd, odd});
    const QString id = *answer(journal->openBatch(intent));
    journal->recordOutcome(id, 0, {Outcome::Failed, VerifiedBy::Nothing, 500, 1, {}, odd});
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    QCOMPARE(answer(journal->verify())->damage, std::optional<JournalDamage>());
    QString kept = odd.mid(1); // a leading byte order mark is no text
    kept.replace(QChar(0xdc00), u'?'); // no half a surrogate pair in UTF-8
    QCOMPARE(answer(journal->batches())->first().user, kept);
}

void TestJournal::anErasedPersonIsEmptyAndSaidSo()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    BatchIntent intent = intentOf(0);
    intent.items.append({Target::User, u"maria@catena.example"_s, Action::Disable, {}, {}, {}});
    const QString id = *answer(journal->openBatch(intent));
    QCOMPARE(*answer(journal->erase(QDateTime(QDate(2100, 1, 1), QTime(), Qt::UTC))), (Erasure{5, {}}));
    const BatchRecord record = *answer(journal->batch(id));
    QVERIFY(record.summary.erased);
    QCOMPARE(record.summary.user + record.summary.operatorName + record.summary.ticket + record.summary.reason,
             QString());
    QCOMPARE(record.items.first().item.targetId, QString());
    QCOMPARE(record.summary.issuer, u"Catena"_s);
    const VerifyReport report = *answer(journal->verify());
    QCOMPARE(report.intact, true);
    QCOMPARE(report.erased, 5);
}

void TestJournal::whatDoesNotExistIsInvalidInput()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(1)));
    QCOMPARE(answer(journal->batch(u"20260301-140211-none"_s)).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(answer(journal->finishBatch(u"nothing"_s)).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(answer(journal->markSending(id, {{1, Sight::Alive}})).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(answer(journal->exportBatch(u"nothing"_s, ExportFormat::Csv)).error().kind, ErrorKind::InvalidInput);
    const VerifyReport report = *answer(journal->verify());
    QVERIFY(report.intact);
    QCOMPARE(report.events, 2); // what was refused left nothing behind
}

void TestJournal::anOutcomeOfNoItemKeepsNoOtherFromTheDisk()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    QSignalSpy failed(journal.get(), &Journal::failed);
    const QString id = *answer(journal->openBatch(intentOf(2)));
    journal->recordOutcome(id, 0, revoked());
    journal->recordOutcome(id, 7, revoked());
    journal->recordOutcome(id, 1, revoked());
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    QCOMPARE(answer(journal->batches())->first().counts, (QMap<QString, int>{{u"revoked"_s, 2}}));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::InvalidInput);
}

void TestJournal::aTokenInPlaceOfAFingerprintIsRefused()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    BatchIntent asFingerprint = intentOf(1);
    asFingerprint.items.first().fingerprint = u"opaque-token-of-maria"_s;
    BatchIntent asTarget = intentOf(1);
    asTarget.items.first().targetId = u"opaque-token-of-maria"_s;
    QCOMPARE(answer(journal->openBatch(asFingerprint)).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(answer(journal->openBatch(asTarget)).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(answer(journal->batches())->size(), 0);
}

void TestJournal::noTokenReachesTheDisk()
{
    const JournalFixture fixture;
    auto journal = fixture.make();
    const QString canary = u"eyJhbGciOiJSUzI1NiJ9.eyJjYW5hcnkiOiJ5ZXMifQ.c2lnbmF0dXJl"_s;
    BatchIntent intent = intentOf(1);
    intent.reason = u"found %1 in a paste"_s.arg(canary);
    intent.ticket = u"token="_s + canary;
    const QString id = *answer(journal->openBatch(intent));
    journal->recordOutcome(id, 0, {Outcome::Refused, VerifiedBy::Nothing, 400, 1, {}, u"bad token: "_s + canary});
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    QVERIFY(answer(journal->record({JournalEventKind::Lookup, u"Catena"_s, canary, 3, canary})).has_value());
    const auto searched = [&] {
        int files = 0;
        for (const QFileInfo &info : QDir(fixture.dir()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                return -1;
            const QByteArray bytes = file.readAll();
            if (bytes.contains("eyJ") || bytes.contains("c2lnbmF0dXJl"))
                return -1;
            files += bytes.contains(id.toLatin1()) ? 1 : 0; // so that the search is known to find something
        }
        return files;
    };
    QVERIFY(searched() > 0); // the journal and the log beside it
    journal.reset();
    QCOMPARE(searched(), 1);
}

void TestJournal::eventsNamePeopleByHashAlone()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    QVERIFY(answer(journal->openBatch(intentOf(1))).has_value());
    QVERIFY(answer(journal->record({JournalEventKind::Lookup, u"Catena"_s, u"maria@catena.example"_s, 3, u"console"_s}))
                .has_value());
    for (const QVariantList &row : fixture.rows(u"SELECT body FROM events"_s)) {
        for (const char *personal : {"maria", "helen", "lost laptop", "INC-4711"})
            QVERIFY(!row.first().toByteArray().contains(personal));
    }
    QJsonObject lookup = eventsOf(fixture, u"lookup"_s).constFirst();
    const QJsonObject people = lookup.take("personal"_L1).toObject();
    QCOMPARE(people.keys(), (QStringList{u"operator"_s, u"user"_s}));
    QCOMPARE(fixture.rows(u"SELECT value FROM personal WHERE hash = ?"_s, {people.value("user"_L1).toString()}),
             (Rows{{"maria@catena.example"_ba}}));
    lookup.remove("at"_L1);
    QCOMPARE(lookup,
             (QJsonObject{{u"event"_s, u"lookup"_s},
                          {u"number"_s, 3},
                          {u"version"_s, u"curfew 0.1.0"_s},
                          {u"issuer"_s, u"Catena"_s},
                          {u"count"_s, 3},
                          {u"detail"_s, u"console"_s}}));
}

void TestJournal::twoJournalsShareOneFile()
{
    const JournalFixture fixture;
    const auto first = fixture.make();
    const auto second = fixture.make();
    for (int i = 0; i < 25; ++i) { // both write at once, round after round
        const auto batch = first->openBatch(intentOf(4));
        const auto other = second->openBatch(intentOf(4));
        const auto lookup = first->record({JournalEventKind::Lookup, u"Catena"_s, u"maria"_s, i, {}});
        const auto otherLookup = second->record({JournalEventKind::Lookup, u"Catena"_s, u"maria"_s, i, {}});
        QVERIFY(answer(batch).has_value() && answer(other).has_value());
        QVERIFY(answer(lookup).has_value() && answer(otherLookup).has_value());
    }
    QCOMPARE(answer(first->batches())->size(), 50);
    QCOMPARE(*answer(first->batches()), *answer(second->batches()));
    const VerifyReport report = *answer(second->verify());
    QCOMPARE(report.damage, std::optional<JournalDamage>());
    QCOMPARE(report.events, 150); // 50 times opened, items, look-up
}

void TestJournal::exportsAreRecorded()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString older = *answer(journal->openBatch(intentOf(1)));
    const QString newer = *answer(journal->openBatch(intentOf(2)));
    const QByteArray json = *answer(journal->exportBatch(newer, ExportFormat::Json));
    QJsonObject document = QJsonDocument::fromJson(json).object();
    QVERIFY(!document.take(u"journal"_s).toObject().isEmpty());
    QCOMPARE(document, revokeDocument(*answer(journal->batch(newer))));
    const QByteArray all = *answer(journal->exportAll(ExportFormat::Json));
    const QJsonArray documents = QJsonDocument::fromJson(all).array();
    QCOMPARE(documents.size(), 2);
    QCOMPARE(documents.first()["batch"_L1].toString(), older);
    QCOMPARE(answer(journal->exportAll(ExportFormat::Csv))->count("\r\n"), 4); // a header and three items
    const QList<QJsonObject> events = eventsOf(fixture, u"export"_s);
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.at(0).value("detail"_L1).toString(), u"json "_s + newer);
    QVERIFY(events.at(0).value("personal"_L1)["user"_L1].isString());
    QCOMPARE(events.at(2).value("count"_L1).toInt(), 2);
    QCOMPARE(events.at(2).value("detail"_L1).toString(), u"csv"_s);
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJournal)
#include "tst_journal.moc"
