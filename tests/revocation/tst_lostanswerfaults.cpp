// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultbench.h"
#include "networkfaults.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

Q_DECLARE_METATYPE(curfew::FaultReply)

//! Revokes that leave and bring no answer, where not all of the looks help.
class TestLostAnswerFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<FaultBench>();
    }
    void cleanup()
    {
        QVERIFY(m_bench->claimsOnlyWhatWasTold());
        m_bench.reset();
    }

    void unseenAfter_data();
    void unseenAfter();
    void betweenLooks_data();
    void betweenLooks();

private:
    std::unique_ptr<FaultBench> m_bench;
    const QByteArray m_token = "a-token-of-the-victim";
};

void TestLostAnswerFaults::unseenAfter_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<int>("requests");
    QTest::addColumn<bool>("isShort");
    QTest::addColumn<QString>("outcome");
    const auto broken = brokenConnections();
    for (const NetworkFault &fault : broken)
        QTest::newRow(fault.name) << fault.reply << fault.requests << fault.outlastsTheTimeout << u"unknown"_s;
    const auto useless = uselessStatuses();
    for (const NetworkFault &fault : useless)
        QTest::newRow(fault.name) << fault.reply << fault.requests << fault.outlastsTheTimeout << u"failed"_s;
}

// It happened, but neither the answer nor the look after says so.
void TestLostAnswerFaults::unseenAfter()
{
    QFETCH(FaultReply, reply);
    QFETCH(int, requests);
    QFETCH(bool, isShort);
    QFETCH(QString, outcome);
    if (isShort)
        m_bench->beImpatient();
    m_bench->issuer.add(m_token);
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(reply).butItHappens());
    m_bench->issuer.fault(Stage::After, Fault::instead(FaultReply::http(200, "{}")));
    QCOMPARE(m_bench->endTokens(),
             (Ending{outcome, u"metadata 1, before 1, revoke %1, after 1"_s.arg(requests),
                     u"alive before, %1 sent, %2"_s.arg(QString::number(requests), outcome)}));
}

void TestLostAnswerFaults::betweenLooks_data()
{
    QTest::addColumn<bool>("aliveBefore");
    QTest::addColumn<bool>("seenBefore");
    QTest::addColumn<bool>("happens");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("journaled");
    QTest::newRow("alive, then dead") << true << true << true << u"revoked"_s
                                      << u"alive before, 4 sent, revoked by introspection"_s;
    QTest::newRow("alive, then alive") << true << true << false << u"failed"_s
                                       << u"alive before, 4 sent, failed by introspection"_s;
    QTest::newRow("unseen, then dead") << true << false << true << u"unknown"_s << u"unseen before, 4 sent, unknown"_s;
    QTest::newRow("unseen, then alive") << true << false << false << u"failed"_s
                                        << u"unseen before, 4 sent, failed by introspection"_s;
    QTest::newRow("dead, then dead") << false << true << true << u"already_invalid"_s
                                     << u"inactive before, 4 sent, already_invalid by introspection"_s;
}

// The revoke is sent, and each time the connection closes without a word.
void TestLostAnswerFaults::betweenLooks()
{
    QFETCH(bool, aliveBefore);
    QFETCH(bool, seenBefore);
    QFETCH(bool, happens);
    QFETCH(QString, outcome);
    QFETCH(QString, journaled);
    m_bench->issuer.add(m_token, aliveBefore ? FaultIssuer::Life::Alive : FaultIssuer::Life::Dead);
    if (!seenBefore)
        m_bench->issuer.fault(Stage::Before, Fault::instead(FaultReply::http(200, "{}")));
    const Fault lost = Fault::instead(FaultReply::dropped());
    m_bench->issuer.fault(Stage::Revoke, happens ? lost.butItHappens() : lost);
    QCOMPARE(m_bench->endTokens(), (Ending{outcome, u"metadata 1, before 1, revoke 4, after 1"_s, journaled}));
}

QTEST_GUILESS_MAIN(TestLostAnswerFaults)
#include "tst_lostanswerfaults.moc"
