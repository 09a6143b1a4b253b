// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QElapsedTimer>
#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! Before each answer, so that no machine is through with a batch before a second: 900 requests, 48 at once, or 20 and
//! more, 2 at once.
static constexpr auto latency = 100ms;

//! What is killed.
enum class Batch {
    Tokens, //!< 300 tokens of a file, each with its own looks
    Sessions, //!< 20 sessions of 2 tokens, that a listing shows and that end together
};
Q_DECLARE_METATYPE(Batch)

//! SIGKILL at a random moment of a large batch; CURFEW_KILLS says how often.
class TestCliKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsLost_data();
    void nothingIsLost();

private:
    void openBench(Batch kind);
    [[nodiscard]] PracticeIssuer &issuer() { return m_bench->issuer(m_provider); }
    [[nodiscard]] QStringList input() const; //!< the tokens, for the first time and again
    [[nodiscard]] QStringList call() const;
    void killAt(std::chrono::milliseconds moment);
    void compareWithTheIssuer();
    void resumeEndsTheRest();
    [[nodiscard]] QJsonArray items() const;

    std::unique_ptr<CliBench> m_bench;
    Batch m_kind = Batch::Tokens;
    QString m_provider;
    QList<QByteArray> m_tokens;
    QString m_batch; // empty: killed before there was one
    QMap<Batch, int> m_lengths; // ms from the first request of a batch to its end, measured
    int m_kills = 0;
    int m_hits = 0; // that killed a program whose batch was not finished
    int m_early = 0; // of these, before there was a batch
};

void TestCliKill::openBench(Batch kind)
{
    m_kind = kind;
    m_provider = kind == Batch::Tokens ? u"oauth2"_s : u"sap-ias"_s;
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"any"_s, m_provider));
    m_tokens = issuer().addSessions(cliPerson(), CliBench::clientOf(m_provider), kind == Batch::Tokens ? 150 : 20);
    QCOMPARE(m_tokens.size(), kind == Batch::Tokens ? 300 : 40);
    issuer().behaviour().latency = latency;
}

QStringList TestCliKill::input() const
{
    const QStringList agreed{u"--yes"_s, u"--secret-file"_s, m_bench->secretOf(m_provider)};
    if (m_kind == Batch::Tokens)
        return agreed + QStringList{u"--tokens-file"_s, m_bench->file(u"tokens"_s, lines(m_tokens))};
    return agreed + QStringList{u"--token-file"_s, m_bench->file(u"anchor"_s, m_tokens.first())};
}

QStringList TestCliKill::call() const
{
    const QStringList what = m_kind == Batch::Tokens ? QStringList{u"token"_s, u"revoke"_s}
                                                     : QStringList{u"session"_s, u"revoke"_s, u"--all"_s};
    return what + QStringList{u"--issuer"_s, u"any"_s} + input();
}

// What the moments are drawn from: batches that nobody disturbs, on this machine, now.
void TestCliKill::initTestCase()
{
    for (const Batch kind : {Batch::Tokens, Batch::Sessions}) {
        openBench(kind);
        const auto process = m_bench->begin(call());
        QTRY_VERIFY_WITH_TIMEOUT(!issuer().record().isEmpty(), 30'000);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(CliBench::finish(*process).status, 0);
        m_lengths[kind] = int(clock.elapsed());
        QVERIFY2(m_lengths.value(kind) >= 1000, "the issuer was quicker than it can be");
    }
}

void TestCliKill::cleanupTestCase()
{
    const QByteArray count = QByteArray::number(m_hits) + " of " + QByteArray::number(m_kills)
        + " kills hit an unfinished batch, " + QByteArray::number(m_early)
        + " of them before the journal had it; undisturbed they take "
        + QByteArray::number(m_lengths.value(Batch::Tokens)) + " and "
        + QByteArray::number(m_lengths.value(Batch::Sessions)) + " ms";
    qInfo("%s", count.constData());
    QVERIFY2(4 * m_hits >= 3 * m_kills, count.constData());
}

void TestCliKill::nothingIsLost_data()
{
    QTest::addColumn<Batch>("kind");
    QTest::addColumn<int>("moment"); // ms after the first request to the issuer
    const int kills = qEnvironmentVariableIntValue("CURFEW_KILLS");
    QVERIFY2(kills > 0, "CURFEW_KILLS says how many");
    for (int i = 0; i < kills; ++i) {
        const Batch kind = i % 3 == 2 ? Batch::Sessions : Batch::Tokens;
        const int moment = QRandomGenerator::global()->bounded(m_lengths.value(kind) * 9 / 10);
        QTest::addRow("%d: %s, after %d ms", i + 1, kind == Batch::Tokens ? "tokens" : "sessions", moment)
            << kind << moment;
    }
}

void TestCliKill::nothingIsLost()
{
    QFETCH(Batch, kind);
    QFETCH(int, moment);
    openBench(kind);
    if (QTest::currentTestFailed())
        return;
    killAt(std::chrono::milliseconds(moment));
    if (QTest::currentTestFailed())
        return;
    compareWithTheIssuer();
    if (QTest::currentTestFailed())
        return;
    resumeEndsTheRest();
}

void TestCliKill::killAt(std::chrono::milliseconds moment)
{
    const auto process = m_bench->begin(call());
    QTRY_VERIFY_WITH_TIMEOUT(!issuer().record().isEmpty(), 30'000);
    QTest::qWait(int(moment.count()));
    process->kill(); // SIGKILL, and nothing if it has ended
    const bool killed = CliBench::finish(*process).status == -1 && process->exitStatus() == QProcess::CrashExit;
    QTest::qWait(100); // what is on its way still arrives
    const QJsonArray batches = m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray();
    QVERIFY(batches.size() <= 1);
    m_batch = batches.isEmpty() ? QString() : batches.first()[u"batch"_s].toString();
    ++m_kills;
    m_hits += killed && (m_batch.isEmpty() || batches.first()[u"finished_at"_s].isNull()) ? 1 : 0;
    m_early += killed && m_batch.isEmpty() ? 1 : 0;
}

QJsonArray TestCliKill::items() const
{
    return m_bench->runJson({u"journal"_s, u"show"_s, m_batch}).json().value(u"results"_s).toArray();
}

void TestCliKill::compareWithTheIssuer()
{
    QSet<QString> arrived;
    const QList<PracticeRecord> revokes = issuer().record(Revoke);
    for (const PracticeRecord &record : revokes)
        arrived.insert(fingerprintIn(record));
    QCOMPARE(m_bench->runJson({u"journal"_s, u"verify"_s}).status, 0);
    if (m_batch.isEmpty()) {
        QVERIFY(arrived.isEmpty()); // not known to the journal, so nothing may have been sent
        return;
    }
    const QJsonArray shown = items();
    QCOMPARE(shown.size(), m_tokens.size());
    QSet<QString> sessionsSent;
    for (const QJsonValue &item : shown) {
        if (arrived.contains(item[u"fingerprint"_s].toString()))
            sessionsSent.insert(item[u"session"_s].toString());
    }
    QSet<QString> sentForTheJournal;
    for (const QJsonValue &item : shown) {
        const QString outcome = item[u"outcome"_s].toString();
        const QString fingerprint = item[u"fingerprint"_s].toString();
        if (outcome != "planned"_L1)
            sentForTheJournal.insert(fingerprint);
        // An outcome needs a request, or one about the session that it died with, and a look of its own.
        const bool withItsSession = m_kind == Batch::Sessions && item[u"attempts"_s].toInt() == 0
            && outcome == "revoked"_L1 && sessionsSent.contains(item[u"session"_s].toString());
        if (outcome != "planned"_L1 && outcome != "unknown"_L1 && !withItsSession)
            QVERIFY2(arrived.contains(fingerprint), qPrintable(outcome));
        if (outcome == "revoked"_L1)
            QVERIFY(!issuer().isAlive(Fingerprint::fromString(fingerprint)));
    }
    QVERIFY2(sentForTheJournal.contains(arrived), "the issuer saw a request that the journal calls planned");
}

void TestCliKill::resumeEndsTheRest()
{
    issuer().behaviour().latency = 0ms;
    const CliAnswer answer = m_batch.isEmpty()
        ? m_bench->runJson(call())
        : m_bench->runJson(QStringList{u"journal"_s, u"resume"_s, m_batch} + input());
    const QByteArray said = "status " + QByteArray::number(answer.status) + '\n' + answer.err + answer.out;
    QCOMPARE(issuer().aliveCount(cliPerson()), 0);
    const QJsonObject counts = answer.json().value(u"counts"_s).toObject();
    const int left = counts.value(u"planned"_s).toInt();
    // Killed between the anchor and the other token of its session, which died with it: nobody can look at that one.
    const int mayBeLeft = answer.err.contains("can no longer be used to look") ? 1 : 0;
    QVERIFY2(left <= mayBeLeft && answer.status == left, said.constData());
    QVERIFY2(counts.value(u"revoked"_s).toInt() == m_tokens.size() - left, said.constData());
    QCOMPARE(m_bench->runJson({u"journal"_s, u"verify"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TestCliKill)
#include "tst_clikill.moc"
