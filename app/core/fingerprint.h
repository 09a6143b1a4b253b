// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

namespace curfew {

//! Names a token without revealing it: the first 16 lower-case hex digits of SHA-256 over its bytes (docs/cli.md).
class Fingerprint {
public:
    Fingerprint() = default; //!< null: there is no token
    [[nodiscard]] static Fingerprint of(QByteArrayView bytes);
    [[nodiscard]] static Fingerprint fromString(QStringView text); //!< null when \p text isn't 16 hex digits

    [[nodiscard]] bool isNull() const { return !m_set; }
    [[nodiscard]] QString toString() const; //!< empty when null

    bool operator==(const Fingerprint &) const = default;
    friend size_t qHash(const Fingerprint &value, size_t seed = 0) { return ::qHash(value.m_bits, seed); }

private:
    quint64 m_bits = 0;
    bool m_set = false;
};

} // namespace curfew
