// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicemint.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace curfew {

static QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

static QByteArray part(const QJsonObject &object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

PracticeMint::PracticeMint(quint32 seed)
    : m_random(seed)
    , m_key(bytes(32))
    , m_keyId(QString::fromLatin1(bytes(4).toHex()))
{
}

QByteArray PracticeMint::opaque()
{
    return bytes(16).toHex();
}

QString PracticeMint::uuid()
{
    QByteArray raw = bytes(16);
    raw[6] = char((uchar(raw[6]) & 0x0F) | 0x40); // RFC 9562 section 5.4: version 4, variant 10
    raw[8] = char((uchar(raw[8]) & 0x3F) | 0x80);
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces);
}

QByteArray PracticeMint::jwt(const QJsonObject &claims)
{
    const QByteArray signedPart =
        part({{u"alg"_s, u"HS256"_s}, {u"kid"_s, m_keyId}, {u"typ"_s, u"JWT"_s}}) + '.' + part(claims);
    return signedPart + '.'
        + base64Url(QMessageAuthenticationCode::hash(signedPart, m_key, QCryptographicHash::Sha256));
}

QByteArray PracticeMint::bytes(qsizetype count)
{
    QByteArray filled(count, Qt::Uninitialized);
    for (char &byte : filled)
        byte = char(m_random.bounded(256));
    return filled;
}

} // namespace curfew
