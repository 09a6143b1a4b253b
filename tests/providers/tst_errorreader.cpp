// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errorreader.h"
#include "providertest.h"

using namespace Qt::StringLiterals;

namespace curfew {

using test::response;

class TestErrorReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *body, const QString &code, const QString &words) {
            QTest::newRow(name) << QByteArray(body) << code << words;
        };
        row("RFC 6749 section 5.2", R"({"error":"invalid_client","error_description":"Unknown client"})",
            u"invalid_client"_s, u"invalid_client: Unknown client"_s);
        row("Screening Eagle's spelling", R"({"error":"Forbidden","errorDescription":"permission denied"})",
            u"Forbidden"_s, u"Forbidden: permission denied"_s);
        row("without a description", R"({"error":"invalid_token"})", u"invalid_token"_s, u"invalid_token"_s);
        row("a description alone", R"({"message":"try later"})", u""_s, u"try later"_s);
        row("a number", R"({"error":401,"error_description":12})", u"401"_s, u"401: 12"_s);
        row("an object", R"({"error":{"code":"invalid_client","message":"no"}})", u"invalid_client"_s,
            u"invalid_client: no"_s);
        row("an object that says nothing", R"({"error":{}})", u"error"_s, u"error"_s);
        row("true", R"({"error":true})", u"error"_s, u"error"_s);
        row("null is none", R"({"error":null})", u""_s, u""_s);
        row("false is none", R"({"error":false})", u""_s, u""_s);
        row("JSON:API", R"({"errors":[{"code":"unauthorized","detail":"Token expired"}]})", u"unauthorized"_s,
            u"unauthorized: Token expired"_s);
        row("an array", "[]", u""_s, u""_s);
        row("nothing", "", u""_s, u""_s);
        row("no JSON", "error=invalid_client", u""_s, u""_s);
    }
    void reads()
    {
        QFETCH(QByteArray, body);
        const IssuerFault fault = readFault(response(400, body));
        QTEST(fault.code, "code");
        QTEST(fault.words, "words");
    }

    void readsAChallenge()
    {
        HttpResponse answer = response(401);
        answer.headers = {
            {"WWW-Authenticate", R"(Bearer realm="x", error="invalid_token", error_description="The token expired")"}};
        QCOMPARE(readFault(answer).code, u"invalid_token"_s);
        QCOMPARE(readFault(answer).words, u"invalid_token: The token expired"_s);
        answer.body = R"({"error":"invalid_client"})";
        QCOMPARE(readFault(answer).code, u"invalid_client"_s); // the body leads
    }

    void aChallengeOnASuccessIsNoError()
    {
        HttpResponse answer = response(200);
        answer.headers = {{"WWW-Authenticate", R"(Bearer error="invalid_token")"}};
        QVERIFY(readFault(answer).code.isEmpty());
    }

    void hidesSecrets()
    {
        const QByteArray token = "0ab12345978c51ffe7c4e9a2b1158bb4";
        const QByteArray secret = "s3cr3t value";
        const IssuerFault fault = readFault(
            response(
                400,
                QByteArray(R"({"error":"x","error_description":"token IT of s3cr3t value"})").replace("IT", token)),
            {token, secret});
        QVERIFY(!fault.words.contains(u"0ab1"_s));
        QVERIFY(!fault.words.contains(u"s3cr3t"_s));
    }

    void hidesWhatTheIssuerQuotesOfAToken()
    {
        const QByteArray token = "AbCdEfGhIjKlMnOpQrStUvWxYz-AbCdEfGhIjKlMnOpQrStUvWxYz";
        const QByteArray body =
            R"({"error":"invalid_token","error_description":"AbCdEfGhIjKlMnOpQrSt... is of no client"})";
        QCOMPARE(readFault(response(400, body), {token}).words, u"invalid_token: [hidden]... is of no client"_s);
    }

    void isBounded()
    {
        const IssuerFault fault = readFault(response(
            400, QByteArray(R"({"error":"IT","error_description":"x"})").replace("IT", QByteArray(50'000, 'e'))));
        QVERIFY(fault.code.size() <= 128);
        QVERIFY(fault.words.size() <= 512);
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestErrorReader)
#include "tst_errorreader.moc"
