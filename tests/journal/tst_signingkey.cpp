// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signingkey.h"

#include <QTest>

namespace curfew {

// RFC 8032 section 7.1, TEST 2 and TEST 3.
class TestSigningKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsAsTheStandardSays_data();
    void signsAsTheStandardSays();
    void refusesWhatWasNotSigned_data();
    void refusesWhatWasNotSigned();
    void comesBackFromItsSeed();
    void aSeedHas32Bytes();
    void twoKeysDiffer();
};

void TestSigningKey::signsAsTheStandardSays_data()
{
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("publicKey");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("signature");
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    QTest::newRow("TEST 2") << hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
                            << hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") << hex("72")
                            << hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                   "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    QTest::newRow("TEST 3") << hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
                            << hex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025") << hex("af82")
                            << hex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                                   "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
}

void TestSigningKey::signsAsTheStandardSays()
{
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, publicKey);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, signature);
    const Result<SigningKey> key = SigningKey::fromSeed(seed);
    QVERIFY(key.has_value());
    QCOMPARE(key->publicKey(), publicKey);
    QCOMPARE(key->sign(text), signature);
    QVERIFY(isSignedBy(publicKey, text, signature));
}

void TestSigningKey::refusesWhatWasNotSigned_data()
{
    QTest::addColumn<QByteArray>("publicKey");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("signature");
    const SigningKey key = SigningKey::generate();
    const QByteArray good = key.sign("text");
    QTest::newRow("another text") << key.publicKey() << QByteArray("texT") << good;
    QTest::newRow("another key") << SigningKey::generate().publicKey() << QByteArray("text") << good;
    QTest::newRow("a cut signature") << key.publicKey() << QByteArray("text") << good.first(63);
    QTest::newRow("no signature") << key.publicKey() << QByteArray("text") << QByteArray();
    QTest::newRow("no key") << QByteArray() << QByteArray("text") << good;
}

void TestSigningKey::refusesWhatWasNotSigned()
{
    QFETCH(QByteArray, publicKey);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, signature);
    QVERIFY(!isSignedBy(publicKey, text, signature));
}

void TestSigningKey::comesBackFromItsSeed()
{
    const SigningKey key = SigningKey::generate();
    const Secret seed = key.seed();
    QCOMPARE(SigningKey::fromSeed(seed.reveal())->publicKey(), key.publicKey());
}

void TestSigningKey::aSeedHas32Bytes()
{
    QCOMPARE(SigningKey::fromSeed(QByteArray(31, 'x')).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(SigningKey::fromSeed(QByteArray(33, 'x')).error().kind, ErrorKind::InvalidInput);
}

void TestSigningKey::twoKeysDiffer()
{
    QVERIFY(keyFingerprint(SigningKey::generate().publicKey()) != keyFingerprint(SigningKey::generate().publicKey()));
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestSigningKey)
#include "tst_signingkey.moc"
