// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaldatabase.h"
#include "journalfixture.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace curfew {

// Events of a journal that fill() wrote.
enum Written { Opened = 1, Items, Sending, Outcomes, Finished, Lookup };

static void fill(const JournalFixture &fixture)
{
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(3)));
    QVERIFY(answer(journal->markSending(id, {{0, Sight::Alive}, {1, Sight::Alive}})).has_value());
    journal->recordOutcome(id, 0, {Outcome::Revoked, VerifiedBy::Introspection, 200, 1, {}, {}});
    journal->recordOutcome(id, 1, {Outcome::StillActive, VerifiedBy::Introspection, 200, 1, {}, {}});
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    QVERIFY(answer(journal->record({JournalEventKind::Lookup, u"Catena"_s, u"maria"_s, 3, {}})).has_value());
}

class TestJournalVerifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyJournalIsIntact();
    void anUntouchedJournalIsIntact();
    void damageIsFoundAndNamed_data();
    void damageIsFoundAndNamed();
    void aHeadThatCannotBeTakesNoEvent_data();
    void aHeadThatCannotBeTakesNoEvent();
    void erasedIsNotDamaged_data();
    void erasedIsNotDamaged();
    void whatNoErasureDeletedIsDamage_data();
    void whatNoErasureDeletedIsDamage();
    void anUnreadablePageIsNamed();
    void aDamagedIndexIsNamed_data();
    void aDamagedIndexIsNamed();
    void appendingDoesNotHealDamage();
    void verificationsAreRecorded();
};

void TestJournalVerifier::anEmptyJournalIsIntact()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    QCOMPARE(*answer(journal->verify()), (VerifyReport{true, 0, 0, QByteArray(32, '\0'), {}, 0, 0, 0, 0, {}, {}}));
}

void TestJournalVerifier::anUntouchedJournalIsIntact()
{
    const JournalFixture fixture;
    fill(fixture);
    const QByteArray head =
        fixture.rows(u"SELECT hash FROM events WHERE number = 6"_s).constFirst().constFirst().toByteArray();
    QCOMPARE(*answer(fixture.make()->verify()), (VerifyReport{true, Lookup, 0, head, {}, 0, 0, 1, Lookup, {}, {}}));
}

void TestJournalVerifier::damageIsFoundAndNamed_data()
{
    QTest::addColumn<QStringList>("tampering");
    QTest::addColumn<int>("event");
    QTest::addColumn<DamageKind>("kind");

    const QString better = u"CAST(replace(CAST(body AS TEXT), 'still_active', 'revoked') AS BLOB)"_s;
    QTest::newRow("an edited event") << QStringList{u"UPDATE events SET body = %1 WHERE number = 4"_s.arg(better)}
                                     << int(Outcomes) << DamageKind::Edited;
    QTest::newRow("an edited event and its row")
        << QStringList{u"UPDATE events SET body = %1 WHERE number = 4"_s.arg(better),
                       u"UPDATE items SET outcome = 'revoked' WHERE position = 1"_s}
        << int(Outcomes) << DamageKind::Edited;
    QTest::newRow("the last event edited")
        << QStringList{u"UPDATE events SET body = CAST(replace(CAST(body AS TEXT), '3', '4') AS BLOB) WHERE number = 6"_s}
        << int(Lookup) << DamageKind::Edited;
    QTest::newRow("an edited hash") << QStringList{u"UPDATE events SET hash = zeroblob(32) WHERE number = 2"_s}
                                    << int(Items) << DamageKind::Edited;
    QTest::newRow("an event turned to rubbish")
        << QStringList{u"UPDATE events SET body = x'00ff' WHERE number = 2"_s} << int(Items) << DamageKind::Edited;
    QTest::newRow("an event put before the first")
        << QStringList{u"INSERT INTO events VALUES (0, '{}', zeroblob(32))"_s} << int(Opened) << DamageKind::Edited;
    QTest::newRow("an event put behind the last")
        << QStringList{u"INSERT INTO events VALUES (7, '{}', zeroblob(32))"_s} << Lookup + 1 << DamageKind::Edited;
    QTest::newRow("a removed event") << QStringList{u"DELETE FROM events WHERE number = 3"_s} << int(Sending)
                                     << DamageKind::Removed;
    QTest::newRow("a removed event, the gap closed")
        << QStringList{u"DELETE FROM events WHERE number = 3"_s,
                       u"UPDATE events SET number = number - 1 WHERE number > 3"_s, u"UPDATE head SET events = 5"_s}
        << int(Sending) << DamageKind::Removed;
    QTest::newRow("the first event removed")
        << QStringList{u"DELETE FROM events WHERE number = 1"_s} << int(Opened) << DamageKind::Removed;
    QTest::newRow("the last event removed")
        << QStringList{u"DELETE FROM events WHERE number = 6"_s} << int(Lookup) << DamageKind::Removed;
    QTest::newRow("all events removed") << QStringList{u"DELETE FROM events"_s} << int(Opened) << DamageKind::Removed;
    QTest::newRow("two events swapped") << QStringList{u"UPDATE events SET number = 99 WHERE number = 3"_s,
                                                       u"UPDATE events SET number = 3 WHERE number = 4"_s,
                                                       u"UPDATE events SET number = 4 WHERE number = 99"_s}
                                        << int(Sending) << DamageKind::Reordered;
    QTest::newRow("an event moved to the end")
        << QStringList{u"UPDATE events SET number = 7 WHERE number = 3"_s} << int(Sending) << DamageKind::Reordered;
    QTest::newRow("an event overwritten by an earlier one")
        << QStringList{u"UPDATE events SET (body, hash) = (SELECT body, hash FROM events WHERE number = 3) "
                       "WHERE number = 4"_s}
        << int(Outcomes) << DamageKind::Reordered;
    QTest::newRow("an edited head") << QStringList{u"UPDATE head SET hash = zeroblob(32)"_s} << int(Lookup)
                                    << DamageKind::Edited;
    QTest::newRow("a removed head") << QStringList{u"DELETE FROM head"_s} << Lookup + 1 << DamageKind::Unreadable;
    QTest::newRow("tail and head cut alike, the rows forgotten")
        << QStringList{u"DELETE FROM events WHERE number > 3"_s,
                       u"UPDATE head SET events = 3, hash = (SELECT hash FROM events WHERE number = 3)"_s,
                       u"DELETE FROM personal WHERE event > 3"_s}
        << int(Opened) << DamageKind::Edited;
    QTest::newRow("an item's outcome edited")
        << QStringList{u"UPDATE items SET outcome = 'revoked' WHERE position = 1"_s} << int(Outcomes)
        << DamageKind::Edited;
    QTest::newRow("an unsent item's target edited")
        << QStringList{u"UPDATE items SET fingerprint = '0011223344556677' WHERE position = 2"_s} << int(Items)
        << DamageKind::Edited;
    QTest::newRow("an item removed") << QStringList{u"DELETE FROM items WHERE position = 1"_s} << int(Outcomes)
                                     << DamageKind::Removed;
    QTest::newRow("an item added")
        << QStringList{u"INSERT INTO items SELECT batch, 9, 2, target, target_id, person, action, "
                       "fingerprint, session, client, state, seen, outcome, verified_by, "
                       "http_status, attempts, may_work_until, message, words, session_hash FROM items LIMIT 1"_s}
        << int(Items) << DamageKind::Edited;
    QTest::newRow("all items removed") << QStringList{u"DELETE FROM items"_s} << int(Items) << DamageKind::Removed;
    QTest::newRow("a batch unfinished") << QStringList{u"UPDATE batches SET finished_at = NULL"_s} << int(Finished)
                                        << DamageKind::Edited;
    QTest::newRow("a batch removed") << QStringList{u"DELETE FROM items"_s, u"DELETE FROM batches"_s} << int(Finished)
                                     << DamageKind::Removed;
    QTest::newRow("a person renamed")
        << QStringList{u"UPDATE personal SET value = CAST('mario' AS BLOB) WHERE event = 6"_s} << int(Lookup)
        << DamageKind::Edited;
    // SHA-256(salt ‖ value) stays what it was. SQLite's || joins bytes as they are.
    QTest::newRow("the beginning of a ticket moved into its salt") << QStringList{
        u"UPDATE personal SET salt = CAST(salt || substr(value, 1, 4) AS BLOB), value = substr(value, 5) "
        "WHERE CAST(value AS TEXT) = 'INC-4711'"_s} << int(Opened) << DamageKind::Edited;
    QTest::newRow("the end of a salt moved into its ticket")
        << QStringList{u"UPDATE personal SET salt = substr(salt, 1, 31), value = CAST(substr(salt, 32) || value AS "
                       u"BLOB) "
                       "WHERE CAST(value AS TEXT) = 'INC-4711'"_s}
        << int(Opened) << DamageKind::Edited;
    QTest::newRow("a ticket moved into its salt as a whole")
        << QStringList{u"UPDATE personal SET salt = CAST(salt || value AS BLOB), value = x'' "
                       "WHERE CAST(value AS TEXT) = 'INC-4711'"_s}
        << int(Opened) << DamageKind::Edited;
    QTest::newRow("the beginning of a session's id moved into its salt") << QStringList{
        u"UPDATE personal SET salt = CAST(salt || substr(value, 1, 4) AS BLOB), value = substr(value, 5) "
        "WHERE CAST(value AS TEXT) = '5e55104000000001'"_s} << int(Items) << DamageKind::Edited;
    QTest::newRow("a person kept past an erasure by another date")
        << QStringList{u"UPDATE personal SET event = 6 WHERE event = 1"_s} << int(Opened) << DamageKind::Edited;
    QTest::newRow("a person added") << QStringList{u"INSERT INTO personal VALUES ('00', 6, x'00', x'00')"_s}
                                    << int(Lookup) << DamageKind::Edited;
}

void TestJournalVerifier::damageIsFoundAndNamed()
{
    QFETCH(QStringList, tampering);
    QFETCH(int, event);
    QFETCH(DamageKind, kind);
    const JournalFixture fixture;
    fill(fixture);
    for (const QString &sql : tampering)
        fixture.tamper(sql);
    const auto content = [&] {
        return std::pair(fixture.rows(u"SELECT * FROM events"_s), fixture.rows(u"SELECT * FROM head"_s));
    };
    const auto before = content();
    const Result<VerifyReport> report = answer(fixture.make()->verify());
    QCOMPARE(content(), before);
    QVERIFY(report.has_value());
    QVERIFY(!report->intact && report->damage);
    QCOMPARE(std::pair(report->damage->event, damageName(report->damage->kind)),
             std::pair(qint64(event), damageName(kind)));
}

void TestJournalVerifier::aHeadThatCannotBeTakesNoEvent_data()
{
    QTest::addColumn<QString>("tampering");
    QTest::addColumn<QString>("detail");
    const QString odd = u"the chain's head is not what was written"_s;
    QTest::newRow("the last number there is") << u"UPDATE head SET events = 9223372036854775807"_s << odd;
    QTest::newRow("a number below zero") << u"UPDATE head SET events = -1"_s << odd;
    QTest::newRow("a number beyond all") << u"UPDATE head SET events = 1e300"_s << odd;
    QTest::newRow("no number") << u"UPDATE head SET events = 'six'"_s << odd;
    QTest::newRow("a short hash") << u"UPDATE head SET hash = x'00'"_s << odd;
    QTest::newRow("a second head") << u"INSERT INTO head SELECT 2, events, hash FROM head"_s
                                   << u"the chain has more than one head"_s;
}

void TestJournalVerifier::aHeadThatCannotBeTakesNoEvent()
{
    QFETCH(QString, tampering);
    QFETCH(QString, detail);
    const JournalFixture fixture;
    fill(fixture);
    {
        JournalDatabase database; // one connection: the pragma is its own
        QVERIFY(database.open(fixture.path()).has_value());
        QVERIFY(database.run(u"PRAGMA ignore_check_constraints = ON"_s).has_value());
        QVERIFY(database.run(tampering).has_value());
    }
    const auto journal = fixture.make();
    const Result<> recorded = answer(journal->record({JournalEventKind::Lookup, u"Catena"_s, {}, 3, {}}));
    QVERIFY(!recorded);
    QCOMPARE(recorded.error(), (Error{ErrorKind::JournalDamaged, detail, 0, {}}));
    QCOMPARE(answer(journal->verify())->damage,
             std::optional(JournalDamage{Lookup + 1, DamageKind::Unreadable, detail}));
    QCOMPARE(fixture.rows(u"SELECT max(number) FROM events"_s), (Rows{{int(Lookup)}}));
}

// When the event was written; the clock of a Journal ticks a second an event.
static QDateTime timeOf(const JournalFixture &fixture, Written event)
{
    const Rows rows =
        fixture.rows(u"SELECT json_extract(CAST(body AS TEXT), '$.at') FROM events WHERE number = ?"_s, {int(event)});
    return QDateTime::fromString(rows.constFirst().constFirst().toString(), Qt::ISODate);
}

void TestJournalVerifier::erasedIsNotDamaged_data()
{
    QTest::addColumn<int>("behind"); // the last event that is erased
    QTest::addColumn<qint64>("erased");
    QTest::newRow("everything") << int(Lookup) << qint64(7);
    QTest::newRow("one batch's people, and their session") << int(Finished) << qint64(5);
    QTest::newRow("nothing") << 0 << qint64(0);
}

void TestJournalVerifier::erasedIsNotDamaged()
{
    QFETCH(int, behind);
    QFETCH(qint64, erased);
    const JournalFixture fixture;
    fill(fixture);
    const auto journal = fixture.make();
    const QDateTime before = behind == 0 ? timeOf(fixture, Opened) : timeOf(fixture, Written(behind)).addSecs(1);
    QCOMPARE(*answer(journal->erase(before)), (Erasure{erased, {}}));
    const VerifyReport report = *answer(journal->verify());
    QCOMPARE(report.damage, std::optional<JournalDamage>());
    QCOMPARE(report.erased, erased);
}

void TestJournalVerifier::whatNoErasureDeletedIsDamage_data()
{
    QTest::addColumn<int>("event"); // whose values go
    QTest::addColumn<int>("behind"); // the last event that an erasure reaches; 0: no erasure
    QTest::addColumn<bool>("goneBefore"); // before that erasure
    QTest::newRow("no erasure") << int(Opened) << 0 << false;
    QTest::newRow("no erasure, a look-up's") << int(Lookup) << 0 << false;
    QTest::newRow("newer than the erasure's date") << int(Lookup) << int(Finished) << false;
    QTest::newRow("written behind the erasure") << Lookup + 2 << Lookup + 100 << false;
    QTest::newRow("the erasure's own operator") << Lookup + 1 << Lookup + 100 << false;
    QTest::newRow("gone before the erasure") << int(Opened) << int(Lookup) << true;
}

void TestJournalVerifier::whatNoErasureDeletedIsDamage()
{
    QFETCH(int, event);
    QFETCH(int, behind);
    QFETCH(bool, goneBefore);
    const JournalFixture fixture;
    fill(fixture);
    const QString take = u"DELETE FROM personal WHERE event = %1"_s.arg(event);
    const auto journal = fixture.make();
    if (goneBefore)
        fixture.tamper(take);
    if (behind > 0) {
        QVERIFY(answer(journal->erase(timeOf(fixture, Opened).addSecs(behind))).has_value());
        QVERIFY(answer(journal->record({JournalEventKind::Lookup, u"Catena"_s, u"maria"_s, 3, {}})).has_value());
    }
    if (!goneBefore) {
        QVERIFY(answer(journal->verify())->intact);
        fixture.tamper(take);
    }
    const VerifyReport report = *answer(journal->verify());
    QVERIFY(!report.intact && report.damage);
    QCOMPARE(std::pair(report.damage->event, damageName(report.damage->kind)), std::pair(qint64(event), u"removed"_s));
}

//! Where in the file a table or an index of one page stands.
struct Page {
    qint64 offset = 0;
    qint64 size = 0;
};

static Page pageOf(const JournalFixture &fixture, const QString &name)
{
    const auto number = [&](const QString &sql, const QVariantList &values) {
        return fixture.rows(sql, values).constFirst().constFirst().toLongLong();
    };
    const qint64 size = number(u"PRAGMA page_size"_s, {});
    return {(number(u"SELECT rootpage FROM sqlite_master WHERE name = ?"_s, {name}) - 1) * size, size};
}

void TestJournalVerifier::anUnreadablePageIsNamed()
{
    const JournalFixture fixture;
    fill(fixture);
    const Page page = pageOf(fixture, u"events"_s);
    {
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(page.offset));
        QCOMPARE(file.write(QByteArray(page.size, '\xff')), page.size);
    }
    const Result<VerifyReport> report = answer(fixture.make()->verify());
    QVERIFY(report.has_value());
    QCOMPARE(std::pair(report->damage->event, report->damage->kind), std::pair(qint64(Opened), DamageKind::Unreadable));
}

void TestJournalVerifier::aDamagedIndexIsNamed_data()
{
    QTest::addColumn<bool>("emptied");
    QTest::addColumn<QString>("detail"); // part of SQLite's words
    QTest::newRow("another batch in it") << false << u"missing from index sqlite_autoindex_batches_1"_s;
    QTest::newRow("no batch in it") << true << u" on page "_s;
}

void TestJournalVerifier::aDamagedIndexIsNamed()
{
    QFETCH(bool, emptied);
    QFETCH(QString, detail);
    const JournalFixture fixture;
    fill(fixture);
    const QByteArray id = fixture.rows(u"SELECT id FROM batches"_s).constFirst().constFirst().toByteArray();
    const Page page = pageOf(fixture, u"sqlite_autoindex_batches_1"_s);
    {
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(page.offset));
        QByteArray content = file.read(page.size);
        const qsizetype place = content.indexOf(id);
        QVERIFY(place > 0);
        if (emptied)
            content.replace(3, 2, QByteArray(2, '\0')); // how many cells, https://www.sqlite.org/fileformat2.html
        else
            content[place] = 'x';
        QVERIFY(file.seek(page.offset));
        QCOMPARE(file.write(content), page.size);
    }
    const Result<VerifyReport> report = answer(fixture.make()->verify());
    QVERIFY(report && report->damage);
    QCOMPARE(std::pair(report->damage->event, report->damage->kind), std::pair(qint64(0), DamageKind::Edited));
    QVERIFY2(report->damage->detail.contains(detail), qPrintable(report->damage->detail));
}

void TestJournalVerifier::appendingDoesNotHealDamage()
{
    const JournalFixture fixture;
    fill(fixture);
    fixture.tamper(u"DELETE FROM events WHERE number = 6"_s);
    const auto journal = fixture.make();
    QVERIFY(answer(journal->record({JournalEventKind::IssuerAdded, u"Acme"_s, {}, -1, {}})).has_value());
    const VerifyReport report = *answer(journal->verify());
    QCOMPARE(std::pair(report.damage->event, report.damage->kind), std::pair(qint64(Lookup), DamageKind::Removed));
}

void TestJournalVerifier::verificationsAreRecorded()
{
    const JournalFixture fixture;
    fill(fixture);
    const auto journal = fixture.make();
    QCOMPARE(answer(journal->verify())->events, Lookup);
    const VerifyReport again = *answer(journal->verify());
    QVERIFY(again.intact);
    QCOMPARE(again.events, Lookup + 1);
    const QByteArray body =
        fixture.rows(u"SELECT body FROM events WHERE number = 7"_s).constFirst().constFirst().toByteArray();
    QVERIFY(body.contains(R"("event":"verification")") && body.contains(R"("detail":"intact")"));
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJournalVerifier)
#include "tst_journalverifier.moc"
