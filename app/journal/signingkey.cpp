// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signingkey.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace curfew {

using namespace Qt::StringLiterals;

static const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

static unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray signedText(const QByteArray &hash, const QByteArray &body)
{
    return "curfew journal 2\n" + hash.toHex() + '\n' + body;
}

QByteArray firstSignedText(qint64 event, const QByteArray &hash)
{
    return "curfew journal 1\n" + QByteArray::number(event) + '\n' + hash.toHex();
}

QByteArray keyChangeText(qint64 event, const QByteArray &hash, const QByteArray &earlierKey)
{
    return "curfew journal key change 1\n" + QByteArray::number(event) + '\n' + hash.toHex() + '\n'
        + earlierKey.toHex();
}

SigningKey::SigningKey(Secret secretKey, QByteArray publicKey)
    : m_secretKey(std::move(secretKey))
    , m_publicKey(std::move(publicKey))
{
}

SigningKey SigningKey::generate()
{
    const Secret seed = Secret::random(crypto_sign_SEEDBYTES);
    return *fromSeed(seed.reveal());
}

Result<SigningKey> SigningKey::fromSeed(QByteArrayView seed)
{
    if (seed.size() != crypto_sign_SEEDBYTES)
        return failure(ErrorKind::InvalidInput, u"a signing key's seed has 32 bytes"_s);
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    crypto_sign_seed_keypair(bytesOf(publicKey), bytesOf(secretKey), bytesOf(seed));
    return SigningKey(Secret::take(secretKey), publicKey);
}

Secret SigningKey::seed() const
{
    QByteArray seed = m_secretKey.reveal().first(crypto_sign_SEEDBYTES).toByteArray();
    return Secret::take(seed);
}

QByteArray SigningKey::sign(const QByteArray &text) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(bytesOf(signature), nullptr, bytesOf(QByteArrayView(text)), size_t(text.size()),
                         bytesOf(m_secretKey.reveal()));
    return signature;
}

bool isSignedBy(const QByteArray &publicKey, const QByteArray &text, const QByteArray &signature)
{
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(bytesOf(QByteArrayView(signature)), bytesOf(QByteArrayView(text)),
                                       size_t(text.size()), bytesOf(QByteArrayView(publicKey)))
        == 0;
}

QString keyFingerprint(const QByteArray &publicKey)
{
    return QString::fromLatin1(QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).toHex().first(16));
}

} // namespace curfew
