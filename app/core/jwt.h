// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace curfew {

//! What a token is for, as far as it says so itself.
enum class TokenUse { Unknown, Access, Refresh, Id };

//! What a JSON Web Token (RFC 7519) in compact form says of itself. Nothing here is checked against a signature:
//! it serves display and routing to configured issuers only.
struct Jwt {
    QJsonObject header;
    QJsonObject claims;

    [[nodiscard]] QString text(QStringView claim) const; //!< empty when absent or not a string
    [[nodiscard]] std::optional<QDateTime> time(QStringView claim) const; //!< a NumericDate, in UTC
    //! The claims as they may be shown: `(token)` in place of each text that holds a JWT.
    [[nodiscard]] QJsonObject shownClaims() const;
    [[nodiscard]] QString clientId() const; //!< `client_id` (RFC 9068), else `azp` (OpenID Connect); may be empty
};

//! By the header's `typ` (RFC 9068 section 2.1), Keycloak's `typ` claim, and the claims that ID tokens alone have
//! (OpenID Connect Core section 2).
[[nodiscard]] TokenUse useOf(const Jwt &jwt);

//! \return nothing when \p token isn't three dot-separated base64url parts with JSON objects in the first two
[[nodiscard]] std::optional<Jwt> decodeJwt(QByteArrayView token);

//! Whether a JWT stands somewhere in \p text, behind "Bearer " for one.
[[nodiscard]] bool holdsJwt(QByteArrayView text);

} // namespace curfew
