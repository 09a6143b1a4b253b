// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"
#include "fakesecretservice.h"
#include "secretservice.h"
#include "systemkeychain.h"

#include <QElapsedTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace curfew;

using Prompt = FakeSecretService::Prompt;

//! On a bus of its own (tests/support/with-bus.sh), where the service is played: what a real keyring can't be made to
//! do.
class SecretServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNoService();
    void tellsTheState_data();
    void tellsTheState();
    void doesNotWaitForAFrozenService();
    void doesNotTouchALockedKeyring();
    void unlocks_data();
    void unlocks();
    void closesThePromptAtTheDeadline();
};

void SecretServiceTest::saysThatThereIsNoService()
{
    const auto state = answerOf(collectionState(QDeadlineTimer(5s)));
    QVERIFY(!state);
    QCOMPARE(state.error().kind, ErrorKind::KeychainUnavailable);
    QVERIFY2(state.error().detail.contains("gnome-keyring"_L1), qPrintable(state.error().detail));
    SystemKeychain keychain;
    QCOMPARE(answerOf(keychain.read(u"k"_s)).error().kind, ErrorKind::KeychainUnavailable);
    QCOMPARE(answerOf(keychain.write(u"k"_s, secretOf("s"))).error().kind, ErrorKind::KeychainUnavailable);
    QCOMPARE(answerOf(keychain.remove(u"k"_s)).error().kind, ErrorKind::KeychainUnavailable);
    QCOMPARE(answerOf(keychain.unlock()).error().kind, ErrorKind::KeychainUnavailable);
}

void SecretServiceTest::tellsTheState_data()
{
    QTest::addColumn<bool>("hasAlias");
    QTest::addColumn<bool>("hasCollection");
    QTest::addColumn<bool>("locked");
    QTest::addColumn<CollectionState>("state");
    QTest::newRow("no keyring yet") << false << false << false << CollectionState::Missing;
    QTest::newRow("no keyring yet, but its alias") << true << false << false << CollectionState::Missing;
    QTest::newRow("open") << true << true << false << CollectionState::Unlocked;
    QTest::newRow("locked") << true << true << true << CollectionState::Locked;
}

void SecretServiceTest::tellsTheState()
{
    QFETCH(bool, hasAlias);
    QFETCH(bool, hasCollection);
    QFETCH(bool, locked);
    FakeSecretService service;
    service.hasAlias = hasAlias;
    service.hasCollection = hasCollection;
    service.locked = locked;
    QTEST(answerOf(collectionState(QDeadlineTimer(5s))).value(), "state");
    if (!hasCollection)
        QVERIFY(answerOf(unlockCollection(QDeadlineTimer(5s)))); // there is nothing to unlock
}

void SecretServiceTest::doesNotWaitForAFrozenService()
{
    FakeSecretService service;
    service.silent = true;
    SystemKeychain keychain({200ms, 200ms});
    QElapsedTimer watch;
    watch.start();
    QCOMPARE(answerOf(keychain.read(u"k"_s)).error().kind, ErrorKind::KeychainTimedOut);
    QCOMPARE(answerOf(keychain.write(u"k"_s, secretOf("s"))).error().kind, ErrorKind::KeychainTimedOut);
    QCOMPARE(answerOf(keychain.remove(u"k"_s)).error().kind, ErrorKind::KeychainTimedOut);
    QCOMPARE(answerOf(keychain.unlock()).error().kind, ErrorKind::KeychainTimedOut);
    QVERIFY(watch.elapsed() < 5000);
}

void SecretServiceTest::doesNotTouchALockedKeyring()
{
    FakeSecretService service;
    service.locked = true;
    SystemKeychain keychain;
    QCOMPARE(answerOf(keychain.read(u"k"_s)).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(answerOf(keychain.write(u"k"_s, secretOf("s"))).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(answerOf(keychain.remove(u"k"_s)).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(service.calls,
             (QStringList{u"ReadAlias"_s, u"Get"_s, u"ReadAlias"_s, u"Get"_s, u"ReadAlias"_s, u"Get"_s}));
}

void SecretServiceTest::unlocks_data()
{
    QTest::addColumn<Prompt>("prompt");
    QTest::addColumn<std::optional<ErrorKind>>("kind");
    using Kind = std::optional<ErrorKind>;
    QTest::newRow("without a prompt") << Prompt::None << Kind();
    QTest::newRow("after the password") << Prompt::Approved << Kind();
    QTest::newRow("not when dismissed") << Prompt::Dismissed << Kind(ErrorKind::Canceled);
    QTest::newRow("not when it is locked all the same") << Prompt::Lying << Kind(ErrorKind::KeychainLocked);
}

void SecretServiceTest::unlocks()
{
    QFETCH(Prompt, prompt);
    QFETCH(std::optional<ErrorKind>, kind);
    FakeSecretService service;
    service.locked = true;
    service.prompt = prompt;
    const Result<> unlocked = answerOf(SystemKeychain().unlock());
    QCOMPARE(unlocked ? std::nullopt : std::optional(unlocked.error().kind), kind);
    QCOMPARE(service.calls.contains(u"Prompt"_s), prompt != Prompt::None);
}

void SecretServiceTest::closesThePromptAtTheDeadline()
{
    FakeSecretService service;
    service.locked = true;
    service.prompt = Prompt::Ignored;
    SystemKeychain keychain({5s, 200ms});
    QCOMPARE(answerOf(keychain.unlock()).error().kind, ErrorKind::KeychainTimedOut);
    QTRY_VERIFY(service.calls.contains(u"Dismiss"_s));
}

QTEST_GUILESS_MAIN(SecretServiceTest)
#include "tst_secretservice.moc"
