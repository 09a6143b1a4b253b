// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace curfew {

//! Where an issuer is used: wrong tenant is the classic mistake.
enum class Environment { Production, Test, Development };

//! How a client proves itself to an issuer (names of RFC 7591 section 2, and RFC 8705).
enum class AuthMethod {
    ClientSecretBasic,
    ClientSecretPost,
    Bearer, //!< a client-credentials grant first, or, without a stored secret, the token itself (Kajabi)
    TlsClientAuth,
    None,
    AuthorizationCode, //!< the operator's own sign-in (RFC 6749 section 4.1): a public client with PKCE, nothing stored
};

[[nodiscard]] QString environmentName(Environment environment); //!< `production`, `test`, `development`
[[nodiscard]] std::optional<Environment> environmentFromName(QStringView name);
[[nodiscard]] QString authMethodName(AuthMethod method); //!< `client_secret_basic`, …
[[nodiscard]] std::optional<AuthMethod> authMethodFromName(QStringView name);
[[nodiscard]] bool takesSecret(AuthMethod method); //!< whether a secret or certificate may be stored for it

//! One client of an issuer; its secret is in the keychain, never here.
struct Client {
    QString clientId; //!< may be empty for a provider that needs none (Kajabi by token)
    AuthMethod method = AuthMethod::ClientSecretBasic;
    bool hasSecret = false; //!< a secret or a client certificate is on file for it

    //! NoCredential where it proves itself by something that isn't on file.
    [[nodiscard]] Result<> checkOnFile() const;
    bool operator==(const Client &) const = default;
};

//! One configured issuer ("sign-in service" on screen).
struct Issuer {
    QString name; //!< the operator's own, unique in the profile
    QString provider; //!< id of a ProviderDescriptor
    QUrl url; //!< origin, realm or issuer URL, without a trailing slash
    Environment environment = Environment::Production;
    QList<Client> clients; //!< the first is the default
    QString caFile; //!< PEM roots that replace the system's for this issuer; empty: the system's
    QStringList acceptedOrigins; //!< foreign origins of discovered endpoints that the operator accepted

    [[nodiscard]] const Client *client(const QString &clientId) const; //!< nullptr when there is none
    bool operator==(const Issuer &) const = default;
};

//! `scheme://host:port` with the port always named, lower case; empty when \p url has no host.
[[nodiscard]] QString originOf(const QUrl &url);

//! Whether requests may go to \p url: https, or http on a loopback host; no userinfo, no fragment.
[[nodiscard]] bool isAcceptableUrl(const QUrl &url);

//! Whether \p issuer, a token's `iss`, names the issuer at \p url. A trailing slash doesn't matter; old SAP tenants
//! send the host alone, without a scheme.
[[nodiscard]] bool issuerMatches(const QString &issuer, const QUrl &url);

} // namespace curfew
