// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultaddresses.h"
#include "faultbench.h"
#include "networkfaults.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

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
    addNetworkFaults();
    // Where the metadata isn't, it is looked for in the other place that it may have (RFC 8414), once.
    const auto bodies = nonsenseBodies();
    for (const NonsenseBody &body : bodies)
        addFault(body.name, body.reply, QString::fromLatin1(body.kind),
                 qstrcmp(body.kind, "not_the_service") == 0 ? 2 : 1);
    for (const int status : {400, 401, 403, 404, 405, 406, 410, 451})
        addFault(qPrintable(u"%1"_s.arg(status)), FaultReply::http(status, "", ""), u"refused"_s, 2);
    addFault("a 401 that names the client", FaultReply::http(401, R"({"error":"invalid_client"})"), u"refused"_s, 2);
    addFault("an array", FaultReply::http(200, "[]"), u"bad_response"_s);
    addFault("another issuer's", FaultReply::http(200, R"({"issuer":"https://elsewhere.example"})"), u"bad_response"_s);
    addFault("an endpoint by http", FaultReply::http(200, R"({"revocation_endpoint":"http://elsewhere.example/"})"),
             u"bad_response"_s);
    addFault("503 that asks to wait a year", FaultReply::http(503, "", "", {{"Retry-After", "31536000"}}),
             u"server_error"_s);
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
    addNetworkFaults();
    const auto bodies = nonsenseBodies();
    for (const NonsenseBody &body : bodies)
        addFault(body.name, body.reply, QString::fromLatin1(body.kind));
    const auto refused = [](const char *name, int status, const QByteArray &body) {
        addFault(name, FaultReply::http(status, body, body.isEmpty() ? "" : "application/json"),
                 u"client_refused; breaker open"_s);
    };
    refused("401 without a word", 401, {});
    refused("401 with a page", 401, "<html>Log in</html>");
    for (const int status : {400, 401, 403}) {
        refused(qPrintable(u"%1 invalid_client"_s.arg(status)), status, R"({"error":"invalid_client"})");
        refused(qPrintable(u"%1 unauthorized_client"_s.arg(status)), status, R"({"error":"unauthorized_client"})");
    }
    addFault("403 without a word", FaultReply::http(403, "", ""), u"refused"_s);
    addFault("404", FaultReply::http(404, "", ""), u"refused"_s);
    addFault("400 unsupported_token_type", FaultReply::http(400, R"({"error":"unsupported_token_type"})"),
             u"accepted"_s);
}

// At most one authenticated request, whatever becomes of it.
void TestFirstRequestFaults::theFirstCredential()
{
    QFETCH(FaultReply, reply);
    QFETCH(QString, kind);
    QFETCH(bool, isShort);
    if (isShort)
        m_bench->beImpatient();
    m_bench->issuer.fault(Stage::Before, Fault::instead(reply));
    QCOMPARE(m_bench->check(),
             (Ending{kind, u"metadata 1, before 1"_s, kind.contains("breaker"_L1) ? u"1 events"_s : u"nothing"_s}));
}

QTEST_GUILESS_MAIN(TestFirstRequestFaults)
#include "tst_firstrequestfaults.moc"
