// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaldatabase.h"
#include "journalfixture.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace curfew {

class TestJournalDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errors_data();
    void errors();
    void aNewFileIsItsOwnersAlone();
    void aLooseFileIsTightened();
    void aFileThatCannotBeUsedIsRefused_data();
    void aFileThatCannotBeUsedIsRefused();
    void aFlippedSchemaIsDamage();
    void aSchemaIsCheckedByEachVerification();
    void theFilesSchemaIsNotTrusted();
    void aRefusedFileIsNotTouched();
    void aReadOnlyFileIsRefused();
    void aLockedFileIsAnErrorNotAWaitWithoutEnd();
    void outcomesWaitUntilTheFileIsFree();
    void aRepairedFileIsOpenedByTheNextCall();
    void manyOpenANewFileAtOnce();
    void anOlderFileIsReadAndWritten();
    void anOlderFilesSessionsAreRead();
    void manyOpenAnOlderFileAtOnce_data();
    void manyOpenAnOlderFileAtOnce();
};

static void putOlderFile(const JournalFixture &fixture, int version)
{
    QFile file(QFINDTESTDATA(u"fixtures/journal-%1.sql"_s.arg(version)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine());
        if (!line.startsWith("--"_L1))
            fixture.tamper(line);
    }
}

void TestJournalDatabase::errors_data()
{
    QTest::addColumn<QString>("code"); // https://www.sqlite.org/rescode.html
    QTest::addColumn<Error>("error");
    const auto failed = [](const QString &detail) { return Error{ErrorKind::JournalFailed, detail, 0, {}}; };
    QTest::newRow("SQLITE_FULL") << u"13"_s << failed(u"the disk is full"_s);
    QTest::newRow("SQLITE_READONLY") << u"8"_s << failed(u"the journal's file or folder is read-only"_s);
    QTest::newRow("SQLITE_READONLY_DIRECTORY") << u"1544"_s << failed(u"the journal's file or folder is read-only"_s);
    QTest::newRow("SQLITE_CANTOPEN") << u"14"_s << failed(u"the journal's file can't be opened, made or written"_s);
    QTest::newRow("SQLITE_BUSY") << u"5"_s << failed(u"another program kept the journal locked for too long"_s);
    QTest::newRow("SQLITE_IOERR_WRITE") << u"778"_s << failed(u"words"_s);
    QTest::newRow("SQLITE_CORRUPT") << u"11"_s << Error{ErrorKind::JournalDamaged, u"words"_s, 0, {}};
    QTest::newRow("SQLITE_NOTADB") << u"26"_s << Error{ErrorKind::JournalDamaged, u"words"_s, 0, {}};
    QTest::newRow("SQLITE_CONSTRAINT_PRIMARYKEY") << u"1555"_s << Error{ErrorKind::JournalDamaged, u"words"_s, 0, {}};
}

void TestJournalDatabase::errors()
{
    QFETCH(QString, code);
    QFETCH(Error, error);
    QCOMPARE(journalError(QSqlError({}, u"words"_s, QSqlError::StatementError, code)), error);
}

void TestJournalDatabase::aNewFileIsItsOwnersAlone()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    QVERIFY(answer(journal->openBatch(intentOf(1))).has_value());
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QFileInfo info(fixture.path() + QLatin1StringView(suffix));
        QVERIFY2(info.exists(), suffix);
        QCOMPARE(info.permissions() & others, QFile::Permissions());
    }
}

void TestJournalDatabase::aLooseFileIsTightened()
{
    const JournalFixture fixture;
    QVERIFY(answer(fixture.make()->open()).has_value());
    QVERIFY(QFile::setPermissions(fixture.path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(answer(fixture.make()->open()).has_value());
    QCOMPARE(QFile::permissions(fixture.path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestJournalDatabase::aFileThatCannotBeUsedIsRefused_data()
{
    QTest::addColumn<QStringList>("tampering");
    QTest::addColumn<QByteArray>("content"); // in place of a journal
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail"); // part of it
    QTest::newRow("made by a newer Curfew") << QStringList{u"PRAGMA user_version = 5"_s} << QByteArray()
                                            << ErrorKind::JournalFailed << u"made by a newer Curfew"_s;
    const QStringList emptied{u"DROP TABLE items"_s, u"DROP TABLE batches"_s, u"DROP TABLE personal"_s,
                              u"DROP TABLE head"_s,  u"DROP TABLE events"_s,  u"PRAGMA user_version = 0"_s};
    QTest::newRow("another program's database")
        << emptied + QStringList{u"CREATE TABLE bookmarks (url)"_s, u"PRAGMA application_id = 7"_s} << QByteArray()
        << ErrorKind::JournalFailed << u"another program's database"_s;
    const auto damaged = [](const char *name, const QStringList &tampering, const QString &detail) {
        QTest::newRow(name) << tampering << QByteArray() << ErrorKind::JournalDamaged << detail;
    };
    damaged("a journal's mark edited", {u"PRAGMA application_id = 7"_s}, u"the mark that makes the file a journal"_s);
    damaged("a table is missing", {u"DROP TABLE items"_s}, u"the table items is missing"_s);
    damaged("all tables are missing", emptied, u"version"_s);
    for (const int version : {-5, 0, 1, 2}) {
        damaged(qPrintable(u"made by version %1"_s.arg(version)), {u"PRAGMA user_version = %1"_s.arg(version)},
                u"the journal's version is not what was written"_s);
    }
    damaged("another table", {u"CREATE TABLE extra (x)"_s}, u"the table extra is none of the journal's"_s);
    damaged("another column", {u"ALTER TABLE items ADD COLUMN extra"_s}, u"the table items is not as it was made"_s);
    damaged("another index", {u"CREATE INDEX extra ON items (outcome)"_s}, u"the index extra is none"_s);
    damaged("statistics", {u"ANALYZE"_s}, u"the table sqlite_stat1 is none"_s);
    damaged("a trigger", {u"CREATE TRIGGER extra BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END"_s},
            u"the trigger extra is none of the journal's"_s);
    damaged("a view in place of a table",
            {u"ALTER TABLE items RENAME TO truth"_s, u"CREATE VIEW items AS SELECT * FROM truth"_s},
            u"the table truth is none of the journal's"_s);
    damaged(
        "a view without an end in place of a table",
        {u"DROP TABLE items"_s,
         u"CREATE VIEW items AS WITH RECURSIVE n(batch) AS (SELECT 1 UNION ALL SELECT batch FROM n) SELECT * FROM n"_s},
        u"the view items is not as it was made"_s);
    damaged("hidden characters in a name", {u"CREATE TABLE \"\u202ex\" (x)"_s}, u"the table ⟨U+202E⟩x is none"_s);
    QTest::newRow("no database") << QStringList() << QByteArray(8192, 'x') << ErrorKind::JournalDamaged
                                 << u"not a database"_s;
}

void TestJournalDatabase::aFileThatCannotBeUsedIsRefused()
{
    QFETCH(QStringList, tampering);
    QFETCH(QByteArray, content);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, detail);
    const JournalFixture fixture;
    QVERIFY(answer(fixture.make()->open()).has_value());
    for (const QString &sql : tampering)
        fixture.tamper(sql);
    if (!content.isEmpty()) {
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    const auto journal = fixture.make();
    const Error opened = answer(journal->open()).error();
    QCOMPARE(opened.kind, kind);
    QVERIFY2(opened.detail.contains(detail), qPrintable(opened.detail));
    QCOMPARE(answer(journal->openBatch(intentOf(1))).error(), opened); // nothing is sent that can't be journaled
    QCOMPARE(answer(journal->verify()).error(), opened);
}

void TestJournalDatabase::aFlippedSchemaIsDamage()
{
    const JournalFixture fixture;
    QVERIFY(answer(fixture.make()->open()).has_value());
    QFile file(fixture.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    const qsizetype place = content.indexOf("words TEXT");
    QVERIFY(place > 0);
    content[place] = 'v';
    QVERIFY(file.seek(0) && file.write(content) == content.size());
    file.close();
    QCOMPARE(answer(fixture.make()->verify()).error(),
             (Error{ErrorKind::JournalDamaged, u"the table items is not as it was made"_s, 0, {}}));
}

void TestJournalDatabase::aSchemaIsCheckedByEachVerification()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    QVERIFY(answer(journal->openBatch(intentOf(1))).has_value());
    fixture.tamper(u"CREATE TRIGGER extra BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END"_s);
    const Result<VerifyReport> report = answer(journal->verify());
    QVERIFY(report.has_value());
    QCOMPARE(report->damage,
             std::optional(JournalDamage{0, DamageKind::Edited, u"the trigger extra is none of the journal's"_s}));
}

void TestJournalDatabase::theFilesSchemaIsNotTrusted()
{
    const JournalFixture fixture;
    JournalDatabase database;
    QVERIFY(database.open(fixture.path()).has_value());
    QCOMPARE(database.number(u"PRAGMA trusted_schema"_s), Result<qint64>(0));
    QCOMPARE(database.number(u"PRAGMA cell_size_check"_s), Result<qint64>(1));
}

void TestJournalDatabase::aRefusedFileIsNotTouched()
{
    const JournalFixture fixture;
    QVERIFY(answer(fixture.make()->open()).has_value());
    fixture.tamper(u"PRAGMA user_version = 5"_s);
    const auto bytes = [&] {
        QFile file(fixture.path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    QVERIFY(!answer(fixture.make()->openBatch(intentOf(1))).has_value());
    QVERIFY(!before.isEmpty());
    QCOMPARE(bytes(), before);
}

void TestJournalDatabase::aReadOnlyFileIsRefused()
{
#ifdef Q_OS_UNIX
    const JournalFixture fixture;
    QVERIFY(answer(fixture.make()->open()).has_value());
    constexpr auto readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    constexpr auto enterable = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(fixture.path(), readable));
    QVERIFY(QFile::setPermissions(fixture.dir(), readable | enterable));
    const bool root = geteuid() == 0; // root may write anything
    if (root)
        QCOMPARE(seteuid(65534), 0);
    const Result<> opened = answer(fixture.make()->open());
    if (root)
        QCOMPARE(seteuid(0), 0);
    QVERIFY(QFile::setPermissions(fixture.dir(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!opened);
    QCOMPARE(opened.error(), (Error{ErrorKind::JournalFailed, u"the journal's file or folder is read-only"_s, 0, {}}));
#else
    QSKIP("file modes are a Unix matter");
#endif
}

void TestJournalDatabase::aLockedFileIsAnErrorNotAWaitWithoutEnd()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    QVERIFY(answer(journal->open()).has_value());
    JournalDatabase other;
    QVERIFY(other.open(fixture.path()) && other.run(u"BEGIN IMMEDIATE"_s));
    const Error error = answer(journal->openBatch(intentOf(1))).error();
    QCOMPARE(error,
             (Error{ErrorKind::JournalFailed, u"another program kept the journal locked for too long"_s, 0, {}}));
}

void TestJournalDatabase::outcomesWaitUntilTheFileIsFree()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    const QString id = *answer(journal->openBatch(intentOf(2)));
    int failures = 0;
    connect(journal.get(), &Journal::failed, this, [&] { ++failures; });
    JournalDatabase other;
    QVERIFY(other.open(fixture.path()) && other.run(u"BEGIN IMMEDIATE"_s));
    journal->recordOutcome(id, 0, {Outcome::Revoked, VerifiedBy::Listing, 200, 1, {}, {}});
    QVERIFY(QTest::qWaitFor([&] { return failures == 1; }, 15000));
    journal->recordOutcome(id, 1, {Outcome::Accepted, VerifiedBy::Nothing, 200, 1, {}, {}});
    other.rollBack();
    const auto stored = [&] { return fixture.rows(u"SELECT 1 FROM items WHERE state = 'done'"_s).size() == 2; };
    QVERIFY(QTest::qWaitFor(stored, 15000)); // by itself: no other call
    QCOMPARE(failures, 1);
}

void TestJournalDatabase::aRepairedFileIsOpenedByTheNextCall()
{
    const JournalFixture fixture;
    QVERIFY(answer(fixture.make()->open()).has_value());
    fixture.tamper(u"PRAGMA user_version = 5"_s);
    const auto journal = fixture.make();
    QVERIFY(!answer(journal->open()).has_value());
    fixture.tamper(u"PRAGMA user_version = 4"_s);
    QVERIFY(answer(journal->openBatch(intentOf(1))).has_value());
}

void TestJournalDatabase::manyOpenANewFileAtOnce()
{
    const JournalFixture fixture;
    std::vector<std::unique_ptr<Journal>> journals;
    QList<QFuture<Result<>>> opened;
    for (int i = 0; i < 8; ++i) {
        journals.push_back(fixture.make());
        opened.append(journals.back()->open());
    }
    for (const auto &open : opened) {
        const Result<> result = answer(open);
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    }
    QVERIFY(answer(journals.front()->verify())->intact);
}

void TestJournalDatabase::anOlderFileIsReadAndWritten()
{
    const JournalFixture fixture;
    putOlderFile(fixture, 1);
    const auto journal = fixture.make();
    const QString old = u"20261127-102527-a9a9"_s;
    const Result<VerifyReport> asItWas = answer(journal->verify());
    QVERIFY(asItWas && asItWas->intact);
    QCOMPARE(asItWas->events, 6);
    const Result<BatchRecord> record = answer(journal->batch(old));
    QVERIFY(record.has_value());
    QCOMPARE(record->summary.ticket, u"INC-4711"_s);
    QCOMPARE(record->items.constFirst().result->message,
             u"unsupported_token_type: maria@catena.example, seen at 192.0.2.7, signs in elsewhere"_s);

    QVERIFY(answer(journal->resumeBatch(*record)).has_value());
    journal->recordOutcome(old, 0, {Outcome::Revoked, VerifiedBy::Introspection, 200, 2, {}, u"now it went"_s});
    QVERIFY(answer(journal->finishBatch(old)).has_value());
    QCOMPARE(answer(journal->batch(old))->items.constFirst().result->message, u"now it went"_s);
    QVERIFY(answer(journal->verify())->intact);
    QVERIFY(answer(fixture.make()->verify())->intact); // opened again
    fixture.tamper(
        u"UPDATE personal SET value = CAST('so it did' AS BLOB) WHERE CAST(value AS TEXT) = 'now it went'"_s);
    QCOMPARE(answer(fixture.make()->verify())->damage->kind, DamageKind::Edited);
}

void TestJournalDatabase::anOlderFilesSessionsAreRead()
{
    const JournalFixture fixture;
    putOlderFile(fixture, 2);
    const QString old = u"20261127-141936-b2bf"_s;
    const auto journal = fixture.make();
    const auto sessions = [&] {
        QStringList list;
        const QList<ItemRecord> items = answer(journal->batch(old)).value_or(BatchRecord()).items;
        for (const ItemRecord &item : items)
            list.append(item.item.session);
        return list;
    };
    const QStringList both{u"5e55104000000001"_s, u"5e55104000000001"_s};
    QCOMPARE(sessions(), both);
    QVERIFY(answer(journal->verify())->intact);
    QCOMPARE(answer(journal->erase(QDateTime(QDate(2100, 1, 1), QTime(), Qt::UTC)))->values, 6);
    QCOMPARE(sessions(), both); // they stand in the chain
    QVERIFY(answer(journal->verify())->intact);
}

void TestJournalDatabase::manyOpenAnOlderFileAtOnce_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("1") << 1;
    QTest::newRow("2") << 2;
}

void TestJournalDatabase::manyOpenAnOlderFileAtOnce()
{
    QFETCH(int, version);
    const JournalFixture fixture;
    putOlderFile(fixture, version);
    std::vector<std::unique_ptr<Journal>> journals;
    QList<QFuture<Result<>>> opened;
    for (int i = 0; i < 8; ++i) {
        journals.push_back(fixture.make());
        opened.append(journals.back()->open());
    }
    for (const auto &open : opened)
        QVERIFY(answer(open).has_value());
    QVERIFY(answer(journals.front()->verify())->intact);
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJournalDatabase)
#include "tst_journaldatabase.moc"
