// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemkeychain.h"

#include "asyncresult.h"
#include "keychainjob.h"
#include "splitkeychain.h"
#include "systemplace.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#define CURFEW_HAS_SECRET_SERVICE
#include "secretservice.h"
#endif

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace curfew {

//! Asks whether an entry can be used now, where QtKeychain wouldn't say that it can't.
//! \return until when the entry may take: longer where a prompt may open
static QFuture<Result<QDeadlineTimer>> beginUse(KeychainPlace place, KeychainDeadlines deadlines)
{
    const QDeadlineTimer prompt(deadlines.prompt);
#ifdef CURFEW_HAS_SECRET_SERVICE
    if (place == KeychainPlace::SecretService) {
        const QDeadlineTimer answer(deadlines.answer);
        return collectionState(answer).then([answer, prompt](const Result<CollectionState> &state) {
            return state.and_then([&](CollectionState now) -> Result<QDeadlineTimer> {
                if (now == CollectionState::Locked)
                    return failure(ErrorKind::KeychainLocked, u"the default keyring is locked"_s);
                return now == CollectionState::Missing ? prompt : answer;
            });
        });
    }
#endif
    const bool mayPrompt = place == KeychainPlace::KWallet || place == KeychainPlace::MacKeychain;
    return readyFuture<Result<QDeadlineTimer>>(mayPrompt ? prompt : QDeadlineTimer(deadlines.answer));
}

//! Reads, and tells "not there" from "locked meanwhile".
static QFuture<Result<SecretPtr>> readChecked(const QString &key, QDeadlineTimer until)
{
    QFuture<Result<SecretPtr>> read = readEntry(key, until);
#ifdef CURFEW_HAS_SECRET_SERVICE
    return read
        .then([until](const Result<SecretPtr> &value) {
            if (value || value.error().kind != ErrorKind::EntryNotFound)
                return readyFuture(value);
            return collectionState(until).then([missing = value.error()](const Result<CollectionState> &state) {
                if (state && *state == CollectionState::Locked)
                    return Result<SecretPtr>(failure(ErrorKind::KeychainLocked, u"the default keyring is locked"_s));
                return Result<SecretPtr>(tl::unexpected(missing));
            });
        })
        .unwrap();
#else
    return read;
#endif
}

//! Writes, and says it when the reason for a failure is that there is no keyring, and nobody who could make one.
static QFuture<Result<>> writeChecked(const QString &key, const Secret &value, QDeadlineTimer until)
{
    QFuture<Result<>> written = writeEntry(key, value, until);
#ifdef CURFEW_HAS_SECRET_SERVICE
    return written
        .then([until](const Result<> &result) {
            if (result || result.error().kind != ErrorKind::KeychainFailed)
                return readyFuture(result);
            return collectionState(until).then([result](const Result<CollectionState> &state) -> Result<> {
                if (!state || *state != CollectionState::Missing)
                    return result;
                return failure(ErrorKind::KeychainUnavailable,
                               u"there is no default keyring yet, and none could be made here: make one in a desktop "
                               "session (%1)"_s.arg(result.error().detail));
            });
        })
        .unwrap();
#else
    return written;
#endif
}

SystemKeychain::SystemKeychain(KeychainDeadlines deadlines)
    : m_deadlines(deadlines)
    , m_place(systemPlace())
{
}

QFuture<Result<SecretPtr>> SystemKeychain::read(const QString &key)
{
    return beginUse(m_place, m_deadlines)
        .then([key](const Result<QDeadlineTimer> &until) {
            return until ? readChecked(key, *until) : readyFuture<Result<SecretPtr>>(tl::unexpected(until.error()));
        })
        .unwrap();
}

QFuture<Result<>> SystemKeychain::write(const QString &key, Secret value)
{
    auto shared = std::make_shared<Secret>(std::move(value)); // a continuation must be copyable
    return beginUse(m_place, m_deadlines)
        .then([key, shared](const Result<QDeadlineTimer> &until) {
            return until ? writeChecked(key, *shared, *until) : readyFuture<Result<>>(tl::unexpected(until.error()));
        })
        .unwrap();
}

//! A delete is believed when the entry can't be read any more: a keyring that locks itself meanwhile says "done".
static QFuture<Result<>> verifyGone(const QString &key, QDeadlineTimer until)
{
    return readChecked(key, until).then([](const Result<SecretPtr> &left) -> Result<> {
        if (left)
            return failure(ErrorKind::KeychainFailed, u"the entry is still there after it was deleted"_s);
        if (left.error().kind == ErrorKind::EntryNotFound)
            return {};
        return tl::unexpected(left.error());
    });
}

QFuture<Result<>> SystemKeychain::remove(const QString &key)
{
    return beginUse(m_place, m_deadlines)
        .then([key](const Result<QDeadlineTimer> &until) {
            if (!until)
                return readyFuture<Result<>>(tl::unexpected(until.error()));
            return deleteEntry(key, *until)
                .then([key, until = *until](const Result<> &deleted) {
                    if (!deleted && deleted.error().kind != ErrorKind::EntryNotFound)
                        return readyFuture(deleted);
                    return verifyGone(key, until);
                })
                .unwrap();
        })
        .unwrap();
}

QFuture<Result<>> SystemKeychain::unlock()
{
    const QDeadlineTimer until(m_deadlines.prompt);
#ifdef CURFEW_HAS_SECRET_SERVICE
    if (m_place == KeychainPlace::SecretService)
        return unlockCollection(until);
#endif
    // The others open their prompt at the first read; which entry is asked for doesn't matter.
    return readEntry(u"curfew/unlock"_s, until).then([](const Result<SecretPtr> &read) -> Result<> {
        if (!read && read.error().kind != ErrorKind::EntryNotFound)
            return tl::unexpected(read.error());
        return {};
    });
}

std::unique_ptr<Keychain> makeSystemKeychain()
{
#ifdef Q_OS_WIN
    // 2 KiB, below the 2,560 bytes of CRED_MAX_CREDENTIAL_BLOB_SIZE (wincred.h).
    return std::make_unique<SplitKeychain>(std::make_unique<SystemKeychain>(), 2048);
#else
    return std::make_unique<SystemKeychain>();
#endif
}

} // namespace curfew
