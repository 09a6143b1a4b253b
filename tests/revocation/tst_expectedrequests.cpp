// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expectedrequests.h"

#include "batchbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! What is told before an action starts is what the issuer then counts.
class TestExpectedRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<BatchBench>(); }
    void cleanup() { m_bench.reset(); }
    void ofAListing_data() { eachVerify(); }
    void ofAListing();
    void ofTokens_data() { eachVerify(); }
    void ofTokens();
    void ofACascade_data() { eachVerify(); }
    void ofACascade();
    void whereNobodyCanBeAsked_data() { eachVerify(); }
    void whereNobodyCanBeAsked();
    void whatIsNotSentTakesNothing();
    void theTimeCountsTheLooks();

private:
    static void eachVerify()
    {
        QTest::addColumn<Verify>("verify");
        QTest::newRow("full") << Verify::Full;
        QTest::newRow("after") << Verify::After;
        QTest::newRow("none") << Verify::None;
    }
    [[nodiscard]] RevocationPlan planOf(const IssuerAccess &access, const QList<QByteArray> &tokens) const
    {
        QList<RevokeTarget> targets;
        TokenStore store;
        for (const QByteArray &token : tokens)
            targets.append({store.add(token), {}, {}});
        return planFromTokens(access.issuer(), access.descriptor(), targets, QDateTime::currentDateTimeUtc());
    }
    //! How many requests carrying out \p plan drew.
    [[nodiscard]] int counted(IssuerAccess &access, const RevocationPlan &plan, Verify verify)
    {
        PracticeIssuer &issuer = m_bench->issuer(access.issuer().provider);
        const auto before = issuer.record().size();
        (void)m_bench->run(access, plan, verify);
        return int(issuer.record().size() - before);
    }

    std::unique_ptr<BatchBench> m_bench;
};

void TestExpectedRequests::ofAListing()
{
    QFETCH(Verify, verify);
    const auto access = m_bench->open(m_bench->configured());
    const Token anchor = m_bench->anchor();
    const Listing listing = m_bench->list(*access, anchor);
    const auto plan = planFromListing(access->issuer(), listing, anchor, {}, QDateTime::currentDateTimeUtc());
    const int expected = expectedRequests(plan, verify, Introspection::Possible);
    QCOMPARE(counted(*access, plan, verify), expected);
}

void TestExpectedRequests::ofTokens()
{
    QFETCH(Verify, verify);
    const Issuer issuer = m_bench->configured();
    const auto tokens = m_bench->issuer().addSessions(u"robin.finch@example.com"_s, issuer.clients.first().clientId, 3);
    const auto access = m_bench->open(issuer);
    const auto plan = planOf(*access, tokens);
    const int expected = expectedRequests(plan, verify, Introspection::Possible);
    QCOMPARE(expected, verify == Verify::Full ? 18 : verify == Verify::After ? 12 : 6);
    QCOMPARE(counted(*access, plan, verify), expected);
}

void TestExpectedRequests::ofACascade()
{
    QFETCH(Verify, verify);
    const Issuer issuer = m_bench->configured();
    const auto tokens = m_bench->issuer().addSessions(u"robin.finch@example.com"_s, issuer.clients.first().clientId, 2,
                                                      3, PracticeToken::Form::Jwt);
    const auto access = m_bench->open(issuer);
    const auto plan = planOf(*access, tokens);
    const int expected = expectedRequests(plan, verify, Introspection::Possible);
    QCOMPARE(counted(*access, plan, verify), expected);
}

void TestExpectedRequests::whereNobodyCanBeAsked()
{
    QFETCH(Verify, verify);
    const Issuer issuer = m_bench->configured(u"kajabi"_s);
    PracticeIssuer &kajabi = m_bench->issuer(u"kajabi"_s);
    const auto access = m_bench->open(issuer);
    QList<QByteArray> tokens;
    for (const PracticeToken &token : kajabi.aliveTokens())
        tokens.append(token.value);
    QVERIFY(!tokens.isEmpty());
    const auto plan = planOf(*access, tokens);
    QCOMPARE(counted(*access, plan, verify), expectedRequests(plan, verify, Introspection::Missing));
}

void TestExpectedRequests::whatIsNotSentTakesNothing()
{
    const auto access = m_bench->open(m_bench->configured());
    RevocationPlan plan = planOf(*access, {"one", "two", "three"});
    QCOMPARE(expectedRequests(plan, Verify::Full, Introspection::Possible), 9);
    plan.items[0].skipReason = u"no credential"_s;
    plan.items[1].part = PlanPart::Settled;
    plan.items[2].part = PlanPart::ToLookFirst; // looked at whatever is wanted
    QCOMPARE(expectedRequests(plan, Verify::None, Introspection::Possible), 2);
    QCOMPARE(expectedRequests({}, Verify::Full, Introspection::Possible), 0);
}

void TestExpectedRequests::theTimeCountsTheLooks()
{
    const auto access = m_bench->open(m_bench->configured());
    QList<QByteArray> tokens;
    for (int i = 0; i < 500; ++i)
        tokens.append("token-" + QByteArray::number(i));
    const auto plan = planOf(*access, tokens);
    using namespace std::chrono_literals;
    // SAP takes a thousand a minute.
    QVERIFY(access->expectedTime(plan, Verify::None) > 27s);
    QVERIFY(access->expectedTime(plan, Verify::None) < 32s);
    QVERIFY(access->expectedTime(plan, Verify::After) > 57s);
    QVERIFY(access->expectedTime(plan, Verify::Full) > 87s);
    QVERIFY(access->expectedTime(plan, Verify::Full) < 94s);
    QCOMPARE(access->expectedTime({}, Verify::Full), 0ms);
}

QTEST_GUILESS_MAIN(TestExpectedRequests)
#include "tst_expectedrequests.moc"
