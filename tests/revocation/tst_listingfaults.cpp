// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultaddresses.h"
#include "faultbench.h"
#include "networkfaults.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! What goes wrong with the listing that shows the sessions, and with the second one that proves their end.
class TestListingFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<FaultBench>();
        m_bench->issuer.add("a-token-of-the-victim");
        m_bench->issuer.add("the-anchor-of-the-victim");
    }
    void cleanup()
    {
        QVERIFY(m_bench->claimsOnlyWhatWasTold());
        m_bench.reset();
    }

    void nobodyThere_data() { addressesWithoutIssuer(); }
    void nobodyThere();
    void first_data();
    void first();
    void firstWithOddElements_data();
    void firstWithOddElements();
    void provesByTheSecond();
    void second_data() { useless(); }
    void second();
    void secondAfterALie_data();
    void secondAfterALie();

private:
    static void useless();
    std::unique_ptr<FaultBench> m_bench;
};

void TestListingFaults::useless()
{
    addNetworkFaults();
    const auto bodies = nonsenseBodies();
    for (const NonsenseBody &body : bodies)
        addFault(body.name, body.reply, QString::fromLatin1(body.kind));
    addFault("{}", FaultReply::http(200, "{}"), u"bad_response"_s);
    addFault("an object of sessions", FaultReply::http(200, R"({"sessions":[]})"), u"bad_response"_s);
    addFault("an array without its end", FaultReply::http(200, R"([{"value":"a-token-of-the-victim"})"),
             u"bad_response"_s);
    addFault("an array, and more", FaultReply::http(200, "[] []"), u"bad_response"_s);
    addFault("400 invalid_token", FaultReply::http(400, R"({"error":"invalid_token"})"), u"token_not_known"_s);
    addFault("403", FaultReply::http(403, "", ""), u"refused"_s);
    addFault("404", FaultReply::http(404, "", ""), u"refused"_s);
}

void TestListingFaults::nobodyThere()
{
    QFETCH(QString, address);
    m_bench->url = QUrl(address);
    QCOMPARE(m_bench->list(), (Ending{u"no_connection"_s, QString(), u"nothing"_s}));
}

void TestListingFaults::first_data()
{
    useless();
    addFault("401", FaultReply::http(401, "", ""), u"client_refused; breaker open"_s);
}

void TestListingFaults::first()
{
    QFETCH(FaultReply, reply);
    QFETCH(QString, kind);
    QFETCH(int, requests);
    QFETCH(bool, isShort);
    if (isShort)
        m_bench->beImpatient();
    m_bench->issuer.fault(Stage::Listing, Fault::instead(reply));
    QCOMPARE(m_bench->list(),
             (Ending{kind, u"list %1"_s.arg(requests), kind.contains("breaker"_L1) ? u"1 events"_s : u"nothing"_s}));
}

void TestListingFaults::firstWithOddElements_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    QTest::newRow("none") << QByteArray("[]") << u"0 listed, 0 warnings"_s;
    QTest::newRow("no objects") << QByteArray(R"([7, "x", null, []])") << u"0 listed, 1 warnings"_s;
    QTest::newRow("without a token") << QByteArray(R"([{"uid":"victim"}])") << u"1 listed, 1 warnings"_s;
    QTest::newRow("a token that is a number") << QByteArray(R"([{"value":7}])") << u"1 listed, 1 warnings"_s;
    QTest::newRow("fields of the wrong type")
        << QByteArray(R"([{"value":"x-token","uid":[],"exp":"soon","client_id":{}}])") << u"1 listed, 0 warnings"_s;
}

void TestListingFaults::firstWithOddElements()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    m_bench->issuer.fault(Stage::Listing, Fault::instead(FaultReply::http(200, body)));
    QCOMPARE(m_bench->list(), (Ending{said, u"list 1"_s, u"1 events"_s}));
}

void TestListingFaults::provesByTheSecond()
{
    QCOMPARE(m_bench->listAndEndAll(),
             (Ending{u"revoked, revoked"_s, u"revoke 2, after 1, list 1, list again 1"_s,
                     u"alive before, 1 sent, revoked by listing; alive before, 1 sent, revoked by introspection"_s}));
}

// The second listing proves nothing, so each token is looked at by itself.
void TestListingFaults::second()
{
    QFETCH(FaultReply, reply);
    QFETCH(int, requests);
    QFETCH(bool, isShort);
    if (isShort)
        m_bench->beImpatient();
    m_bench->issuer.fault(Stage::SecondListing, Fault::instead(reply));
    QCOMPARE(m_bench->listAndEndAll(),
             (Ending{u"revoked, revoked"_s, u"revoke 2, after 2, list 1, list again %1"_s.arg(requests),
                     u"alive before, 1 sent, revoked by introspection; "
                     "alive before, 1 sent, revoked by introspection"_s}));
}

void TestListingFaults::secondAfterALie_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nobody is listed any more") << QByteArray("[]");
    QTest::newRow("another person's") << QByteArray(R"([{"uid":"somebody","client_id":"helpdesk","value":"theirs"}])");
    QTest::newRow("the anchor, as another person's")
        << QByteArray(R"([{"uid":"somebody","client_id":"helpdesk","value":"the-anchor-of-the-victim"}])");
    QTest::newRow("the anchor, and an element that can't be read")
        << QByteArray(R"([{"uid":"victim","client_id":"helpdesk","value":"the-anchor-of-the-victim"}, 7])");
}

// Nothing was ended, and the second listing leaves out what lives: alive is what the looks say.
void TestListingFaults::secondAfterALie()
{
    QFETCH(QByteArray, body);
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(FaultReply::http(200, "", "")));
    m_bench->issuer.fault(Stage::SecondListing, Fault::instead(FaultReply::http(200, body)));
    QCOMPARE(m_bench->listAndEndAll(),
             (Ending{u"still_active, still_active"_s, u"revoke 2, after 6, list 1, list again 3"_s,
                     u"alive before, 1 sent, still_active by introspection; "
                     "alive before, 1 sent, still_active by introspection"_s}));
}

QTEST_GUILESS_MAIN(TestListingFaults)
#include "tst_listingfaults.moc"
