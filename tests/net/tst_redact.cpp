// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "redact.h"

#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

class TestRedact : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QString>("expected");
        const QByteArray none;
        QTest::newRow("plain words stay") << u"invalid_client: Client authentication failed"_s << none
                                          << u"invalid_client: Client authentication failed"_s;
        QTest::newRow("a path stays") << u"no route to /oauth2/token/introspect"_s << none
                                      << u"no route to /oauth2/token/introspect"_s;
        QTest::newRow("a long word stays")
            << u"InsufficientPermissionException"_s << none << u"InsufficientPermissionException"_s;
        QTest::newRow("a JWT") << u"got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl!"_s << none
                               << u"got [hidden]!"_s;
        QTest::newRow("a JWT without signature") << u"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."_s << none << u"[hidden]"_s;
        QTest::newRow("hex of 32") << u"token 0123456789abcdef0123456789abcdef expired"_s << none
                                   << u"token [hidden] expired"_s;
        QTest::newRow("base64url of 24") << u"x=AbCd-fgh_jklmnopqrstuvw9;"_s << none << u"x=[hidden];"_s;
        QTest::newRow("base64 with padding") << u"Basic Y2xpZW50OnNlY3JldC1vZi1pdA=="_s << none << u"Basic [hidden]"_s;
        QTest::newRow("a fingerprint stays") << u"0123456789abcdef"_s << none << u"0123456789abcdef"_s;
        QTest::newRow("forty letters") << u"token "_s + QString(40, u'q') << none << u"token [hidden]"_s;
        QTest::newRow("the secret") << u"secret p4ss word! is wrong"_s << QByteArray("p4ss word!")
                                    << u"secret [hidden] is wrong"_s;
        QTest::newRow("the secret, form-encoded")
            << u"client_secret=p4ss+word%21&x"_s << QByteArray("p4ss word!") << u"client_secret=[hidden]&x"_s;
        QTest::newRow("the secret, lower-case percent") << u"a%2bb%2fcd"_s << QByteArray("a+b/cd") << u"[hidden]"_s;
        QTest::newRow("the secret, percent-encoded")
            << u"/p4ss%20word%21"_s << QByteArray("p4ss word!") << u"/[hidden]"_s;
        QTest::newRow("the secret, base64") << u"<cDRzcyB3b3JkIQ==>"_s << QByteArray("p4ss word!") << u"<[hidden]==>"_s;
        QTest::newRow("an umlaut") << u"Schlüssel: grün?"_s << QByteArray("grün") << u"Schlüssel: [hidden]?"_s;
        QTest::newRow("a short secret only as a word")
            << u"ab is about ab"_s << QByteArray("ab") << u"[hidden] is about [hidden]"_s;
        const QByteArray letters("AbCdEfGhIjKlMnOpQrStUvWxYz");
        QTest::newRow("a secret's beginning")
            << u"bad token 'AbCdEfGhIjKlMnOp...'"_s << letters << u"bad token '[hidden]...'"_s;
        QTest::newRow("a secret's end") << u"…KlMnOpQrStUvWxYz"_s << letters << u"…[hidden]"_s;
        QTest::newRow("from a secret's middle, in another case")
            << u"<cdefghijklmnopqrst> and CDEFGHIJKLMNOPQR"_s << letters << u"<[hidden]> and [hidden]"_s;
        QTest::newRow("both ends of a secret")
            << u"AbCdEfGhIjKlMnOp-KlMnOpQrStUvWxYz"_s << letters << u"[hidden]-[hidden]"_s;
        QTest::newRow("two parts that touch") << u"x AbCdEfGhIjKlMnOpKlMnOpQrStUvWxYz"_s << letters << u"x [hidden]"_s;
        QTest::newRow("fifteen of its characters stay")
            << u"AbCdEfGhIjKlMnO-LmNoPqRsTuVwXyZ"_s << letters << u"AbCdEfGhIjKlMnO-LmNoPqRsTuVwXyZ"_s;
        QTest::newRow("a secret's beginning, percent-encoded")
            << u"?token=a%2bb%20c%2fd%2be"_s << QByteArray("a+b c/d+e and more") << u"?token=[hidden]"_s;
    }
    void texts()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, secret);
        QFETCH(QString, expected);
        QCOMPARE(redacted(text, {secret}), expected);
    }

    void isBounded()
    {
        const QString text = redacted(u"no "_s.repeated(1000), {}, 100);
        QCOMPARE(text.size(), 100);
        QVERIFY(text.endsWith(u'…'));
    }

    void cutsNoTokenIntoAReadableRest()
    {
        const QString token = u"a1"_s.repeated(20);
        for (qsizetype before = 16 * 1024 - 60; before < 16 * 1024 + 10; ++before) {
            const QString text = u". "_s.repeated(before / 2) + token;
            QVERIFY(!redacted(text, {}, 64 * 1024).contains(u"a1a1"_s));
        }
    }

    void urls()
    {
        QCOMPARE(redacted(QUrl(u"https://u:p@idp.example:8443/oauth2/revoke?token=abc#x"_s)),
                 u"https://idp.example:8443/oauth2/revoke"_s);
        QCOMPARE(redacted(QUrl(u"https://idp.example/t/0123456789abcdef0123456789abcdef"_s)),
                 u"https://idp.example/t/[hidden]"_s);
    }
};

QTEST_APPLESS_MAIN(TestRedact)
#include "tst_redact.moc"
