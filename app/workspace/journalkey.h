// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journal.h"

namespace curfew {

class Keychain;

//! The key that a profile's journal is signed with, in the keychain's entry `curfew/<profile id>/journal-signing-key`.
class JournalKey : public QObject {
    Q_OBJECT

public:
    //! \p keychain outlives it.
    JournalKey(Keychain &keychain, const QString &profileId);

    //! \return EntryNotFound when there is none and \p use makes none; else the keychain's error
    [[nodiscard]] QFuture<Result<SigningKeyPtr>> key(Journal::KeyUse use);

private:
    [[nodiscard]] QFuture<Result<SigningKeyPtr>> makeKey();

    Keychain &m_keychain;
    QString m_entry;
};

} // namespace curfew
