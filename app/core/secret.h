// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>

#include <memory>

class QDebug;

namespace curfew {

//! Bytes that must not leak: in guarded, locked memory of libsodium, wiped when they go. Move-only.
class Secret {
public:
    Secret() = default;

    //! Copies \p source into guarded memory, then wipes and clears it.
    [[nodiscard]] static Secret take(QByteArray &source);
    //! A secret of \p size random bytes.
    [[nodiscard]] static Secret random(qsizetype size);

    [[nodiscard]] Secret clone() const;
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] QByteArrayView reveal() const; //!< lends; never stored

private:
    struct Wipe {
        void operator()(char *bytes) const;
    };
    std::unique_ptr<char[], Wipe> m_bytes;
    qsizetype m_size = 0;
};

//! Overwrites \p bytes, whoever shares them, and clears it. For buffers that Qt demanded.
void wipe(QByteArray &bytes);

QDebug operator<<(QDebug, const Secret &) = delete; // a secret in a log does not compile

} // namespace curfew
