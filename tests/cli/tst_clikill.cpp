// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! Before each answer. 900 requests, 48 at once, so that no machine is through with a batch before 1.8 s.
static constexpr auto latency = 100ms;

//! SIGKILL at a random moment of a large batch; CURFEW_KILLS says how often.
class TestCliKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsLost_data();
    void nothingIsLost();

private:
    void openBench();
    [[nodiscard]] std::unique_ptr<QProcess> beginBatch();
    void killAt(std::chrono::milliseconds moment);
    void compareWithTheIssuer();
    void resumeEndsTheRest();
    [[nodiscard]] QJsonArray items() const;

    std::unique_ptr<CliBench> m_bench;
    QList<QByteArray> m_tokens;
    QString m_batch; // empty: killed before there was one
    int m_length = 0; // ms from the first request of a batch to its end, measured
    int m_kills = 0;
    int m_hits = 0; // that killed a program whose batch was not finished
    int m_early = 0; // of these, before there was a batch
};

void TestCliKill::openBench()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"any"_s, u"oauth2"_s));
    PracticeIssuer &issuer = m_bench->issuer(u"oauth2"_s);
    m_tokens = issuer.addSessions(u"robin.finch@example.com"_s, CliBench::clientOf(u"oauth2"_s), 150);
    QCOMPARE(m_tokens.size(), 300);
    issuer.behaviour().latency = latency;
}

std::unique_ptr<QProcess> TestCliKill::beginBatch()
{
    return m_bench->begin(QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s,
                                      m_bench->file(u"tokens"_s, lines(m_tokens))}
                          + m_bench->at(u"any"_s, u"oauth2"_s));
}

// What the moments are drawn from: a batch that nobody disturbs, on this machine, now.
void TestCliKill::initTestCase()
{
    openBench();
    const auto process = beginBatch();
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->issuer(u"oauth2"_s).record().isEmpty(), 30'000);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(CliBench::finish(*process).status, 0);
    m_length = int(clock.elapsed());
    QVERIFY2(m_length >= 1800, "the issuer was quicker than it can be");
}

void TestCliKill::cleanupTestCase()
{
    const QByteArray count = QByteArray::number(m_hits) + " of " + QByteArray::number(m_kills)
        + " kills hit an unfinished batch, " + QByteArray::number(m_early)
        + " of them before the journal had it; undisturbed it takes " + QByteArray::number(m_length) + " ms";
    qInfo("%s", count.constData());
    QVERIFY2(4 * m_hits >= 3 * m_kills, count.constData());
}

void TestCliKill::nothingIsLost_data()
{
    QTest::addColumn<int>("moment"); // ms after the first request to the issuer
    const int kills = qEnvironmentVariableIntValue("CURFEW_KILLS");
    QVERIFY2(kills > 0, "CURFEW_KILLS says how many");
    for (int i = 0; i < kills; ++i) {
        const int moment = QRandomGenerator::global()->bounded(m_length * 9 / 10);
        QTest::addRow("%d: after %d ms", i + 1, moment) << moment;
    }
}

void TestCliKill::nothingIsLost()
{
    QFETCH(int, moment);
    openBench();
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
    PracticeIssuer &issuer = m_bench->issuer(u"oauth2"_s);
    const auto process = beginBatch();
    QTRY_VERIFY_WITH_TIMEOUT(!issuer.record().isEmpty(), 30'000);
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
    PracticeIssuer &issuer = m_bench->issuer(u"oauth2"_s);
    QSet<QString> arrived;
    const QList<PracticeRecord> revokes = issuer.record(Revoke);
    for (const PracticeRecord &record : revokes)
        arrived.insert(fingerprintIn(record));
    QCOMPARE(m_bench->runJson({u"journal"_s, u"verify"_s}).status, 0);
    if (m_batch.isEmpty()) {
        QVERIFY(arrived.isEmpty()); // not known to the journal, so nothing may have been sent
        return;
    }
    const QJsonArray shown = items();
    QCOMPARE(shown.size(), 300);
    QSet<QString> sentForTheJournal;
    for (const QJsonValue &item : shown) {
        const QString outcome = item[u"outcome"_s].toString();
        const QString fingerprint = item[u"fingerprint"_s].toString();
        if (outcome != "planned"_L1)
            sentForTheJournal.insert(fingerprint);
        // An outcome needs a request: these tokens form no cascade.
        if (outcome != "planned"_L1 && outcome != "unknown"_L1)
            QVERIFY2(arrived.contains(fingerprint), qPrintable(outcome));
        if (outcome == "revoked"_L1)
            QVERIFY(!issuer.isAlive(Fingerprint::fromString(fingerprint)));
    }
    QVERIFY2(sentForTheJournal.contains(arrived), "the issuer saw a request that the journal calls planned");
}

void TestCliKill::resumeEndsTheRest()
{
    PracticeIssuer &issuer = m_bench->issuer(u"oauth2"_s);
    issuer.behaviour().latency = 0ms;
    const QStringList input{u"--yes"_s, u"--secret-file"_s, m_bench->secretOf(u"oauth2"_s), u"--tokens-file"_s,
                            m_bench->file(u"tokens"_s, lines(m_tokens))};
    const CliAnswer answer = m_batch.isEmpty()
        ? m_bench->runJson(QStringList{u"token"_s, u"revoke"_s, u"--issuer"_s, u"any"_s} + input)
        : m_bench->runJson(QStringList{u"journal"_s, u"resume"_s, m_batch} + input);
    const QByteArray said = "status " + QByteArray::number(answer.status) + '\n' + answer.out.left(2000) + answer.err;
    QVERIFY2(answer.status == 0, said.constData());
    QCOMPARE(issuer.aliveCount(u"robin.finch@example.com"_s), 0);
    QCOMPARE(answer.json().value(u"counts"_s).toObject().value(u"revoked"_s).toInt(), 300);
    QCOMPARE(m_bench->runJson({u"journal"_s, u"verify"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TestCliKill)
#include "tst_clikill.moc"
