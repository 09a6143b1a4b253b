// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QString>

namespace curfew {

//! Makes token values. From one seed the same ones come every time, so that a test that fails can be run again.
class PracticeMint {
public:
    explicit PracticeMint(quint32 seed);

    [[nodiscard]] QByteArray opaque(); //!< 32 lower-case hex digits, as SAP's opaque tokens look
    [[nodiscard]] QString uuid();
    //! A compact JWT over \p claims, signed with HS256 (RFC 7518 section 3.2) by a key nobody else has.
    [[nodiscard]] QByteArray jwt(const QJsonObject &claims);

private:
    [[nodiscard]] QByteArray bytes(qsizetype count);

    QRandomGenerator m_random;
    QByteArray m_key;
    QString m_keyId;
};

} // namespace curfew
