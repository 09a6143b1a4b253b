// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain.h"

#include <chrono>
#include <memory>

namespace curfew {

//! How long SystemKeychain waits for one of its calls as a whole. QtKeychain itself waits without limit.
struct KeychainDeadlines {
    std::chrono::milliseconds answer = std::chrono::seconds(20); //!< where nobody has to type anything
    std::chrono::milliseconds prompt = std::chrono::seconds(60); //!< where a prompt may be open
};

//! The keychain of the person's session, through QtKeychain, without its fallback to a plain file. Keeps nothing: it
//! may go before its answers come. Take it from makeSystemKeychain().
class SystemKeychain final : public Keychain {
public:
    explicit SystemKeychain(KeychainDeadlines deadlines = {});

    [[nodiscard]] KeychainPlace place() const override { return m_place; }
    [[nodiscard]] QFuture<Result<SecretPtr>> read(const QString &key) override;
    [[nodiscard]] QFuture<Result<>> write(const QString &key, Secret value) override;
    [[nodiscard]] QFuture<Result<>> remove(const QString &key) override;
    [[nodiscard]] QFuture<Result<>> unlock() override;

private:
    KeychainDeadlines m_deadlines;
    KeychainPlace m_place;
};

//! The SystemKeychain, on Windows behind a SplitKeychain: the Credential Manager takes 2,560 bytes a value.
[[nodiscard]] std::unique_ptr<Keychain> makeSystemKeychain();

} // namespace curfew
