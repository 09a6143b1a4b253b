// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "outcome.h"
#include "result.h"
#include "session.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace curfew {

//! What one introspection said (RFC 7662 section 2.2).
struct Look {
    Sight sight = Sight::Unseen;
    std::optional<Error> error; //!< why it is Unseen
    QString user; //!< `username`, else `sub`; empty when unknown
    QString clientId;
    std::optional<QDateTime> expiresAt;
};

//! What came of one revoke.
enum class Reply {
    NotSent, //!< nothing left this machine, and nothing will
    Success, //!< the documented success; not proof
    NotKnown, //!< the issuer says that it doesn't know the token
    Refused, //!< no, for good
    ClientRefused, //!< the client's own credential was refused
    Failed, //!< 429, 5xx, HTML, a redirect or no connection, after every retry
    NoAnswer, //!< sent, and no whole answer came
};

struct RevokeReply {
    Reply reply = Reply::NotSent;
    int httpStatus = 0; //!< 0 when no answer came
    int attempts = 0; //!< requests made for the revoke itself
    std::optional<Error> error; //!< set unless Success
    QString message; //!< the issuer's words, redacted; may be empty
};

//! What an issuer's metadata says (OpenID Connect Discovery 1.0, RFC 8414).
struct Discovery {
    QString issuer;
    QMap<QString, QUrl> endpoints; //!< operation → URL; none on an origin that wasn't accepted
    QMap<QString, QUrl> mtlsEndpoints; //!< the same from `mtls_endpoint_aliases`, for clients with a certificate
    QList<AuthMethod> authMethods; //!< of the revocation endpoint, else of the token endpoint; empty when not said
    QStringList foreignOrigins; //!< origins of endpoints that are neither the issuer's nor accepted
    bool issuerMatches = true;
    bool answersNameIssuer = false; //!< an answer through the browser carries `iss` (RFC 9207 section 3)
};

} // namespace curfew
