// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oidcproviderserver.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

bool OidcProviderServer::start()
{
    const QString modules = PeerServer::fetched("CURFEW_NODE_MODULES");
    const quint16 port = PeerServer::freePort();
    m_issuer = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
    m_server.start(modules + u"/.bin/node"_s, {PeerServer::source(u"oidcprovider.mjs"_s), QString::number(port)});
    return m_server.answers(endpoint(u"/.well-known/openid-configuration"_s), 200, 60s);
}

} // namespace curfew
