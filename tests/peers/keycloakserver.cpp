// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycloakserver.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

//! A home that shares what is only read with the fetched one: the server finds its home by where its script is.
static void furnish(const QDir &home, const QDir &fetched)
{
    home.mkpath(u"bin"_s);
    home.mkpath(u"data/import"_s);
    for (const QString &shared : {u"conf"_s, u"lib"_s, u"providers"_s, u"themes"_s}) {
        if (!QFile::link(fetched.filePath(shared), home.filePath(shared)))
            qFatal("%s can't be linked", qPrintable(shared));
    }
    if (!QFile::copy(fetched.filePath(u"bin/kc.sh"_s), home.filePath(u"bin/kc.sh"_s)))
        qFatal("no Keycloak in %s", qPrintable(fetched.path()));
}

bool KeycloakServer::start()
{
    furnish(QDir(m_server.path({})), QDir(PeerServer::fetched("CURFEW_KEYCLOAK")));
    m_server.file(u"data/import/catena.json"_s, PeerServer::filled(u"keycloak/realm.json"_s, {}));
    const quint16 port = PeerServer::freePort();
    m_origin = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
    m_realm = m_origin.resolved(QUrl(u"/realms/catena"_s));
    // It lives for a minute: compiling what is hot for good would take longer than it saves.
    m_server.setEnvironment(u"JAVA_OPTS_APPEND"_s, u"-XX:TieredStopAtLevel=1"_s);
    m_server.start(m_server.path(u"bin/kc.sh"_s),
                   {u"start-dev"_s, u"--db=dev-mem"_s, u"--cache=local"_s, u"--import-realm"_s,
                    u"--http-host=127.0.0.1"_s, u"--http-port=%1"_s.arg(port)});
    return m_server.answers(m_realm, 200, 300s);
}

QUrl KeycloakServer::endpoint(const QString &name) const
{
    return QUrl(m_realm.toString() + u"/protocol/openid-connect/"_s + name);
}

QUrl KeycloakServer::administration(const QString &path) const
{
    return m_origin.resolved(QUrl(u"/admin/realms/catena/"_s + path));
}

} // namespace curfew
