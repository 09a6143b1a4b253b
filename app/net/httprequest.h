// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "httpresponse.h"
#include "token.h"

#include <QByteArray>
#include <QDebug>
#include <QList>
#include <QUrl>

#include <functional>
#include <memory>
#include <utility>
#include <variant>

namespace curfew {

//! One parameter of a form body. Secrets and tokens stay in guarded memory until the body is rendered for sending.
struct FormField {
    QByteArray name;
    std::variant<QByteArray, Token, std::shared_ptr<const Secret>> value; //!< raw; form-encoded when rendered
};

//! How a request proves its client. Never two ways in one request.
enum class Authorization {
    None, //!< a public client: its `client_id`, if any, is an ordinary field of the form
    Basic, //!< id and secret form-encoded, then base64 (RFC 6749 section 2.3.1)
    RawBasic, //!< id and secret as they are, then base64 (RFC 7617): for issuers that skip the encoding
    BodySecret, //!< `client_id` and `client_secret` in the form; `client_id` isn't added where the form has it
    Bearer, //!< `HttpRequest::bearer` (RFC 6750 section 2.1)
    TlsCertificate, //!< the credential's certificate; `client_id` in the form (RFC 8705 section 2.1)
};

//! Whether the same request may be sent again after it may have arrived.
enum class Repeat {
    Never,
    Safely, //!< sending it twice ends in the same state: list, introspect, revoke
};

//! One HTTP request as a value; nothing is sent by making one.
struct HttpRequest {
    QByteArray verb = "POST";
    QUrl url; //!< https, or http on loopback; its query carries nothing of the form, no token and no secret
    QList<FormField> form; //!< sent as application/x-www-form-urlencoded; only with a verb that has a body
    QByteArray body; //!< instead of a form; holds nothing secret
    QByteArray mediaType; //!< of the body
    QList<std::pair<QByteArray, QByteArray>> headers; //!< beyond those that net sets itself; `Accept`, for example
    Authorization authorization = Authorization::None;
    CredentialPtr credential; //!< what proves the client; its client id names the breaker and the first-alone gate
    Token bearer; //!< for Authorization::Bearer
    qint64 maximumAnswer = 64 * 1024; //!< bytes of body; a longer answer is TooLarge and the connection is cut
    Repeat repeat = Repeat::Safely;
    //! Whether an answer says that the client's own credential was refused, which must never be tried twice.
    //! Nothing set: no answer does.
    std::function<bool(const HttpResponse &)> refusesClient;

    //! The client whose credential this request shows to the issuer; null when it shows none.
    [[nodiscard]] QString authenticatedClient() const
    {
        return credential && authorization != Authorization::None ? credential->clientId : QString();
    }
};

QDebug operator<<(QDebug, const FormField &) = delete;
QDebug operator<<(QDebug, const HttpRequest &) = delete;

} // namespace curfew
