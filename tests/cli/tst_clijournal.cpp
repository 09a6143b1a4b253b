// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! `journal …`
class TestCliJournal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void emptyAtFirst();
    void listsKeyByKey();
    void showsWhatWasPrinted();
    void verifiesKeyByKey();
    void saysWhyItIsNotSigned();
    void erasesTheIssuersWords();
    void saysWhatIsLeftOnTheDisk();
    void exportsToAFile_data();
    void exportsToAFile();
    void exportsToStandardOutput();
    void dryRunWritesNoFile();
    void unknownBatches_data();
    void unknownBatches();
    void damageIsNoticed_data();
    void damageIsNoticed();
    void aDamagedJournalSendsNothing();

private:
    CliAnswer revoke(const QStringList &more = {});
    [[nodiscard]] QString path() const { return m_bench->profileDir() + u"/journal.sqlite"_s; }
    [[nodiscard]] QByteArray content(const QString &file) const
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void overwrite(const QByteArray &bytes) const
    {
        QFile out(path());
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate) && out.write(bytes) == bytes.size());
    }

    std::unique_ptr<CliBench> m_bench;
};

void TestCliJournal::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
}

CliAnswer TestCliJournal::revoke(const QStringList &more)
{
    const auto tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1);
    return m_bench->runJson(
        QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"tokens"_s, lines(tokens))}
        + m_bench->at(u"sap"_s, u"sap-ias"_s) + more);
}

void TestCliJournal::emptyAtFirst()
{
    const CliAnswer answer = m_bench->runJson({u"journal"_s, u"list"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json(), (QJsonObject{{u"batches"_s, QJsonArray()}}));
}

void TestCliJournal::listsKeyByKey()
{
    QCOMPARE(revoke({u"--ticket"_s, u"INC-7"_s, u"--reason"_s, u"phone lost"_s}).status, 0);
    const QString second = revoke().json().value(u"batch"_s).toString();
    const CliAnswer answer = m_bench->runJson({u"journal"_s, u"list"_s});
    QCOMPARE(answer.status, 0);
    const QJsonArray batches = answer.json().value(u"batches"_s).toArray();
    QCOMPARE(batches.size(), 2);
    static const QRegularExpression time(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"_s);
    for (const QJsonValue &value : batches) {
        const QJsonObject batch = value.toObject();
        QCOMPARE(batch.keys(),
                 (QStringList{u"batch"_s, u"counts"_s, u"finished_at"_s, u"issuer"_s, u"operator"_s, u"reason"_s,
                              u"started_at"_s, u"ticket"_s, u"user"_s}));
        QVERIFY(time.match(batch.value(u"started_at"_s).toString()).hasMatch());
        QVERIFY(time.match(batch.value(u"finished_at"_s).toString()).hasMatch());
        QCOMPARE(batch.value(u"issuer"_s), QJsonValue(u"sap"_s));
        QCOMPARE(batch.value(u"counts"_s), QJsonValue(QJsonObject{{u"revoked"_s, 2}}));
        QVERIFY(!batch.value(u"operator"_s).toString().isEmpty());
        QVERIFY(batch.value(u"user"_s).isNull()); // opaque tokens don't say
    }
    QCOMPARE(batches.at(0)[u"batch"_s], QJsonValue(second)); // newest first
    QVERIFY(batches.at(0)[u"ticket"_s].isNull());
    QCOMPARE(batches.at(1)[u"ticket"_s], QJsonValue(u"INC-7"_s));
    QCOMPARE(batches.at(1)[u"reason"_s], QJsonValue(u"phone lost"_s));
}

void TestCliJournal::showsWhatWasPrinted()
{
    const CliAnswer printed = revoke();
    const QString batch = printed.json().value(u"batch"_s).toString();
    const CliAnswer shown = m_bench->runJson({u"journal"_s, u"show"_s, batch});
    QCOMPARE(shown.status, 0);
    QCOMPARE(shown.json(), printed.json());
}

void TestCliJournal::verifiesKeyByKey()
{
    QCOMPARE(revoke().status, 0);
    const CliAnswer answer = m_bench->runJson({u"journal"_s, u"verify"_s});
    QCOMPARE(answer.status, 0);
    const QJsonObject report = answer.json();
    QCOMPARE(report.keys(),
             (QStringList{u"checked_key"_s, u"damage"_s, u"earlier_key_batches"_s, u"erased"_s, u"events"_s, u"head"_s,
                          u"intact"_s, u"key_missing"_s, u"signed_batches"_s, u"signing_keys"_s, u"unsigned_batches"_s,
                          u"unsigned_events"_s, u"vouched_events"_s}));
    QCOMPARE(report.value(u"intact"_s), QJsonValue(true));
    QVERIFY(report.value(u"damage"_s).isNull());
    QVERIFY(report.value(u"events"_s).toInt() > 3);
    // No keychain is at hand here: that is said once, and is no damage.
    QCOMPARE(report.value(u"signed_batches"_s), QJsonValue(0));
    QCOMPARE(report.value(u"unsigned_batches"_s), QJsonValue(1));
    QCOMPARE(report.value(u"unsigned_events"_s), report.value(u"events"_s));
    QCOMPARE(report.value(u"checked_key"_s), QJsonValue(false));
    QCOMPARE(report.value(u"key_missing"_s), QJsonValue(false));
}

void TestCliJournal::saysWhyItIsNotSigned()
{
    const CliAnswer ended = revoke();
    QCOMPARE(ended.status, 0);
    QVERIFY(ended.err.contains("without a signature"));
    QVERIFY(!ended.err.contains("--secret-file")); // a secret doesn't sign
    QCOMPARE(revoke().status, 0);
    const CliAnswer verified = m_bench->run({u"journal"_s, u"verify"_s});
    QVERIFY(verified.out.contains("2 finished batches NOT signed"));
    QVERIFY(verified.out.contains("Nothing is signed"));
}

// Of a person, and of the very token, which it cuts so that it doesn't look like one.
void TestCliJournal::erasesTheIssuersWords()
{
    const auto tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1);
    const QByteArray part = tokens.constFirst().first(18);
    m_bench->sap().faults().always(
        Revoke,
        PracticeFault::refuse(400, "invalid_request", u"%1 of %2"_s.arg(QString::fromLatin1(part), cliPerson())));
    const CliAnswer ended = m_bench->runJson(QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s,
                                                         m_bench->file(u"tokens"_s, lines(tokens.first(1)))}
                                             + m_bench->at(u"sap"_s, u"sap-ias"_s));
    QCOMPARE(ended.status, 1);
    const QString batch = ended.json().value(u"batch"_s).toString();
    const QStringList show{u"journal"_s, u"show"_s, batch};
    const auto message = [&] { return m_bench->runJson(show).json().value(u"results"_s)[0][u"message"_s]; };
    QCOMPARE(message(), QJsonValue(u"invalid_request: [hidden] of "_s + cliPerson()));
    QVERIFY(!ended.out.contains(part));
    QVERIFY(!m_bench->run(show).out.contains(part));

    QCOMPARE(m_bench->run({u"journal"_s, u"erase"_s, u"--before"_s, u"2100-01-01"_s, u"--yes"_s}).status, 0);
    QVERIFY(message().isNull());
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        const QByteArray bytes = content(path() + suffix);
        QVERIFY(!bytes.contains(cliPerson().toUtf8()));
        QVERIFY(!bytes.contains(part));
    }
    QVERIFY(!content(path()).isEmpty());
    const QJsonObject report = m_bench->runJson({u"journal"_s, u"verify"_s}).json();
    QCOMPARE(report.value(u"intact"_s), QJsonValue(true));
    const QString count = QString::number(report.value(u"erased"_s).toInt());
    QVERIFY(count != "0"_L1);
    const QByteArray said = m_bench->run({u"journal"_s, u"verify"_s}).out;
    QVERIFY2(said.contains("\n" + count.toUtf8() + " personal values erased"), said.constData());
}

void TestCliJournal::saysWhatIsLeftOnTheDisk()
{
    QCOMPARE(revoke({u"--reason"_s, u"canary"_s}).status, 0);
    const QStringList erase{u"journal"_s, u"erase"_s, u"--before"_s, u"2100-01-01"_s, u"--yes"_s};
    const QString name = u"another program"_s;
    {
        QSqlDatabase reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        reader.setDatabaseName(path());
        QVERIFY(reader.open());
        QSqlQuery query(reader);
        QVERIFY(query.exec(u"BEGIN"_s) && query.exec(u"SELECT value FROM personal"_s) && query.next());
        const CliAnswer answer = m_bench->runJson(erase);
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.json().value(u"left_on_disk"_s), QJsonValue(true));
        QVERIFY(answer.json().value(u"erased"_s).toInt() > 2);
        QVERIFY2(answer.err.contains("NOT off the disk"), answer.err.constData());
        QVERIFY((content(path()) + content(path() + u"-wal"_s)).contains("canary"));
    }
    QSqlDatabase::removeDatabase(name);
    const CliAnswer answer = m_bench->runJson(erase);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json().value(u"left_on_disk"_s), QJsonValue(false));
    QVERIFY(!(content(path()) + content(path() + u"-wal"_s)).contains("canary"));
}

// What journal show prints; the journal's head and key stand on an export besides.
static QJsonArray withoutSeal(const QJsonArray &documents)
{
    QJsonArray bare;
    for (const QJsonValue &value : documents) {
        QJsonObject document = value.toObject();
        if (!document.take(u"journal"_s).toObject().value(u"head"_s).isString())
            return {};
        bare.append(document);
    }
    return bare;
}

void TestCliJournal::exportsToAFile_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("one");
    QTest::newRow("a batch as CSV") << u"csv"_s << true;
    QTest::newRow("a batch as JSON") << u"json"_s << true;
    QTest::newRow("all as CSV") << u"csv"_s << false;
    QTest::newRow("all as JSON") << u"json"_s << false;
}

void TestCliJournal::exportsToAFile()
{
    QFETCH(QString, format);
    QFETCH(bool, one);
    const QJsonObject first = revoke().json();
    const QJsonObject second = revoke().json();
    const QString target = m_bench->homeDir() + u"/export"_s;
    QStringList call{u"journal"_s, u"export"_s, u"--format"_s, format, u"--output"_s, target};
    if (one)
        call.insert(2, first.value(u"batch"_s).toString());
    const CliAnswer answer = m_bench->run(call);
    QCOMPARE(answer.status, 0);
    const QByteArray exported = content(target);
    if (format == "json"_L1) {
        const QJsonDocument document = QJsonDocument::fromJson(exported);
        const QJsonArray shown = one ? QJsonArray{document.object()} : document.array();
        QCOMPARE(withoutSeal(shown), one ? QJsonArray{first} : (QJsonArray{first, second})); // oldest first
    } else {
        QCOMPARE(exported.count("\r\n"), one ? 3 : 5); // a head and two items a batch
        QVERIFY(exported.contains(first.value(u"batch"_s).toString().toLatin1()));
    }
    QCOMPARE(QFile::permissions(target) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestCliJournal::exportsToStandardOutput()
{
    const QJsonObject first = revoke().json();
    const CliAnswer answer = m_bench->run({u"journal"_s, u"export"_s, first.value(u"batch"_s).toString(), u"--format"_s,
                                           u"json"_s, u"--output"_s, u"-"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(withoutSeal({answer.json()}), QJsonArray{first});
}

void TestCliJournal::dryRunWritesNoFile()
{
    const QString target = m_bench->homeDir() + u"/export"_s;
    QCOMPARE(m_bench->run({u"journal"_s, u"export"_s, u"--format"_s, u"csv"_s, u"--output"_s, target, u"--dry-run"_s})
                 .status,
             0);
    QVERIFY(!QFile::exists(target));
}

void TestCliJournal::unknownBatches_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("show") << u"journal show 20260101-000000-0000"_s;
    QTest::newRow("export") << u"journal export 20260101-000000-0000 --format csv --output x"_s;
}

void TestCliJournal::unknownBatches()
{
    QFETCH(QString, call);
    const CliAnswer answer = m_bench->runJson(call.split(u' '));
    QCOMPARE(answer.status, 2);
    QVERIFY(!answer.errorKind().isEmpty());
}

void TestCliJournal::damageIsNoticed_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::newRow("an outcome, made worse") << QByteArray("revoked") << QByteArray("refused");
    QTest::newRow("an issuer's name") << QByteArray("\"sap\"") << QByteArray("\"zap\"");
}

void TestCliJournal::damageIsNoticed()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QCOMPARE(revoke().status, 0);
    QByteArray bytes = content(path());
    QVERIFY(bytes.contains(was));
    overwrite(bytes.replace(was, is));
    const CliAnswer answer = m_bench->runJson({u"journal"_s, u"verify"_s});
    QCOMPARE(answer.status, 5);
    QCOMPARE(answer.json().value(u"intact"_s), QJsonValue(false));
    QCOMPARE(answer.json().value(u"damage"_s).toObject().keys(), (QStringList{u"detail"_s, u"event"_s, u"kind"_s}));
    const CliAnswer plain = m_bench->run({u"journal"_s, u"verify"_s});
    QCOMPARE(plain.status, 5);
    QVERIFY(plain.out.startsWith("DAMAGED"));
    // Nothing is signed here: the events before may have been rewritten as a whole.
    QVERIFY(plain.out.contains("Whether the events before it are as they were written can't be told"));
}

void TestCliJournal::aDamagedJournalSendsNothing()
{
    const auto tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1);
    overwrite(QByteArray(8192, 'x'));
    QFile::remove(path() + u"-wal"_s);
    for (const QString &call : {u"journal list"_s, u"journal verify"_s, u"journal show x"_s}) {
        const CliAnswer answer = m_bench->runJson(call.split(u' '));
        QCOMPARE(answer.status, 5);
        QCOMPARE(answer.errorKind(), u"journal_damaged"_s);
    }
    const CliAnswer ended = m_bench->runJson(
        QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"tokens"_s, lines(tokens))}
        + m_bench->at(u"sap"_s, u"sap-ias"_s));
    QCOMPARE(ended.status, 5);
    QCOMPARE(ended.errorKind(), u"journal_damaged"_s);
    QCOMPARE(m_bench->sap().count(Revoke), 0);
}

QTEST_GUILESS_MAIN(TestCliJournal)
#include "tst_clijournal.moc"
