// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "token.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestToken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fingerprintsAreTheFirst16DigitsOfSha256();
    void fingerprintsAreReadBack_data();
    void fingerprintsAreReadBack();
    void tokensOutliveTheirStore();
    void aHundredThousandTokensFit();
    void oneLargerThanASlabFits();
    void takingWipes();
};

// FIPS 180-2 appendix B.1: SHA-256("abc") = ba7816bf 8f01cfea …
void TestToken::fingerprintsAreTheFirst16DigitsOfSha256()
{
    QCOMPARE(Fingerprint::of("abc").toString(), u"ba7816bf8f01cfea"_s);
    QCOMPARE(Fingerprint().toString(), QString());
    QVERIFY(Fingerprint().isNull());
}

void TestToken::fingerprintsAreReadBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("good") << u"ba7816bf8f01cfea"_s << true;
    QTest::newRow("leading zeros") << u"00000000000000ff"_s << true;
    QTest::newRow("short") << u"ba7816bf8f01cfe"_s << false;
    QTest::newRow("long") << u"ba7816bf8f01cfea0"_s << false;
    QTest::newRow("no hex") << u"ba7816bf8f01cfeg"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestToken::fingerprintsAreReadBack()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const Fingerprint read = Fingerprint::fromString(text);
    QCOMPARE(read.toString(), good ? text : QString());
}

void TestToken::tokensOutliveTheirStore()
{
    Token token;
    {
        TokenStore store;
        (void)store.add("first");
        token = store.add("second");
    }
    QCOMPARE(token.reveal().toByteArray(), "second");
    QCOMPARE(token.fingerprint(), Fingerprint::of("second"));
}

// One guarded allocation a token stops at 16,354 of them.
void TestToken::aHundredThousandTokensFit()
{
    TokenStore store;
    QList<Token> tokens;
    for (int i = 0; i < 100'000; ++i)
        tokens.append(store.add(QByteArray::number(i).rightJustified(900, 'x')));
    QCOMPARE(tokens.at(54321).reveal().toByteArray(), QByteArray("54321").rightJustified(900, 'x'));
}

void TestToken::oneLargerThanASlabFits()
{
    TokenStore store;
    const QByteArray large(3 * 1024 * 1024, 'y');
    (void)store.add("small");
    QCOMPARE(store.add(large).reveal().toByteArray(), large);
}

void TestToken::takingWipes()
{
    QByteArray source = QByteArray("secret").repeated(2);
    const QByteArray shared = source;
    const Token token = takeToken(source);
    QVERIFY(source.isEmpty());
    QCOMPARE(shared, QByteArray(12, '\0'));
    QCOMPARE(token.reveal().toByteArray(), "secretsecret");
    QVERIFY(takeToken(source).isNull());
}

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
