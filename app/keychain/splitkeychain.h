// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain.h"

#include <memory>

namespace curfew {

//! A keychain over one that takes short values only: a long value becomes several entries, `<key>` and `<key>/1`, …
//! (a keychain key of this program never has more parts than four, so no other entry is called so).
class SplitKeychain final : public Keychain {
public:
    //! \param limit in bytes, see splitValue()
    SplitKeychain(std::shared_ptr<Keychain> inner, qsizetype limit);

    [[nodiscard]] KeychainPlace place() const override { return m_inner->place(); }
    [[nodiscard]] QFuture<Result<SecretPtr>> read(const QString &key) override;
    [[nodiscard]] QFuture<Result<>> write(const QString &key, Secret value) override;
    [[nodiscard]] QFuture<Result<>> remove(const QString &key) override;
    [[nodiscard]] QFuture<Result<>> unlock() override { return m_inner->unlock(); }

private:
    std::shared_ptr<Keychain> m_inner; // shared with the answers under way
    qsizetype m_limit;
};

} // namespace curfew
