// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fingerprint.h"

#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace curfew {

Fingerprint Fingerprint::of(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    Fingerprint fingerprint;
    fingerprint.m_bits = qFromBigEndian<quint64>(hash.result().constData());
    fingerprint.m_set = true;
    return fingerprint;
}

Fingerprint Fingerprint::fromString(QStringView text)
{
    Fingerprint fingerprint;
    if (text.size() != 16)
        return fingerprint;
    fingerprint.m_bits = text.toULongLong(&fingerprint.m_set, 16);
    return fingerprint.m_set ? fingerprint : Fingerprint();
}

QString Fingerprint::toString() const
{
    return m_set ? u"%1"_s.arg(m_bits, 16, 16, '0'_L1) : QString();
}

} // namespace curfew
