// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peerserver.h"

namespace curfew {

//! A Keycloak in development mode, its database in memory, with the realm of realm.json.
class KeycloakServer {
public:
    [[nodiscard]] bool start();
    void stop() { m_server.stop(); }

    [[nodiscard]] QUrl realm() const { return m_realm; }
    //! `REALM/protocol/openid-connect/NAME`
    [[nodiscard]] QUrl endpoint(const QString &name) const;
    //! `REALM's administration/PATH`
    [[nodiscard]] QUrl administration(const QString &path) const;

private:
    PeerServer m_server;
    QUrl m_origin;
    QUrl m_realm;
};

} // namespace curfew
