// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QDir>
#include <QFile>
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
    QTest::newRow("another program's") << QByteArray("\0\0\0\1", 4) << 68 << 3 << QByteArray("another program");
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
