// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fingerprint.h"

#include <QByteArrayView>
#include <QDebug>

#include <memory>

class QDebug;

namespace curfew {

class TokenSlab;

//! A handle on a token's bytes, which live in a TokenStore's guarded memory until the last handle is gone.
class Token {
public:
    Token() = default;

    [[nodiscard]] bool isNull() const { return m_fingerprint.isNull(); }
    [[nodiscard]] const Fingerprint &fingerprint() const { return m_fingerprint; }
    [[nodiscard]] QByteArrayView reveal() const; //!< lends; never stored
    bool operator==(const Token &other) const { return m_fingerprint == other.m_fingerprint; }

private:
    friend class TokenStore;
    std::shared_ptr<const TokenSlab> m_slab;
    Fingerprint m_fingerprint;
    quint32 m_offset = 0;
    quint32 m_length = 0;
};

QDebug operator<<(QDebug, const Token &) = delete;

//! Fills slabs of up to 1 MiB of guarded memory with tokens: one guarded allocation a token stops at 16,354 of them.
class TokenStore {
public:
    //! Copies \p bytes in; the caller still wipes its own buffer. \p bytes must not be empty.
    [[nodiscard]] Token add(QByteArrayView bytes);

private:
    std::shared_ptr<TokenSlab> m_current;
};

//! One token in a store of its own, wiping \p source: for an anchor or a bearer.
[[nodiscard]] Token takeToken(QByteArray &source);

} // namespace curfew
