// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "authorizationanswer.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace curfew {

static QByteArray request(const QByteArray &line, const QByteArray &host = "Host: 127.0.0.1:4711")
{
    return line + "\r\n" + host + "\r\nUser-Agent: a browser";
}

class TestAuthorizationAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsACode()
    {
        const auto answer = readAuthorizationAnswer(
            request("GET /callback?session_state=x&state=s%2Bt+u&code=a%2Fb%2B&iss=https%3A%2F%2Fid.example HTTP/1.1"),
            "127.0.0.1:4711", "s+t u");
        QVERIFY(answer);
        QCOMPARE(answer->code.reveal().toByteArray(), QByteArray("a/b+"));
        QCOMPARE(answer->error, QString());
        QCOMPARE(answer->issuer, std::optional(u"https://id.example"_s));
    }

    void readsARefusal()
    {
        const auto answer = readAuthorizationAnswer(
            request("GET /callback?error=access_denied&error_description=said+no%21&state=st HTTP/1.1",
                    "hOsT:127.0.0.1:4711"),
            "127.0.0.1:4711", "st");
        QVERIFY(answer);
        QVERIFY(answer->code.isNull());
        QCOMPARE(answer->error, u"access_denied"_s);
        QCOMPARE(answer->description, u"said no!"_s);
        QVERIFY(!answer->issuer);
    }

    void isNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("state");
        const QByteArray good = "GET /callback?code=c&state=st HTTP/1.1";
        QTest::newRow("another state") << request(good) << "other"_ba;
        QTest::newRow("the beginning of the state") << request(good) << "stt"_ba;
        QTest::newRow("no state is waited for") << request("GET /callback?code=c&state= HTTP/1.1") << QByteArray();
        QTest::newRow("no state") << request("GET /callback?code=c HTTP/1.1") << "st"_ba;
        QTest::newRow("POST") << request("POST /callback?code=c&state=st HTTP/1.1") << "st"_ba;
        QTest::newRow("HEAD") << request("HEAD /callback?code=c&state=st HTTP/1.1") << "st"_ba;
        QTest::newRow("another path") << request("GET /callback/x?code=c&state=st HTTP/1.1") << "st"_ba;
        QTest::newRow("its path in another") << request("GET /x/callback?code=c&state=st HTTP/1.1") << "st"_ba;
        QTest::newRow("no query") << request("GET /callback HTTP/1.1") << "st"_ba;
        QTest::newRow("a whole URL") << request("GET http://127.0.0.1:4711/callback?code=c&state=st HTTP/1.1")
                                     << "st"_ba;
        QTest::newRow("no protocol") << request("GET /callback?code=c&state=st") << "st"_ba;
        QTest::newRow("a space in it") << request("GET /callback?code=c&state=st x HTTP/1.1") << "st"_ba;
        QTest::newRow("neither code nor error") << request("GET /callback?state=st HTTP/1.1") << "st"_ba;
        QTest::newRow("an empty code") << request("GET /callback?code=&state=st HTTP/1.1") << "st"_ba;
        QTest::newRow("both") << request("GET /callback?code=c&error=e&state=st HTTP/1.1") << "st"_ba;
        QTest::newRow("two codes") << request("GET /callback?code=c&code=d&state=st HTTP/1.1") << "st"_ba;
        QTest::newRow("two states") << request("GET /callback?code=c&state=st&st%61te=x HTTP/1.1") << "st"_ba;
        QTest::newRow("another host") << request(good, "Host: rebound.example:4711") << "st"_ba;
        QTest::newRow("another port") << request(good, "Host: 127.0.0.1:80") << "st"_ba;
        QTest::newRow("no host") << request(good, "Accept: */*") << "st"_ba;
        QTest::newRow("two hosts") << request(good, "Host: 127.0.0.1:4711\r\nHost: 127.0.0.1:4711") << "st"_ba;
        QTest::newRow("nothing") << QByteArray() << "st"_ba;
        QTest::newRow("noise") << QByteArray("\x16\x03\x01\x02\0\x01\0", 7) << "st"_ba;
    }
    void isNoAnswer()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, state);
        QVERIFY(!readAuthorizationAnswer(head, "127.0.0.1:4711", state));
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestAuthorizationAnswer)
#include "tst_authorizationanswer.moc"
