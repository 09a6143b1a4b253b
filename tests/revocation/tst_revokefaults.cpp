// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultaddresses.h"
#include "faulttest.h"
#include "networkfaults.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! What goes wrong with the revoke itself, between two looks that see what is true.
class TestRevokeFaults : public FaultTest {
    Q_OBJECT

private Q_SLOTS:
    void nobodyThere_data() { addressesWithoutIssuer(); }
    void nobodyThere();
    void withoutEffect_data() { network(); }
    void withoutEffect();
    void withEffect_data() { network(); }
    void withEffect();
    void successInOddWords_data();
    void successInOddWords();
    void no_data();
    void no();
    void theClientIsRefused_data();
    void theClientIsRefused();
    void onceAndThenWell_data();
    void onceAndThenWell();

private:
    static void network();
};

void TestRevokeFaults::network()
{
    addNetworkFaults();
    const auto bodies = nonsenseBodies();
    for (const NonsenseBody &body : bodies) {
        if (qstrcmp(body.kind, "not_the_service") == 0)
            addFault(body.name, body.reply);
    }
    addFault("407", FaultReply::http(407, "", "", {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
    addFault("408", FaultReply::http(408, "", ""));
}

// Sent from an issuer that looks well to a revocation endpoint where nobody is.
void TestRevokeFaults::nobodyThere()
{
    QFETCH(QString, address);
    m_bench->acceptedOrigins = QStringList{originOf(QUrl(address))};
    m_bench->issuer.setMetadata(u"revocation_endpoint"_s, address + u"/revoke"_s);
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"failed"_s, u"metadata 1, before 2"_s, u"alive before, 4 sent, failed by introspection"_s}));
}

void TestRevokeFaults::withoutEffect()
{
    QFETCH(FaultReply, reply);
    QFETCH(int, requests);
    setPatience();
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(reply));
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"failed"_s, u"metadata 1, before 1, revoke %1, after 1"_s.arg(requests),
                     u"alive before, %1 sent, failed by introspection"_s.arg(requests)}));
}

// Whatever the issuer said in between, even nothing: what was alive is dead.
void TestRevokeFaults::withEffect()
{
    QFETCH(FaultReply, reply);
    QFETCH(int, requests);
    setPatience();
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(reply).butItHappens());
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"revoked"_s, u"metadata 1, before 1, revoke %1, after 1"_s.arg(requests),
                     u"alive before, %1 sent, revoked by introspection"_s.arg(requests)}));
}

void TestRevokeFaults::successInOddWords_data()
{
    QTest::addColumn<FaultReply>("reply");
    const auto bodies = nonsenseBodies();
    for (const NonsenseBody &body : bodies) {
        if (qstrcmp(body.kind, "not_the_service") != 0)
            QTest::newRow(body.name) << body.reply;
    }
    QTest::newRow("plain text") << FaultReply::http(200, "OK", "text/plain");
    QTest::newRow("{}") << FaultReply::http(200, "{}");
    QTest::newRow("201") << FaultReply::http(201, "");
    QTest::newRow("204") << FaultReply::raw("HTTP/1.1 204 No Content\r\n\r\n", FaultReply::End::KeepOpen);
    QTest::newRow("200 without length, closed") << FaultReply::raw("HTTP/1.1 200 OK\r\n\r\n");
    QTest::newRow("100 before it") << FaultReply::raw(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", FaultReply::End::KeepOpen);
    QTest::newRow("200 that doesn't know the token") << FaultReply::http(200, R"({"error":"invalid_token"})");
}

// Success is no proof: alive after it, looked at twice more, is what must be shouted about.
void TestRevokeFaults::successInOddWords()
{
    QFETCH(FaultReply, reply);
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(reply));
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"still_active"_s, u"metadata 1, before 1, revoke 1, after 3"_s,
                     u"alive before, 1 sent, still_active by introspection"_s}));
}

void TestRevokeFaults::no_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    for (const int status : {400, 402, 403, 404, 405, 406, 409, 410, 411, 413, 414, 415, 418, 421, 422, 451})
        QTest::addRow("%d", status) << status << QByteArray();
    QTest::newRow("400 unsupported_token_type") << 400 << QByteArray(R"({"error":"unsupported_token_type"})");
    QTest::newRow("400 invalid_request") << 400 << QByteArray(R"({"error":"invalid_request"})");
    QTest::newRow("403 access_denied") << 403 << QByteArray(R"({"error":"access_denied"})");
    QTest::newRow("200 with an error") << 200 << QByteArray(R"({"error":"unsupported_token_type"})");
}

void TestRevokeFaults::no()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(FaultReply::http(status, body)));
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"refused"_s, u"metadata 1, before 1, revoke 1, after 1"_s, u"alive before, 1 sent, refused"_s}));
}

void TestRevokeFaults::theClientIsRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("401") << 401 << QByteArray();
    QTest::newRow("401 with a page") << 401 << QByteArray("<html>Log in</html>");
    for (const int status : {400, 401, 403}) {
        QTest::addRow("%d invalid_client", status) << status << QByteArray(R"({"error":"invalid_client"})");
        QTest::addRow("%d unauthorized_client", status) << status << QByteArray(R"({"error":"unauthorized_client"})");
    }
}

// Once, for good, and nothing more for this client: a second failure would be one step nearer to the lock-out.
void TestRevokeFaults::theClientIsRefused()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_bench->issuer.fault(Stage::Revoke,
                          Fault::instead(FaultReply::http(status, body, body.isEmpty() ? "" : "application/json")));
    QCOMPARE(
        m_bench->endTokens(),
        (Ending{u"refused; breaker open"_s, u"metadata 1, before 1, revoke 1"_s, u"alive before, 1 sent, refused"_s}));
}

void TestRevokeFaults::onceAndThenWell_data()
{
    QTest::addColumn<FaultReply>("reply");
    const auto faults = networkFaults();
    for (const NetworkFault &fault : faults) {
        if (fault.requests > 1 && !fault.outlastsTheTimeout)
            QTest::newRow(fault.name) << fault.reply;
    }
}

void TestRevokeFaults::onceAndThenWell()
{
    QFETCH(FaultReply, reply);
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(reply, 1));
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"revoked"_s, u"metadata 1, before 1, revoke 2, after 1"_s,
                     u"alive before, 2 sent, revoked by introspection"_s}));
}

QTEST_GUILESS_MAIN(TestRevokeFaults)
#include "tst_revokefaults.moc"
