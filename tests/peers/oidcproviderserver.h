// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peerserver.h"

namespace curfew {

//! An oidc-provider with the clients of oidcprovider.mjs.
class OidcProviderServer {
public:
    [[nodiscard]] bool start();
    void stop() { m_server.stop(); }

    [[nodiscard]] QUrl issuer() const { return m_issuer; }
    [[nodiscard]] QUrl endpoint(const QString &path) const { return m_issuer.resolved(QUrl(path)); }

private:
    PeerServer m_server;
    QUrl m_issuer;
};

} // namespace curfew
