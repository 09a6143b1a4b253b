// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secret.h"

#include <QByteArray>

namespace curfew {

//! Bytes that may hold a token, wiped when the scope ends. Reserve before filling: a buffer that grows leaves copies.
class WipedBytes {
public:
    WipedBytes() = default;
    explicit WipedBytes(QByteArray &&bytes)
        : m_bytes(std::move(bytes))
    {
    }
    WipedBytes(WipedBytes &&) = default;
    WipedBytes &operator=(WipedBytes &&) = delete;
    ~WipedBytes() { wipe(m_bytes); }

    [[nodiscard]] QByteArrayView view() const { return m_bytes; }
    [[nodiscard]] QByteArray &bytes() { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace curfew
