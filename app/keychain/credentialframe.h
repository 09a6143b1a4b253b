// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "result.h"
#include "secret.h"

namespace curfew {

//! A keychain value: a secret, and beside it what it was stored for, so that no edited file can send it elsewhere.
struct CredentialFrame {
    QString url; //!< Issuer::url, without a trailing slash
    QStringList allowedOrigins; //!< sorted
    QString provider;
    QString clientId;
    AuthMethod method = AuthMethod::ClientSecretBasic;
    QString certificateFile; //!< TlsClientAuth: file name in the profile's certificate folder
    Secret secret; //!< the client secret; for TlsClientAuth the key that the certificate file is sealed with
};

//! The frame that belongs to \p client at \p issuer as it is now configured, without a secret.
[[nodiscard]] CredentialFrame frameFor(const Issuer &issuer, const Client &client);

//! `curfew-credential 1 <bytes of JSON> <bytes of secret>\n`, the JSON object, the secret as it is. The secret's bytes
//! never pass through a QString or through QJson.
[[nodiscard]] Secret encodeFrame(const CredentialFrame &frame);

//! \return KeychainFailed when \p value is damaged, or of a newer version
[[nodiscard]] Result<CredentialFrame> decodeFrame(const Secret &value);

//! Whether a secret stored as \p stored may be used for what is now \p configured.
//! \return NoCredential, saying what changed
[[nodiscard]] Result<> checkFrame(const CredentialFrame &stored, const CredentialFrame &configured);

} // namespace curfew
