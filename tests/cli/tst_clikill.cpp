// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! SIGKILL at a random moment of a large batch; CURFEW_KILLS says how often.
class TestCliKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLost_data();
    void nothingIsLost();

private:
    void killAt(std::chrono::milliseconds moment);
    void compareWithTheIssuer();
    void resumeEndsTheRest();
    [[nodiscard]] QJsonArray items() const;

    std::unique_ptr<CliBench> m_bench;
    QList<QByteArray> m_tokens;
    QString m_batch; // empty: killed before there was one
};

void TestCliKill::nothingIsLost_data()
{
    QTest::addColumn<int>("moment"); // ms after the first request to the issuer
    const int kills = qEnvironmentVariableIntValue("CURFEW_KILLS");
    QVERIFY2(kills > 0, "CURFEW_KILLS says how many");
    for (int i = 0; i < kills; ++i) {
        const int moment = QRandomGenerator::global()->bounded(900);
        QTest::addRow("%d: after %d ms", i + 1, moment) << moment;
    }
}

void TestCliKill::nothingIsLost()
{
    QFETCH(int, moment);
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"any"_s, u"oauth2"_s));
    m_tokens =
        m_bench->issuer(u"oauth2"_s).addSessions(u"robin.finch@example.com"_s, CliBench::clientOf(u"oauth2"_s), 150);
    QCOMPARE(m_tokens.size(), 300);
    m_bench->issuer(u"oauth2"_s).behaviour().latency = 20ms;
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
    const auto process = m_bench->begin(QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s,
                                                    m_bench->file(u"tokens"_s, lines(m_tokens))}
                                        + m_bench->at(u"any"_s, u"oauth2"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!issuer.record().isEmpty(), 30'000);
    QTest::qWait(int(moment.count()));
    process->kill(); // SIGKILL, and nothing if it has ended
    (void)CliBench::finish(*process); // -1, or the batch was quicker
    QTest::qWait(100); // what is on its way still arrives
    const QJsonArray batches = m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray();
    QVERIFY(batches.size() <= 1);
    m_batch = batches.isEmpty() ? QString() : batches.first()[u"batch"_s].toString();
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
    QVERIFY2(answer.status == 0, answer.err.constData());
    QCOMPARE(issuer.aliveCount(u"robin.finch@example.com"_s), 0);
    QCOMPARE(answer.json().value(u"counts"_s).toObject().value(u"revoked"_s).toInt(), 300);
    QCOMPARE(m_bench->runJson({u"journal"_s, u"verify"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TestCliKill)
#include "tst_clikill.moc"
