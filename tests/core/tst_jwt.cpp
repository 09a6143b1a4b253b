// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jwt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestJwt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleOfRfc7519();
    void refuses_data();
    void refuses();
    void namesItsClient_data();
    void namesItsClient();
    void showsNoTokenAmongItsClaims();
};

static QByteArray base64(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

void TestJwt::readsTheExampleOfRfc7519()
{
    // RFC 7519 section 3.1.
    const QByteArray example =
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
        ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const auto jwt = decodeJwt(example);
    QVERIFY(jwt);
    QCOMPARE(jwt->header, QJsonObject({{u"typ"_s, u"JWT"_s}, {u"alg"_s, u"HS256"_s}}));
    QCOMPARE(jwt->text(u"iss"), u"joe"_s);
    QCOMPARE(jwt->time(u"exp"), QDateTime::fromSecsSinceEpoch(1300819380, Qt::UTC));
    QVERIFY(!jwt->time(u"iat"));
    QCOMPARE(jwt->text(u"exp"), QString()); // not a string
}

void TestJwt::refuses_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("opaque") << QByteArray("0ab12345978c51ffe7c4e9a2b1158bb4");
    QTest::newRow("two parts") << base64("{}") + '.' + base64("{}");
    QTest::newRow("five parts, as an encrypted token has") << QByteArray("a.b.c.d.e");
    QTest::newRow("an empty header") << QByteArray("." + base64("{}") + ".x");
    QTest::newRow("an empty payload") << QByteArray(base64("{}") + "..x");
    QTest::newRow("claims that are an array") << base64("{}") + '.' + base64("[]") + ".x";
    QTest::newRow("no base64") << base64("{}") + ".!!!!.x";
    QTest::newRow("no JSON") << base64("{}") + '.' + base64("hello") + ".x";
    QTest::newRow("dots alone") << QByteArray("..");
}

void TestJwt::refuses()
{
    QFETCH(QByteArray, token);
    QVERIFY(!decodeJwt(token));
}

void TestJwt::namesItsClient_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("client");
    QTest::newRow("client_id") << QByteArray(R"({"client_id":"a","azp":"b"})") << u"a"_s;
    QTest::newRow("azp") << QByteArray(R"({"azp":"b"})") << u"b"_s;
    QTest::newRow("client_id that is no string") << QByteArray(R"({"client_id":7,"azp":"b"})") << u"b"_s;
    QTest::newRow("none") << QByteArray("{}") << QString();
}

void TestJwt::namesItsClient()
{
    QFETCH(QByteArray, claims);
    QFETCH(QString, client);
    const auto jwt = decodeJwt(base64("{}") + '.' + base64(claims) + ".x");
    QVERIFY(jwt);
    QCOMPARE(jwt->clientId(), client);
}

void TestJwt::showsNoTokenAmongItsClaims()
{
    const QString inner = QString::fromLatin1(base64(R"({"alg":"RS256"})") + '.' + base64("{}") + ".c2lnbmF0dXJl");
    const auto claims = [](const QString &assertion) {
        return QJsonObject{{u"sub"_s, u"robin"_s},
                           {u"jti"_s, u"1f.2e.3d"_s},
                           {u"act"_s, QJsonObject{{u"assertion"_s, QJsonArray{assertion, 7}}}}};
    };
    const QByteArray written = QJsonDocument(claims(u"Bearer "_s + inner)).toJson();
    const auto jwt = decodeJwt(base64("{}") + '.' + base64(written) + ".x");
    QVERIFY(jwt);
    QCOMPARE(jwt->shownClaims(), claims(u"(token)"_s));
}

QTEST_GUILESS_MAIN(TestJwt)
#include "tst_jwt.moc"
