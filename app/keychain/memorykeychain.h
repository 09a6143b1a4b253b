// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain.h"

#include <map>

namespace curfew {

//! A keychain that forgets everything when it goes: practice mode and tests.
class MemoryKeychain final : public Keychain {
public:
    [[nodiscard]] KeychainPlace place() const override { return KeychainPlace::Memory; }
    [[nodiscard]] QFuture<Result<SecretPtr>> read(const QString &key) override;
    [[nodiscard]] QFuture<Result<>> write(const QString &key, Secret value) override;
    [[nodiscard]] QFuture<Result<>> remove(const QString &key) override;
    [[nodiscard]] QFuture<Result<>> unlock() override; //!< unlocks, as if the person had typed the password

    //! Locked, every call but unlock() answers KeychainLocked.
    void lock() { m_locked = true; }

private:
    std::map<QString, SecretPtr> m_values;
    bool m_locked = false;
};

} // namespace curfew
