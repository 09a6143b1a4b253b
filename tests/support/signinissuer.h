// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultserver.h"

#include <QNetworkAccessManager>
#include <QUrlQuery>

namespace curfew {

//! An issuer at which people sign in: authorization code with PKCE for the public client `curfew-console`, refresh
//! tokens that serve once, and one call that wants a bearer. Written from RFC 6749, 7636 and 9207, not from what asks
//! it.
class SignInIssuer {
public:
    SignInIssuer();

    //! Of a provider `doors` whose every endpoint but the one that ends tokens stands in the metadata.
    [[nodiscard]] static QByteArray descriptor();
    [[nodiscard]] QUrl url() const { return m_server.url(QStringLiteral("/realm")); }
    [[nodiscard]] FaultServer &server() { return m_server; }
    //! The forms that the token endpoint got.
    [[nodiscard]] QList<QUrlQuery> grants() const;
    [[nodiscard]] QList<QByteArray> bearers() const; //!< that the call got

    // What it does unlike a well-behaved one.
    QByteArray authorizationEndpoint; //!< instead of its own
    QByteArray denial; //!< `error` instead of a code
    QByteArray issuerInAnswer; //!< instead of its own; "-" for none
    bool promisesIssuer = true; //!< `authorization_response_iss_parameter_supported`
    bool givesRefreshToken = true;
    bool givesIdToken = true;
    FaultReply *tokenReply = nullptr; //!< what the token endpoint says to everything, while it is set
    FaultReply *callReply = nullptr; //!< the same for the call

private:
    [[nodiscard]] FaultReply answer(const RecordedRequest &request);
    [[nodiscard]] FaultReply metadata() const;
    [[nodiscard]] FaultReply authorize(const QUrlQuery &asked);
    [[nodiscard]] FaultReply grant(const RecordedRequest &request);
    [[nodiscard]] FaultReply tokens();
    [[nodiscard]] QByteArray issuer() const;

    FaultServer m_server;
    QUrlQuery m_asked; //!< at the authorization endpoint
    QByteArray m_code; //!< as long as it serves
    QByteArray m_access;
    QByteArray m_refresh;
    int m_number = 0;
};

//! A browser with nobody before it: it follows where it is sent.
class PlainBrowser {
public:
    struct Page {
        int status = 0; //!< 0: nobody was there
        QUrl at;
        QByteArray body;
        QHash<QByteArray, QByteArray> headers; //!< names in lower case
    };
    [[nodiscard]] Page open(const QUrl &url);

private:
    QNetworkAccessManager m_network;
};

} // namespace curfew
