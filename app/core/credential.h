// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "secret.h"
#include "signin.h"

#include <memory>

namespace curfew {

//! A stored secret and where it may go. Read from the keychain, lent to net, which attaches it only to a request
//! whose origin is among \a allowedOrigins, whatever settings, descriptor or discovery say.
struct Credential {
    QStringList allowedOrigins; //!< as originOf() writes them
    QString provider;
    QString clientId;
    AuthMethod method = AuthMethod::ClientSecretBasic;
    Secret secret; //!< the client secret; empty for TlsClientAuth, None and AuthorizationCode
    Secret certificate; //!< TlsClientAuth: certificate chain, PEM
    Secret privateKey; //!< TlsClientAuth: its key, PEM
    std::shared_ptr<SignIn> signIn; //!< AuthorizationCode: never null there

    [[nodiscard]] bool mayGoTo(const QUrl &url) const { return allowedOrigins.contains(originOf(url)); }
};

using CredentialPtr = std::shared_ptr<const Credential>;

} // namespace curfew
