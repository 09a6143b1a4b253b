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

//! Access tokens from client-credentials grants (RFC 6749 section 4.4): one a client, in memory alone, until it
//! expires or is refused. Callers that ask at the same time share one grant.
class BearerSource final : public QObject {
    Q_OBJECT

public:
    //! Makes the grant request of a client; the operation classifies its answer.
    using Builder = std::function<Result<HttpRequest>(const CredentialPtr &)>;

    //! \p channel must outlive it.
    BearerSource(HttpChannel &channel, Operation operation, Builder builder, QObject *parent);

    //! Errors: those of the network, ClientRefused, Refused, BadResponse, and those of the builder.
    [[nodiscard]] QFuture<Result<Token>> token(const CredentialPtr &credential);
    //! \p token was refused: the next caller gets another one.
    void forget(const QString &clientId, const Token &token);

private:
    struct Grant {
        std::shared_ptr<QPromise<Result<Token>>> promise;
        bool running = true;
        Token token;
        QDeadlineTimer usable;
    };
    void finish(const QString &clientId, const HttpAnswer &answer);

    HttpChannel &m_channel;
    Operation m_operation;
    Builder m_builder;
    QHash<QString, Grant> m_grants; //!< by client id
};

} // namespace curfew
