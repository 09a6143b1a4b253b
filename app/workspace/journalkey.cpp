// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalkey.h"

#include "asyncresult.h"
#include "keychain.h"

#include <QLockFile>
#include <QPromise>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

static Result<SigningKeyPtr> keyFrom(const Result<SecretPtr> &entry)
{
    if (!entry)
        return tl::unexpected(entry.error());
    return SigningKey::fromSeed((*entry)->reveal()).map([](SigningKey key) -> SigningKeyPtr {
        return std::make_shared<const SigningKey>(std::move(key));
    });
}

static bool isMissing(const Result<SecretPtr> &entry)
{
    return !entry && entry.error().kind == ErrorKind::EntryNotFound;
}

JournalKey::JournalKey(Keychain &keychain, const QString &profileId, QString lockPath, Admission admission)
    : m_keychain(keychain)
    , m_entry(u"curfew/%1/journal-signing-key"_s.arg(profileId))
    , m_lockPath(std::move(lockPath))
    , m_admission(std::move(admission))
{
}

QFuture<Result<SigningKeyPtr>> JournalKey::key(Journal::KeyUse use)
{
    return andThen(m_keychain.read(m_entry), this, [this, use](const Result<SecretPtr> &stored) {
        return isMissing(stored) && use == Journal::KeyUse::OrNew ? makeOnce() : readyFuture(keyFrom(stored));
    });
}

QFuture<Result<>> JournalKey::lock(const LockPtr &lock, int tries)
{
    if (lock->tryLock(0ms))
        return readyFuture<Result<>>({});
    if (lock->error() != QLockFile::LockFailedError)
        return readyFuture<Result<>>(
            failure(ErrorKind::ProfileFailed,
                    u"%1 can't be made: it keeps two Curfews from making a key each"_s.arg(lock->fileName())));
    if (tries == 0)
        return readyFuture<Result<>>(
            failure(ErrorKind::KeychainTimedOut, u"another Curfew is at making the journal's key"_s));
    auto pause = std::make_shared<QPromise<Result<>>>();
    pause->start();
    QTimer::singleShot(100ms, this, [pause] {
        pause->addResult(Result<>());
        pause->finish();
    });
    return andThen(pause->future(), this,
                   [this, lock, tries](const Result<> &) { return this->lock(lock, tries - 1); });
}

// Looks again under the lock: what another Curfew made meanwhile is the profile's key.
QFuture<Result<SigningKeyPtr>> JournalKey::makeOnce()
{
    const auto lock = std::make_shared<QLockFile>(m_lockPath);
    lock->setStaleLockTime(0ms); // the keychain may be asking the person: only an owner that is gone makes a lock stale
    constexpr int tries = 100;
    return andThen(this->lock(lock, tries), this, [this, lock](const Result<> &locked) {
        if (!locked)
            return readyFuture<Result<SigningKeyPtr>>(tl::unexpected(locked.error()));
        const auto made = andThen(m_keychain.read(m_entry), this, [this](const Result<SecretPtr> &stored) {
            return isMissing(stored) ? make() : readyFuture(keyFrom(stored));
        });
        return andThen(made, this, [lock](const Result<SigningKeyPtr> &key) {
            lock->unlock();
            return readyFuture(key);
        });
    });
}

// What is stored counts, not what was written.
QFuture<Result<SigningKeyPtr>> JournalKey::make()
{
    const SigningKeyPtr key = std::make_shared<const SigningKey>(SigningKey::generate());
    const auto written = andThen(m_admission(key), this, [this, key](const Result<> &admitted) {
        return admitted ? m_keychain.write(m_entry, key->seed()) : readyFuture(admitted);
    });
    return andThen(written, this, [this](const Result<> &done) {
        if (!done)
            return readyFuture<Result<SigningKeyPtr>>(tl::unexpected(done.error()));
        return m_keychain.read(m_entry).then(keyFrom);
    });
}

} // namespace curfew
