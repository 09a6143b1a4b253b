// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keycloakserver.h"
#include "peerclient.h"

#include <QJsonDocument>

namespace curfew {

class PeerBrowser;

//! Tokens of one grant.
struct GrantedTokens {
    QByteArray access;
    QByteArray refresh;
};

//! Sam Martin at a Keycloak: how they sign in there, and what the server says of them to others than Curfew.
class KeycloakPerson {
public:
    //! \p keycloak must outlive it, and be started before anything is asked.
    explicit KeycloakPerson(const KeycloakServer &keycloak);

    //! Tokens for \p client in the session of \p browser, which is begun if need be.
    [[nodiscard]] GrantedTokens exchange(const QString &client, PeerBrowser &browser,
                                         const QString &scope = QStringLiteral("openid"));
    [[nodiscard]] GrantedTokens signIn(const QString &scope); //!< a session of its own, with fleet
    [[nodiscard]] bool isActive(const QByteArray &token); //!< by introspection
    [[nodiscard]] QString refreshError(const QString &client, const QByteArray &refreshToken);
    [[nodiscard]] QJsonDocument administered(const QString &path); //!< the Admin API's answer
    [[nodiscard]] QString id();

    [[nodiscard]] static QString secretOf(const QString &client);

private:
    [[nodiscard]] GrantedTokens grant(const QString &client, const PeerForm &form);

    const KeycloakServer &m_keycloak;
    PeerClient m_http;
};

} // namespace curfew
