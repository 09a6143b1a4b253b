// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultaddresses.h"
#include "faultbench.h"
#include "networkfaults.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

Q_DECLARE_METATYPE(curfew::FaultReply)

//! What goes wrong with the first request of all, for the metadata, and with the first that shows a credential.
class TestFirstRequestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<FaultBench>();
        m_bench->issuer.add("a-token-of-the-victim");
    }
    void cleanup() { m_bench.reset(); }

    void whereNobodyIs_data() { addressesWithoutIssuer(); }
    void whereNobodyIs();
    void metadata_data();
    void metadata();
    void theFirstCredential_data();
    void theFirstCredential();

private:
    std::unique_ptr<FaultBench> m_bench;
};

void TestFirstRequestFaults::whereNobodyIs()
{
    QFETCH(QString, address);
    m_bench->url = QUrl(address);
    const Ending ending = m_bench->endTokens();
    // A request without a body is taken as sent where Qt doesn't tell: either word leads to the same.
    QVERIFY2(ending.said == u"no_connection"_s || ending.said == u"no_answer"_s, qPrintable(ending.said));
    QCOMPARE(ending, (Ending{ending.said, {}, u"nothing"_s}));
}

void TestFirstRequestFaults::metadata_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("requests");
    QTest::addColumn<bool>("isShort");
    const auto row = [](const char *name, const FaultReply &reply, const char *kind, int requests) {
        QTest::newRow(name) << reply << QString::fromLatin1(kind) << requests << false;
    };
    const auto faults = brokenConnections() + uselessStatuses();
    for (const NetworkFault &fault : faults) {
        QTest::newRow(fault.name) << fault.reply << QString::fromLatin1(fault.kind) << fault.requests
                                  << fault.outlastsTheTimeout;
    }
    // Where the metadata isn't, it is looked for in the other place that it may have (RFC 8414), once.
    const auto bodies = nonsenseBodies();
    for (const NonsenseBody &body : bodies)
        row(body.name, body.reply, body.kind, qstrcmp(body.kind, "not_the_service") == 0 ? 2 : 1);
    for (const int status : {400, 401, 403, 404, 405, 406, 410, 451})
        row(qPrintable(u"%1"_s.arg(status)), FaultReply::http(status, "", ""), "refused", 2);
    row("a 401 that names the client", FaultReply::http(401, R"({"error":"invalid_client"})"), "refused", 2);
    row("an array", FaultReply::http(200, "[]"), "bad_response", 1);
    row("another issuer's", FaultReply::http(200, R"({"issuer":"https://elsewhere.example"})"), "bad_response", 1);
    row("an endpoint by http", FaultReply::http(200, R"({"revocation_endpoint":"http://elsewhere.example/"})"),
        "bad_response", 1);
    row("503 that asks to wait a year", FaultReply::http(503, "", "", {{"Retry-After", "31536000"}}), "server_error",
        1);
}

// Nothing is begun: no credential is shown, no batch is opened.
void TestFirstRequestFaults::metadata()
{
    QFETCH(FaultReply, reply);
    QFETCH(QString, kind);
    QFETCH(int, requests);
    QFETCH(bool, isShort);
    if (isShort)
        m_bench->beImpatient();
    m_bench->issuer.fault(Stage::Metadata, Fault::instead(reply));
    QCOMPARE(m_bench->endTokens(), (Ending{kind, u"metadata %1"_s.arg(requests), u"nothing"_s}));
    for (const RecordedRequest &request : m_bench->issuer.server().requests())
        QCOMPARE(request.count("Authorization"), 0);
}

void TestFirstRequestFaults::theFirstCredential_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("isShort");
    QTest::addColumn<QString>("journaled");
    const auto row = [](const char *name, const FaultReply &reply, const char *said) {
        QTest::newRow(name) << reply << QString::fromLatin1(said) << false << u"nothing"_s;
    };
    const auto faults = brokenConnections() + uselessStatuses();
    for (const NetworkFault &fault : faults) {
        QTest::newRow(fault.name) << fault.reply << QString::fromLatin1(fault.kind) << fault.outlastsTheTimeout
                                  << u"nothing"_s;
    }
    const auto bodies = nonsenseBodies();
    for (const NonsenseBody &body : bodies)
        row(body.name, body.reply, body.kind);
    const auto refused = [](const char *name, int status, const QByteArray &body) {
        QTest::newRow(name) << FaultReply::http(status, body, body.isEmpty() ? "" : "application/json")
                            << u"client_refused; breaker open"_s << false << u"1 events"_s;
    };
    refused("401 without a word", 401, {});
    refused("401 with a page", 401, "<html>Log in</html>");
    for (const int status : {400, 401, 403}) {
        refused(qPrintable(u"%1 invalid_client"_s.arg(status)), status, R"({"error":"invalid_client"})");
        refused(qPrintable(u"%1 unauthorized_client"_s.arg(status)), status, R"({"error":"unauthorized_client"})");
    }
    row("403 without a word", FaultReply::http(403, "", ""), "refused");
    row("404", FaultReply::http(404, "", ""), "refused");
    row("400 unsupported_token_type", FaultReply::http(400, R"({"error":"unsupported_token_type"})"), "accepted");
}

// At most one authenticated request, whatever becomes of it.
void TestFirstRequestFaults::theFirstCredential()
{
    QFETCH(FaultReply, reply);
    QFETCH(QString, said);
    QFETCH(bool, isShort);
    QFETCH(QString, journaled);
    if (isShort)
        m_bench->beImpatient();
    m_bench->issuer.fault(Stage::Before, Fault::instead(reply));
    QCOMPARE(m_bench->check(), (Ending{said, u"metadata 1, before 1"_s, journaled}));
}

QTEST_GUILESS_MAIN(TestFirstRequestFaults)
#include "tst_firstrequestfaults.moc"
