// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"
#include "memorykeychain.h"
#include "splitkeychain.h"

using namespace Qt::StringLiterals;
using namespace curfew;

class SplitKeychainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsLongAndShortValues();
    void leavesNoPartBehind();
    void saysThatAPartIsMissing();
    void passesTheLockOn();

private:
    ErrorKind kindOf(const QString &key) { return answerOf(m_inner->read(key)).error().kind; }

    std::shared_ptr<MemoryKeychain> m_inner;
    std::unique_ptr<SplitKeychain> m_keychain;
};

static const QString key = u"curfew/p/i/c"_s;

void SplitKeychainTest::init()
{
    m_inner = std::make_shared<MemoryKeychain>();
    m_keychain = std::make_unique<SplitKeychain>(m_inner, 64);
}

void SplitKeychainTest::keepsLongAndShortValues()
{
    QCOMPARE(answerOf(m_keychain->read(key)).error().kind, ErrorKind::EntryNotFound);
    for (const int size : {5, 300, 100, 0, 1000}) {
        const QByteArray value(size, 'v');
        QVERIFY(answerOf(m_keychain->write(key, secretOf(value))));
        QCOMPARE(answerOf(m_keychain->read(key)).value()->reveal().toByteArray(), value);
    }
}

void SplitKeychainTest::leavesNoPartBehind()
{
    QVERIFY(answerOf(m_keychain->write(key, secretOf(QByteArray(300, 'v')))));
    QVERIFY(answerOf(m_inner->read(key + "/5"_L1)));
    QVERIFY(answerOf(m_keychain->write(key, secretOf(QByteArray(100, 'v')))));
    QVERIFY(answerOf(m_inner->read(key + "/2"_L1)));
    for (int part = 3; part <= 5; ++part)
        QCOMPARE(kindOf(u"%1/%2"_s.arg(key).arg(part)), ErrorKind::EntryNotFound);
    QVERIFY(answerOf(m_keychain->remove(key)));
    for (const QString &name : {key, key + "/1"_L1, key + "/2"_L1})
        QCOMPARE(kindOf(name), ErrorKind::EntryNotFound);
    QVERIFY(answerOf(m_keychain->remove(key)));
}

void SplitKeychainTest::saysThatAPartIsMissing()
{
    QVERIFY(answerOf(m_keychain->write(key, secretOf(QByteArray(300, 'v')))));
    QVERIFY(answerOf(m_inner->remove(key + "/3"_L1)));
    QCOMPARE(answerOf(m_keychain->read(key)).error().kind, ErrorKind::KeychainFailed);
    QVERIFY(answerOf(m_keychain->write(key, secretOf("new"))));
    QCOMPARE(answerOf(m_keychain->read(key)).value()->reveal().toByteArray(), QByteArray("new"));
}

void SplitKeychainTest::passesTheLockOn()
{
    QVERIFY(answerOf(m_keychain->write(key, secretOf(QByteArray(300, 'v')))));
    m_inner->lock();
    QCOMPARE(answerOf(m_keychain->read(key)).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(answerOf(m_keychain->write(key, secretOf("new"))).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(answerOf(m_keychain->remove(key)).error().kind, ErrorKind::KeychainLocked);
    QVERIFY(answerOf(m_keychain->unlock()));
    QCOMPARE(answerOf(m_keychain->read(key)).value()->size(), 300);
}

QTEST_GUILESS_MAIN(SplitKeychainTest)
#include "tst_splitkeychain.moc"
