// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formencode.h"

#include <QTest>

using namespace curfew;

class TestFormEncode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data();
    void encodes();
};

void TestFormEncode::encodes_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("encoded");
    // RFC 6749 appendix B: space, percent, ampersand, plus, pound, euro.
    QTest::newRow("RFC 6749 appendix B") << QByteArray(" %&+\xC2\xA3\xE2\x82\xAC")
                                         << QByteArray("+%25%26%2B%C2%A3%E2%82%AC");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("what stays") << QByteArray("azAZ09*-._") << QByteArray("azAZ09*-._");
    QTest::newRow("what QUrlQuery turns into 100A") << QByteArray("100%41") << QByteArray("100%2541");
    QTest::newRow("tilde is encoded in a form") << QByteArray("~") << QByteArray("%7E");
    QTest::newRow("colon, which separates id and secret") << QByteArray("a:b") << QByteArray("a%3Ab");
    QTest::newRow("a zero byte") << QByteArray("a\0b", 3) << QByteArray("a%00b");
}

void TestFormEncode::encodes()
{
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, encoded);
    QCOMPARE(formEncode(plain), encoded);
}

QTEST_GUILESS_MAIN(TestFormEncode)
#include "tst_formencode.moc"
