// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalkey.h"

#include "asyncresult.h"
#include "memorykeychain.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace curfew;

namespace {

//! What it answers was true when it was asked, as with a real one; others may have written since.
class SlowKeychain final : public Keychain {
public:
    [[nodiscard]] KeychainPlace place() const override { return KeychainPlace::Memory; }
    [[nodiscard]] QFuture<Result<SecretPtr>> read(const QString &key) override { return later(m_values.read(key)); }
    [[nodiscard]] QFuture<Result<>> write(const QString &key, Secret value) override
    {
        ++writes;
        return later(m_values.write(key, std::move(value)));
    }
    [[nodiscard]] QFuture<Result<>> remove(const QString &key) override { return later(m_values.remove(key)); }
    [[nodiscard]] QFuture<Result<>> unlock() override { return later(m_values.unlock()); }
    void lock() { m_values.lock(); }

    int writes = 0;

private:
    template <typename T>
    static QFuture<T> later(const QFuture<T> &answer)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QTimer::singleShot(0, [promise, answer] {
            promise->addResult(answer.result());
            promise->finish();
        });
        return promise->future();
    }

    MemoryKeychain m_values;
};

} // namespace

template <typename T>
static Result<T> answer(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20000) || future.resultCount() == 0)
        return failure(ErrorKind::Canceled, u"no answer"_s);
    return future.result();
}

static QByteArray publicKey(const QFuture<Result<SigningKeyPtr>> &future)
{
    const Result<SigningKeyPtr> key = answer(future);
    return key ? (*key)->publicKey() : QByteArray();
}

class TestJournalKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isMadeWhereOneIsToSignAlone();
    void manyAtOnceMakeOne();
    void anotherCurfewsLockIsWaitedFor();
    void isToldBeforeItIsStored();
    void isNotStoredWhereTheJournalDoesNotKnow();
    void theKeychainsTroubleIsTheAnswer();

private:
    [[nodiscard]] std::unique_ptr<JournalKey> make()
    {
        return std::make_unique<JournalKey>(*m_keychain, u"profile"_s, lockPath(), [this](const SigningKeyPtr &key) {
            m_told.append({key->publicKey(), m_keychain->writes});
            return readyFuture(m_admitted);
        });
    }
    [[nodiscard]] QString lockPath() const { return m_dir.filePath(u"key.lock"_s); }

    struct Told {
        QByteArray key;
        int writes = 0; // to the keychain, until then
    };

    QTemporaryDir m_dir;
    std::unique_ptr<SlowKeychain> m_keychain;
    QList<Told> m_told;
    Result<> m_admitted;
};

void TestJournalKey::init()
{
    m_keychain = std::make_unique<SlowKeychain>();
    m_told.clear();
    m_admitted = {};
}

void TestJournalKey::isMadeWhereOneIsToSignAlone()
{
    const auto key = make();
    const Result<SigningKeyPtr> none = answer(key->key(Journal::KeyUse::AsItIs));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::EntryNotFound);
    const QByteArray made = publicKey(key->key(Journal::KeyUse::OrNew));
    QCOMPARE(made.size(), 32);
    QCOMPARE(publicKey(key->key(Journal::KeyUse::AsItIs)), made);
    QCOMPARE(publicKey(make()->key(Journal::KeyUse::OrNew)), made);
    QCOMPARE(m_told.size(), 1);
}

void TestJournalKey::manyAtOnceMakeOne()
{
    std::vector<std::unique_ptr<JournalKey>> curfews;
    QList<QFuture<Result<SigningKeyPtr>>> asked;
    for (int i = 0; i < 4; ++i) {
        curfews.push_back(make());
        asked.append(curfews.back()->key(Journal::KeyUse::OrNew));
        asked.append(curfews.back()->key(Journal::KeyUse::OrNew));
    }
    QSet<QByteArray> keys;
    for (const auto &future : std::as_const(asked))
        keys.insert(publicKey(future));
    QCOMPARE(keys.size(), 1);
    QVERIFY(!keys.contains(QByteArray()));
    QCOMPARE(m_keychain->writes, 1);
}

void TestJournalKey::anotherCurfewsLockIsWaitedFor()
{
    QLockFile other(lockPath());
    QVERIFY(other.tryLock());
    const auto key = make();
    const auto asked = key->key(Journal::KeyUse::OrNew);
    // It finds none, tries the lock, and goes on trying; the other stores its key meanwhile.
    QVERIFY(!QTest::qWaitFor([&] { return asked.isFinished(); }, 300));
    const SigningKey theirs = SigningKey::generate();
    QVERIFY(answer(m_keychain->write(u"curfew/profile/journal-signing-key"_s, theirs.seed())).has_value());
    other.unlock();
    QCOMPARE(publicKey(asked), theirs.publicKey());
    QCOMPARE(m_told.size(), 0);
    QVERIFY(other.tryLock()); // it is free again
}

void TestJournalKey::isToldBeforeItIsStored()
{
    const QByteArray made = publicKey(make()->key(Journal::KeyUse::OrNew));
    QCOMPARE(m_told.size(), 1);
    QCOMPARE(m_told.constFirst().key, made);
    QCOMPARE(m_told.constFirst().writes, 0);
}

void TestJournalKey::isNotStoredWhereTheJournalDoesNotKnow()
{
    m_admitted = failure(ErrorKind::JournalFailed, u"the disk is full"_s);
    const Result<SigningKeyPtr> key = answer(make()->key(Journal::KeyUse::OrNew));
    QVERIFY(!key);
    QCOMPARE(key.error(), m_admitted.error());
    QCOMPARE(m_keychain->writes, 0);
}

void TestJournalKey::theKeychainsTroubleIsTheAnswer()
{
    m_keychain->lock();
    const Result<SigningKeyPtr> key = answer(make()->key(Journal::KeyUse::OrNew));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(m_told.size(), 0);
}

QTEST_GUILESS_MAIN(TestJournalKey)
#include "tst_journalkey.moc"
