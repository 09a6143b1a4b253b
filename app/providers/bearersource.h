// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "httprequest.h"
#include "providerdescriptor.h"
#include "result.h"

#include <QDeadlineTimer>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace curfew {

class HttpChannel;

//! Access tokens, in memory alone, until they expire or are refused: one a client from a client-credentials grant
//! (RFC 6749 section 4.4), or those of an operator's own sign-in, which is renewed with its refresh token (section 6).
//! Callers that ask at the same time share one grant. Who was told no isn't asked for again.
class BearerSource final : public QObject {
    Q_OBJECT

public:
    //! Makes the grant request of a client; the operation classifies its answer.
    using Builder = std::function<Result<HttpRequest>(const CredentialPtr &)>;

    //! \p channel must outlive it.
    BearerSource(HttpChannel &channel, Operation operation, Builder builder, QObject *parent);

    //! Errors: those of the network, ClientRefused, Refused, BadResponse, and those of the builder; SignInNeeded where
    //! an issuer renews a sign-in no longer. A client's refusal is told to the caller that drew it; for the others of
    //! this client nothing was sent: BreakerOpen, or NoCredential after a no that wasn't the breaker's.
    [[nodiscard]] QFuture<Result<Token>> token(const CredentialPtr &credential);
    //! \p token was refused: the next caller gets another one.
    void forget(const CredentialPtr &credential, const Token &token);

private:
    struct Grant {
        std::shared_ptr<QPromise<Result<Token>>> first; //!< of the caller that it was asked for
        std::shared_ptr<QPromise<Result<Token>>> others; //!< of all after it
        bool running = true;
        bool refused = false;
        Token token;
        QDeadlineTimer usable;
    };
    void finish(const CredentialPtr &credential, const HttpAnswer &answer);
    [[nodiscard]] static std::shared_ptr<QPromise<Result<Token>>> makePromise();

    HttpChannel &m_channel;
    Operation m_operation;
    Builder m_builder;
    QHash<QString, Grant> m_grants; //!< by client id; a sign-in's only while it is renewed
};

} // namespace curfew
