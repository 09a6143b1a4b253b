// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"
#include "secret.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace curfew {

//! Where a keychain keeps its secrets, so that a face can say it.
enum class KeychainPlace {
    SecretService, //!< GNOME Keyring, or another program that speaks org.freedesktop.secrets
    KWallet,
    WindowsCredentialManager,
    MacKeychain,
    Memory, //!< gone when the program ends: practice mode
};

//! The product's own name, not translated: `GNOME Keyring`, `Windows Credential Manager`, …
[[nodiscard]] QString keychainPlaceName(KeychainPlace place);

//! Shared, because a future can't carry what is move-only: Qt 6.4's takeResult() resets the future's state, and a
//! promise that ends after it runs the continuation a second time.
using SecretPtr = std::shared_ptr<const Secret>;

//! Keeps secrets under keys. Answers are given in the thread that asked, and not before the call has returned to the
//! event loop, unless the future comes back finished.
class Keychain {
public:
    virtual ~Keychain() = default;

    [[nodiscard]] virtual KeychainPlace place() const = 0;

    //! \return EntryNotFound when there is none, KeychainLocked, KeychainUnavailable (saying what is missing),
    //! KeychainTimedOut or KeychainFailed
    [[nodiscard]] virtual QFuture<Result<SecretPtr>> read(const QString &key) = 0;
    //! Stores \p value under \p key in place of what was there. After KeychainTimedOut it may be stored yet.
    [[nodiscard]] virtual QFuture<Result<>> write(const QString &key, Secret value) = 0;
    //! Success means that nothing is stored under \p key any more; also when nothing was.
    [[nodiscard]] virtual QFuture<Result<>> remove(const QString &key) = 0;
    //! Asks the person to unlock the keychain; done at once when it is open.
    //! \return Canceled when the prompt was dismissed
    [[nodiscard]] virtual QFuture<Result<>> unlock() = 0;
};

} // namespace curfew
