// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultaddresses.h"
#include "faulttest.h"
#include "networkfaults.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! What goes wrong with the look before and the look after, while the revoke itself is answered as it should be.
class TestLookFaults : public FaultTest {
    Q_OBJECT

private Q_SLOTS:
    void nobodyThere_data() { addressesWithoutIssuer(); }
    void nobodyThere();
    void before_data() { unseen(); }
    void before();
    void after_data() { unseen(); }
    void after();
    void refusedBefore_data();
    void refusedBefore();
    void oddButTrue_data();
    void oddButTrue();
    void bothUnseen();
    void theRuleCanBeBroken();

private:
    static void unseen();
};

void TestLookFaults::unseen()
{
    addNetworkFaults();
    const auto bodies = nonsenseBodies();
    for (const NonsenseBody &body : bodies)
        addFault(body.name, body.reply);
    const auto row = [](const char *name, int status, const QByteArray &body) {
        addFault(name, FaultReply::http(status, body));
    };
    row("{}", 200, "{}");
    row("an array", 200, R"([{"active":false}])");
    row("active is a text", 200, R"({"active":"false"})");
    row("active is a number", 200, R"({"active":0})");
    row("active is null", 200, R"({"active":null})");
    row("Active, not active", 200, R"({"Active":false})");
    row("active both ways", 200, R"({"active":true,"active":false})");
    row("active both ways, one of them escaped", 200, R"({"\u0061ctive":true,"active":false})");
    row("active within", 200, R"({"data":{"active":false}})");
    row("inactive, and an error", 200, R"({"active":false,"error":"server_error"})");
    row("400", 400, R"({"error":"invalid_request"})");
    row("400 that says inactive", 400, R"({"active":false})");
    row("403", 403, R"({"error":"access_denied"})");
    row("404", 404, "{}");
    row("405", 405, "{}");
    row("410", 410, "{}");
    row("401 invalid_token", 401, R"({"error":"invalid_token"})");
}

// Neither look reaches anybody; the revoke, which goes elsewhere, is sent.
void TestLookFaults::nobodyThere()
{
    QFETCH(QString, address);
    m_bench->acceptedOrigins = QStringList{originOf(QUrl(address))};
    m_bench->issuer.setMetadata(u"introspection_endpoint"_s, address + u"/introspect"_s);
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"accepted"_s, u"metadata 1, revoke 1"_s, u"unseen before, 1 sent, accepted"_s}));
}

// On a busy machine the look's connection may still be closing when Qt gives the revoke to it: an attempt that
// reaches nobody, and the next one gets through. What did arrive is counted at the other end.
static void allowAnAttemptInVain(Ending &ending, const FaultReply &look)
{
    if (look.end != FaultReply::End::KeepOpen)
        ending.journaled.replace(u"2 sent"_s, u"1 sent"_s);
}

// Unseen before: the revoke goes on, and can't be proven.
void TestLookFaults::before()
{
    QFETCH(FaultReply, reply);
    QFETCH(int, requests);
    setPatience();
    m_bench->issuer.fault(Stage::Before, Fault::instead(reply));
    Ending ending = m_bench->endTokens();
    allowAnAttemptInVain(ending, reply);
    QCOMPARE(ending,
             (Ending{u"accepted"_s, u"metadata 1, before %1, revoke 1, after 1"_s.arg(requests),
                     u"unseen before, 1 sent, accepted"_s}));
}

// Unseen after: a success that isn't proven, though it is true.
void TestLookFaults::after()
{
    QFETCH(FaultReply, reply);
    QFETCH(int, requests);
    setPatience();
    m_bench->issuer.fault(Stage::After, Fault::instead(reply));
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"accepted"_s, u"metadata 1, before 1, revoke 1, after %1"_s.arg(requests),
                     u"alive before, 1 sent, accepted"_s}));
}

void TestLookFaults::refusedBefore_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("401 without a word") << 401 << QByteArray();
    for (const int status : {400, 401, 403}) {
        for (const QByteArray &word : {"invalid_client"_ba, "unauthorized_client"_ba})
            QTest::addRow("%d %s", status, word.constData()) << status << QByteArray("{\"error\":\"" + word + "\"}");
    }
}

// The client itself is refused: the revoke, which would be the next failure, is never sent.
void TestLookFaults::refusedBefore()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_bench->issuer.add("another-token-of-the-victim");
    m_bench->issuer.fault(Stage::Before,
                          Fault::instead(FaultReply::http(status, body, body.isEmpty() ? "" : "application/json")));
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"refused, skipped; breaker open"_s, u"metadata 1, before 1"_s,
                     u"unseen before, 0 sent, refused; unseen before, 0 sent, skipped"_s}));
}

void TestLookFaults::oddButTrue_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"text/plain", "no content type", "another content type", "chunked", "byte by byte",
                            "closed afterwards", "reset afterwards", "no length, closed afterwards", "201",
                            "with a second, false member", "a byte order mark"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

static FaultReply retold(const QString &how, const QByteArray &truth)
{
    const FaultReply plain = FaultReply::http(200, truth);
    if (how == "text/plain"_L1)
        return FaultReply::http(200, truth, "text/plain");
    if (how == "no content type"_L1)
        return FaultReply::http(200, truth, "");
    if (how == "another content type"_L1)
        return FaultReply::http(200, truth, "application/octet-stream");
    if (how == "chunked"_L1) {
        const QByteArray size = QByteArray::number(truth.size(), 16);
        return FaultReply::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + size + "\r\n" + truth
                                   + "\r\n0\r\n\r\n",
                               FaultReply::End::KeepOpen);
    }
    if (how == "byte by byte"_L1)
        return plain.byteByByte(std::chrono::milliseconds(1));
    if (how == "closed afterwards"_L1)
        return FaultReply::raw(plain.bytes);
    if (how == "reset afterwards"_L1)
        return FaultReply::raw(plain.bytes, FaultReply::End::Reset);
    if (how == "no length, closed afterwards"_L1)
        return FaultReply::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + truth);
    if (how == "201"_L1)
        return FaultReply::http(201, truth);
    if (how == "a byte order mark"_L1)
        return FaultReply::http(200, "\xef\xbb\xbf" + truth);
    return FaultReply::http(200, truth.chopped(1) + R"(,"extra":{"active":true}})");
}

// Answers that are no model of their kind, but whole and true: they count.
void TestLookFaults::oddButTrue()
{
    QFETCH(QString, how);
    const auto retell = [how](const QByteArray &truth) { return retold(how, truth); };
    m_bench->issuer.fault(Stage::Before, Fault::retold(retell));
    m_bench->issuer.fault(Stage::After, Fault::retold(retell));
    Ending ending = m_bench->endTokens();
    allowAnAttemptInVain(ending, retold(how, "{}"));
    QCOMPARE(ending,
             (Ending{u"revoked"_s, u"metadata 1, before 1, revoke 1, after 1"_s,
                     u"alive before, 1 sent, revoked by introspection"_s}));
}

void TestLookFaults::bothUnseen()
{
    const Fault nothing = Fault::instead(FaultReply::http(200, "{}"));
    m_bench->issuer.fault(Stage::Before, nothing);
    m_bench->issuer.fault(Stage::After, nothing);
    QCOMPARE(
        m_bench->endTokens(),
        (Ending{u"accepted"_s, u"metadata 1, before 1, revoke 1, after 1"_s, u"unseen before, 1 sent, accepted"_s}));
}

// The check that each row ends with must be able to fail.
void TestLookFaults::theRuleCanBeBroken()
{
    const QByteArray token = m_bench->issuer.tokens().constFirst();
    ItemRecord item;
    item.item.fingerprint = Fingerprint::of(token).toString();
    item.state = ItemState::Done;
    item.result = ItemResult{};
    item.result->outcome = Outcome::Accepted;
    BatchRecord record;
    record.items = {item};
    QVERIFY(FaultBench::claimsOnlyWhatWasTold(record, m_bench->issuer));
    record.items[0].result->outcome = Outcome::Revoked;
    QVERIFY(!FaultBench::claimsOnlyWhatWasTold(record, m_bench->issuer)); // it was never asked about
    m_bench->issuer.fault(Stage::After, Fault::instead(FaultReply::http(200, "{}")));
    QCOMPARE(m_bench->endTokens().said, u"accepted"_s);
    QVERIFY(!FaultBench::claimsOnlyWhatWasTold(record, m_bench->issuer)); // alive, and never told to be dead
}

QTEST_GUILESS_MAIN(TestLookFaults)
#include "tst_lookfaults.moc"
