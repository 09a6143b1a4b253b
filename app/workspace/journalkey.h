// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journal.h"

class QLockFile;

namespace curfew {

class Keychain;

//! The key that a profile's journal is signed with, in the keychain's entry `curfew/<profile id>/journal-signing-key`.
class JournalKey : public QObject {
    Q_OBJECT

public:
    //! Told of a key that was just made; it is stored once the answer is good.
    using Admission = std::function<QFuture<Result<>>(const SigningKeyPtr &)>;

    //! \param lockPath a file that whoever makes the key holds, so that two Curfews make one; \p keychain outlives it.
    JournalKey(Keychain &keychain, const QString &profileId, QString lockPath, Admission admission);

    //! \return EntryNotFound when there is none and \p use makes none; KeychainTimedOut when another Curfew has been at
    //! making it for ten seconds; else the keychain's error
    [[nodiscard]] QFuture<Result<SigningKeyPtr>> key(Journal::KeyUse use);

private:
    using LockPtr = std::shared_ptr<QLockFile>;

    [[nodiscard]] QFuture<Result<>> lock(const LockPtr &lock, int tries);
    [[nodiscard]] QFuture<Result<SigningKeyPtr>> makeOnce();
    [[nodiscard]] QFuture<Result<SigningKeyPtr>> make();

    Keychain &m_keychain;
    QString m_entry;
    QString m_lockPath;
    Admission m_admission;
};

} // namespace curfew
