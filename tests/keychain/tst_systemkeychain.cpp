// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"
#include "keyringcontrol.h"
#include "systemkeychain.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace curfew;

static const QString key = u"curfew/0f0e/Corporate/a%2Fb"_s;
static const QByteArray canary = "canary-93d2"_ba;

//! Against a real GNOME Keyring, which tests/support/with-keyring.sh starts for this test alone.
class SystemKeychainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void storesBinaryValues_data();
    void storesBinaryValues();
    void replacesAValue();
    void saysThatThereIsNoEntry();
    void removesAndVerifies();
    void saysThatItIsLocked();
    void keepsWhatALockedKeyringOnlyClaimsToDelete();
    void needsNoUnlockWhenOpen();
    void cancelsAnUnlockThatCantBeShown();
    void survivesItsOwnEnd();
    void answersManyAtOnce();
    void leavesNoSecretInTheHome();

private:
    std::unique_ptr<Keychain> m_keychain = makeSystemKeychain();
};

void SystemKeychainTest::init()
{
    QVERIFY(unlockKeyring("test-password"));
    QVERIFY(answerOf(m_keychain->remove(key)));
}

void SystemKeychainTest::storesBinaryValues_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("text") << QByteArray("hunter2");
    QTest::newRow("NULs and line ends") << QByteArray("a\0b\r\n\0", 6);
    QTest::newRow("no UTF-8") << QByteArray("\xFF\xFE\x80");
    QTest::newRow("8 KiB") << QByteArray(8192, 'x');
}

void SystemKeychainTest::storesBinaryValues()
{
    QFETCH(QByteArray, value);
    QVERIFY(answerOf(m_keychain->write(key, secretOf(value))));
    QCOMPARE(answerOf(m_keychain->read(key)).value()->reveal().toByteArray(), value);
}

void SystemKeychainTest::replacesAValue()
{
    QVERIFY(answerOf(m_keychain->write(key, secretOf("old"))));
    QVERIFY(answerOf(m_keychain->write(key, secretOf("new"))));
    QCOMPARE(answerOf(m_keychain->read(key)).value()->reveal().toByteArray(), QByteArray("new"));
}

void SystemKeychainTest::saysThatThereIsNoEntry()
{
    QCOMPARE(answerOf(m_keychain->read(key)).error().kind, ErrorKind::EntryNotFound);
    QCOMPARE(m_keychain->place(), KeychainPlace::SecretService);
}

void SystemKeychainTest::removesAndVerifies()
{
    QVERIFY(answerOf(m_keychain->write(key, secretOf(canary))));
    QVERIFY(answerOf(m_keychain->remove(key)));
    QCOMPARE(answerOf(m_keychain->read(key)).error().kind, ErrorKind::EntryNotFound);
    QVERIFY(answerOf(m_keychain->remove(key)));
}

void SystemKeychainTest::saysThatItIsLocked()
{
    QVERIFY(answerOf(m_keychain->write(key, secretOf(canary))));
    QVERIFY(lockKeyring());
    QCOMPARE(answerOf(m_keychain->read(key)).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(answerOf(m_keychain->read(u"curfew/never/stored"_s)).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(answerOf(m_keychain->write(key, secretOf("other"))).error().kind, ErrorKind::KeychainLocked);
}

void SystemKeychainTest::keepsWhatALockedKeyringOnlyClaimsToDelete()
{
    QVERIFY(answerOf(m_keychain->write(key, secretOf(canary))));
    QVERIFY(lockKeyring());
    QCOMPARE(answerOf(m_keychain->remove(key)).error().kind, ErrorKind::KeychainLocked);
    QVERIFY(unlockKeyring("test-password"));
    QCOMPARE(answerOf(m_keychain->read(key)).value()->reveal().toByteArray(), canary);
}

void SystemKeychainTest::needsNoUnlockWhenOpen()
{
    QVERIFY(answerOf(m_keychain->unlock()));
}

void SystemKeychainTest::cancelsAnUnlockThatCantBeShown()
{
    QVERIFY(lockKeyring());
    const Result<> unlocked = answerOf(m_keychain->unlock()); // there is no screen for its prompt
    QVERIFY(!unlocked);
    QCOMPARE(unlocked.error().kind, ErrorKind::Canceled);
}

void SystemKeychainTest::survivesItsOwnEnd()
{
    auto keychain = std::make_unique<SystemKeychain>();
    QFuture<Result<>> written = keychain->write(key, secretOf(canary));
    QFuture<Result<SecretPtr>> read = keychain->read(key);
    keychain.reset();
    QVERIFY(answerOf(written));
    [[maybe_unused]] const Result<SecretPtr> either = answerOf(read);
    QCOMPARE(answerOf(m_keychain->read(key)).value()->reveal().toByteArray(), canary);
}

void SystemKeychainTest::answersManyAtOnce()
{
    QVERIFY(answerOf(m_keychain->write(key, secretOf(canary))));
    std::vector<QFuture<Result<SecretPtr>>> reads;
    for (int i = 0; i < 50; ++i)
        reads.push_back(m_keychain->read(key));
    for (auto &read : reads)
        QCOMPARE(answerOf(read).value()->reveal().toByteArray(), canary);
}

void SystemKeychainTest::leavesNoSecretInTheHome()
{
    QVERIFY(answerOf(m_keychain->write(key, secretOf(canary))));
    int files = 0;
    QDirIterator walk(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (!file.open(QIODevice::ReadOnly))
            continue; // a socket
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(canary) && !bytes.contains(canary.toBase64()), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY2(files > 0, "the keyring's own file is there");
}

QTEST_GUILESS_MAIN(SystemKeychainTest)
#include "tst_systemkeychain.moc"
