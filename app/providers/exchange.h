// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declarativeprovider.h"

#include <QPromise>

#include <functional>

namespace curfew {

class BearerSource;

//! One call of an issuer, with the repeats that its own answer asks for: once without the hint where the server
//! objects to it, once with a new bearer where the old one had expired. Deletes itself when it has the answer.
class Exchange final : public QObject {
    Q_OBJECT

public:
    struct Call {
        Operation operation;
        QString hint;
        bool usesBearer = false;
        Token bearer; //!< null with usesBearer: one from a grant
        CredentialPtr credential;
    };
    //! Makes the request with the hint and the bearer of the moment.
    using Builder = std::function<HttpRequest(const QString &hint, const Token &bearer)>;

    //! \p bearers may be nullptr where the call uses no grant.
    Exchange(HttpChannel &channel, BearerSource *bearers, Call call, Builder builder, QObject *parent);

    //! The last answer, with the attempts of all and the bearer that it is an answer to. An error of the grant stands
    //! in it with no attempt.
    [[nodiscard]] QFuture<HttpAnswer> start();

private:
    void begin();
    void send(const Token &bearer);
    void handle(HttpAnswer answer, const Token &bearer);
    void finish(HttpAnswer answer, const Token &bearer);

    HttpChannel &m_channel;
    BearerSource *m_bearers;
    Call m_call;
    Builder m_builder;
    QPromise<HttpAnswer> m_promise;
    int m_attempts = 0;
    bool m_mayHaveArrived = false;
    bool m_renewed = false;
};

//! What a call showed to be let in, and what must not appear in the issuer's words when they are shown: the secret of
//! \p credential, and the bearer that \p answer is an answer to. Both must outlive it.
[[nodiscard]] QList<QByteArrayView> secretsShown(const CredentialPtr &credential, const HttpAnswer &answer);

} // namespace curfew
