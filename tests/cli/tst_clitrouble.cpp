// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! A journal that can't take what is to be done: a clear error, and nothing sent.
class TestCliTrouble : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void aJournalThatCannotBeUsed_data();
    void aJournalThatCannotBeUsed();
    void aFullDisk();
    void aDiskThatFillsUp();
    void aReadOnlyProfile();
    void twoAtOnce();

private:
    [[nodiscard]] QStringList revoke(const QList<QByteArray> &tokens)
    {
        return QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s,
                           m_bench->file(u"tokens-"_s + fingerprintOf(tokens.constFirst()), lines(tokens))}
        + m_bench->at(u"sap"_s, u"sap-ias"_s);
    }
    //! The call in a mount namespace of its own (unshare(1)), after \p preparation, a shell's words.
    [[nodiscard]] CliAnswer within(const QString &preparation, const QStringList &call);

    std::unique_ptr<CliBench> m_bench;
    QList<QByteArray> m_tokens;
};

void TestCliTrouble::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    m_tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 2);
}

void TestCliTrouble::aJournalThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("written"); // over the file's bytes at `at`
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    // https://www.sqlite.org/fileformat2.html: the user version stands at 60, the application's id at 68.
    QTest::newRow("no database") << QByteArray("this is no database") << 0 << 5 << QByteArray("damaged");
    QTest::newRow("of a newer version") << QByteArray("\0\0\0\x63", 4) << 60 << 3 << QByteArray("newer Curfew");
    QTest::newRow("without its mark") << QByteArray("\0\0\0\1", 4) << 68 << 5 << QByteArray("the mark that makes");
}

void TestCliTrouble::aJournalThatCannotBeUsed()
{
    QFETCH(QByteArray, written);
    QFETCH(int, at);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    QFile file(m_bench->profileDir() + u"/journal.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
    QCOMPARE(file.write(written), written.size());
    file.close();
    const CliAnswer answer = m_bench->run(revoke(m_tokens));
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.err.contains(words), answer.err.constData());
    QCOMPARE(m_bench->sap().count(Revoke), 0);
}

CliAnswer TestCliTrouble::within(const QString &preparation, const QStringList &call)
{
    m_bench->setLauncher({u"unshare"_s, u"--mount"_s, u"--map-root-user"_s, u"sh"_s, u"-c"_s,
                          preparation + u" && exec \"$@\""_s, u"sh"_s});
    const CliAnswer answer = m_bench->run(call);
    m_bench->setLauncher({});
    return answer;
}

static bool mayMount()
{
    return QProcess::execute(u"unshare"_s, {u"--mount"_s, u"--map-root-user"_s, u"true"_s}) == 0;
}

void TestCliTrouble::aFullDisk()
{
    if (!mayMount())
        QSKIP("no mount namespaces here");
    const QString profile = m_bench->profileDir();
    const CliAnswer answer =
        within(u"cp -r '%1' '%1.kept' && mount -t tmpfs -o size=256k none '%1' && cp -r '%1.kept/.' '%1'"
               u" && { head -c 1m /dev/zero >'%1/filler' 2>/dev/null || true; }"_s.arg(profile),
               revoke(m_tokens));
    QCOMPARE(answer.status, 3);
    QVERIFY2(answer.err.contains("disk is full"), answer.err.constData());
    QCOMPARE(m_bench->sap().count(Revoke), 0);
}

// In the middle of a batch: it stops, what was sent stands in the journal, and it goes on once there is room.
void TestCliTrouble::aDiskThatFillsUp()
{
    if (!mayMount())
        QSKIP("no mount namespaces here");
    PracticeIssuer &issuer = m_bench->sap();
    // One a session: the end of another would take it along, before it was looked at or after.
    const auto tokens = issuer.addSessions(u"dana.finch@example.com"_s, CliBench::clientOf(u"sap-ias"_s), 120, 0);
    issuer.behaviour().latency = 20ms;
    const QString profile = m_bench->profileDir();
    const QString fill = QFileInfo(profile).path() + u"/fill"_s; // the test's word to go ahead
    // A disk of the program's own, filled by somebody else, cleared and copied out of the namespace at the end.
    m_bench->setLauncher(
        {u"unshare"_s, u"--mount"_s, u"--map-root-user"_s, u"sh"_s, u"-c"_s,
         u"cp -r '%1' '%1.kept' && mount -t tmpfs -o size=4m none '%1' && cp -r '%1.kept/.' '%1' || exit 70;"
         u" { i=0; until [ -e '%2' ] || [ $i -gt 3000 ]; do sleep 0.02; i=$((i+1)); done;"
         u" head -c 8m /dev/zero >'%1/filler'; touch '%2.done'; } >/dev/null 2>&1 &"
         u" \"$@\"; status=$?; rm '%1/filler' && cp -r '%1/.' '%1.kept' || exit 71; exit $status"_s.arg(profile, fill),
         u"sh"_s});
    const QStringList call = revoke(tokens);
    const auto process = m_bench->begin(call);
    QTRY_VERIFY_WITH_TIMEOUT(issuer.count(Revoke) >= 5, 60'000);
    m_bench->file(u"fill"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fill + u".done"_s), 60'000);
    const CliAnswer answer = CliBench::finish(*process);
    m_bench->setLauncher({});
    QVERIFY2(answer.err.contains("disk is full"), answer.err.constData());
    QCOMPARE(answer.status, 3);
    const int sent = issuer.count(Revoke);
    QVERIFY2(sent < tokens.size(), "it was through before the disk was full");

    QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, profile + u".kept/."_s, profile}), 0);
    QCOMPARE(m_bench->runJson({u"journal"_s, u"verify"_s}).status, 0);
    const QJsonArray batches = m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray();
    QCOMPARE(batches.size(), 1);
    QVERIFY(batches.first()[u"finished_at"_s].isNull());
    const QString batch = batches.first()[u"batch"_s].toString();
    QSet<QString> known;
    const QJsonArray shown = m_bench->runJson({u"journal"_s, u"show"_s, batch}).json().value(u"results"_s).toArray();
    for (const QJsonValue &item : shown) {
        if (item[u"outcome"_s].toString() != "planned"_L1)
            known.insert(item[u"fingerprint"_s].toString());
    }
    const QList<PracticeRecord> revokes = issuer.record(Revoke);
    for (const PracticeRecord &record : revokes)
        QVERIFY2(known.contains(fingerprintIn(record)), "the issuer saw a request that the journal calls planned");
    QVERIFY(known.size() < tokens.size());

    const CliAnswer resumed = m_bench->runJson(QStringList{u"journal"_s, u"resume"_s, batch, u"--yes"_s,
                                                           u"--secret-file"_s, m_bench->secretOf(u"sap-ias"_s),
                                                           u"--tokens-file"_s, m_bench->file(u"all"_s, lines(tokens))});
    QVERIFY2(resumed.status == 0, resumed.err.constData());
    QCOMPARE(issuer.aliveCount(u"dana.finch@example.com"_s), 0);
    QCOMPARE(resumed.json().value(u"counts"_s).toObject().value(u"revoked"_s).toInt(), int(tokens.size()));
}

void TestCliTrouble::aReadOnlyProfile()
{
    if (!mayMount())
        QSKIP("no mount namespaces here");
    const CliAnswer answer = within(
        u"mount --bind '%1' '%1' && mount -o remount,bind,ro '%1'"_s.arg(m_bench->profileDir()), revoke(m_tokens));
    QCOMPARE(answer.status, 3);
    QVERIFY2(answer.err.contains("read-only") || answer.err.contains("Read-only"), answer.err.constData());
    QCOMPARE(m_bench->sap().count(Revoke), 0);
}

void TestCliTrouble::twoAtOnce()
{
    m_bench->sap().faults().always(Revoke, PracticeFault::delayed(50ms));
    const auto one = m_bench->begin(revoke(m_tokens.first(2)));
    const auto other = m_bench->begin(revoke(m_tokens.last(2)));
    QCOMPARE(CliBench::finish(*one).status, 0);
    QCOMPARE(CliBench::finish(*other).status, 0);
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 0);
    const CliAnswer list = m_bench->runJson({u"journal"_s, u"list"_s});
    QCOMPARE(list.json().value(u"batches"_s).toArray().size(), 2);
    QCOMPARE(m_bench->runJson({u"journal"_s, u"verify"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TestCliTrouble)
#include "tst_clitrouble.moc"
