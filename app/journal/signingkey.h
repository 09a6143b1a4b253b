// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"
#include "secret.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace curfew {

//! What a signature of the journal stands on: the hash of the event before it and the \p body of its own event with an
//! empty signature, under a name of its own so that it can't be taken for a signature of anything else.
[[nodiscard]] QByteArray signedText(const QByteArray &hash, const QByteArray &body);

//! What it stood on at first: the number and hash of the event before, and nothing of its own event.
[[nodiscard]] QByteArray firstSignedText(qint64 event, const QByteArray &hash);

//! As firstSignedText(), for what a new key says of itself: that it takes the place of \p earlierKey behind that event.
[[nodiscard]] QByteArray keyChangeText(qint64 event, const QByteArray &hash, const QByteArray &earlierKey);

//! The profile's Ed25519 key (RFC 8032), which signs the journal: at the end of a batch, a verification, an erasure and
//! an export.
class SigningKey {
public:
    [[nodiscard]] static SigningKey generate();
    //! \param seed 32 bytes, as seed() gave them. Errors: InvalidInput for any other size
    [[nodiscard]] static Result<SigningKey> fromSeed(QByteArrayView seed);

    [[nodiscard]] Secret seed() const; //!< 32 bytes, for the keychain
    [[nodiscard]] QByteArray publicKey() const { return m_publicKey; } //!< 32 bytes
    [[nodiscard]] QByteArray sign(const QByteArray &text) const; //!< 64 bytes

private:
    SigningKey(Secret secretKey, QByteArray publicKey);

    Secret m_secretKey; // libsodium's 64 bytes: the seed, then the public key
    QByteArray m_publicKey;
};

using SigningKeyPtr = std::shared_ptr<const SigningKey>;

//! Whether \p signature of \p text was made with the key that \p publicKey belongs to; false for odd sizes.
[[nodiscard]] bool isSignedBy(const QByteArray &publicKey, const QByteArray &text, const QByteArray &signature);

//! The first 16 hex digits of SHA-256 over \p publicKey: how a key is named on screens and exports.
[[nodiscard]] QString keyFingerprint(const QByteArray &publicKey);

} // namespace curfew
