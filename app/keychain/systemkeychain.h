// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain.h"

#include <chrono>

namespace curfew {

//! How long SystemKeychain waits. QtKeychain itself waits without limit.
struct KeychainDeadlines {
    std::chrono::milliseconds answer = std::chrono::seconds(20); //!< where nobody has to type anything
    std::chrono::milliseconds prompt = std::chrono::seconds(60); //!< where a prompt may be open
};

//! The keychain of the person's session, through QtKeychain, without its fallback to a plain file.
class SystemKeychain final : public Keychain {
public:
    explicit SystemKeychain(KeychainDeadlines deadlines = {});

    [[nodiscard]] KeychainPlace place() const override { return m_place; }
    [[nodiscard]] QFuture<Result<Secret>> read(const QString &key) override;
    [[nodiscard]] QFuture<Result<>> write(const QString &key, Secret value) override;
    [[nodiscard]] QFuture<Result<>> remove(const QString &key) override;
    [[nodiscard]] QFuture<Result<>> unlock() override;

private:
    KeychainDeadlines m_deadlines;
    KeychainPlace m_place;
};

} // namespace curfew
