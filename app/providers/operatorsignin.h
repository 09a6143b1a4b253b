// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "authorizationanswer.h"
#include "credential.h"
#include "httpresponse.h"
#include "provideranswer.h"
#include "signingrants.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>

namespace curfew {

class DeclarativeProvider;
class HttpChannel;

struct SignInOptions {
    //! Opens a page in the operator's browser. \return false when that can't be
    std::function<bool(const QUrl &)> browser;
    std::chrono::milliseconds deadline{std::chrono::minutes(5)}; //!< for the operator, between the page and its answer
    std::chrono::milliseconds patience{std::chrono::seconds(10)}; //!< for the browser, to say what it has to say
};

//! An operator who has signed in. The names are the issuer's words, bounded and not checked against a signature: they
//! serve to recognise the operator's own account.
struct SignedIn {
    CredentialPtr credential;
    QString user; //!< `preferred_username`, else `sub`; empty where no token says
    QString subject; //!< `sub`
    QString email; //!< `email`; empty where no token says

    [[nodiscard]] QStringList names() const; //!< all that are said
};

//! An operator's own sign-in in the system's browser: authorization code with PKCE (RFC 6749 section 4.1, RFC 7636),
//! its answer on loopback (RFC 8252), its tokens in memory alone. Deletes itself when it is done; deleted before, it no
//! longer listens, and its future is cancelled.
class OperatorSignIn final : public QObject {
    Q_OBJECT

public:
    //! \p provider and \p channel must outlive it.
    OperatorSignIn(DeclarativeProvider &provider, HttpChannel &channel, const QString &clientId, SignInOptions options,
                   QObject *parent);
    ~OperatorSignIn() override;

    //! To be called once. Errors: those of the discovery; OriginNotAllowed for endpoints on an origin that wasn't
    //! accepted; Unsupported where there are none; SignInNeeded where no browser opened or nobody signed in in time;
    //! Refused where the issuer or the operator said no; BadResponse for another issuer's answer; those of the network.
    [[nodiscard]] QFuture<Result<SignedIn>> start();

private:
    void ask(const Discovery &discovery);
    void answered(const AuthorizationAnswer &answer);
    void exchange(const Token &code);
    void exchanged(const HttpAnswer &answer, const Token &code);
    void finish(const Result<SignedIn> &result);

    DeclarativeProvider &m_provider;
    HttpChannel &m_channel;
    std::shared_ptr<Credential> m_credential;
    SignInOptions m_options;
    Discovery m_discovery;
    std::shared_ptr<const Secret> m_verifier;
    QUrl m_redirectUri;
    QTimer m_deadline;
    QPromise<Result<SignedIn>> m_promise;
    bool m_finished = false;
};

} // namespace curfew
