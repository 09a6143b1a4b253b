// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "squidserver.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

static QByteArray directives(SquidServer::Access access)
{
    switch (access) {
    case SquidServer::Access::Everybody:
        return "http_access allow all";
    case SquidServer::Access::WithPassword:
        return "auth_param basic program /usr/lib/squid/basic_ncsa_auth @FOLDER@/users\n"
               "auth_param basic realm proxy\n"
               "acl known proxy_auth REQUIRED\n"
               "http_access allow known";
    case SquidServer::Access::Nobody:
        return {};
    }
    Q_UNREACHABLE();
}

bool SquidServer::start(Access access)
{
    m_port = PeerServer::freePort();
    const QByteArray port = QByteArray::number(m_port);
    // Started as root it becomes another user, who has to write here too.
    QFile::setPermissions(m_server.path({}), QFile::Permissions(0x7777));
    m_server.file(u"hosts"_s, "127.0.0.1 peer.test\n");
    m_server.file(u"users"_s,
                  user().toUtf8() + ':' + PeerServer::output(u"openssl"_s, {u"passwd"_s, u"-apr1"_s, password()}));
    m_server.file(
        u"squid.conf"_s,
        PeerServer::filled(u"squid.conf.in"_s,
                           {{"ACCESS", directives(access)}, {"PORT", port}, {"FOLDER", m_server.path({}).toUtf8()}}));
    // The service's name keeps its shared memory apart from that of others.
    m_server.start(u"squid"_s,
                   {u"-N"_s, u"-n"_s, u"peer"_s + QString::fromLatin1(port), u"-f"_s, m_server.path(u"squid.conf"_s)});
    return m_server.accepts(m_port, 60s);
}

QString SquidServer::url(const QString &userInfo) const
{
    const QString before = userInfo.isEmpty() ? QString() : userInfo + u'@';
    return u"http://"_s + before + u"127.0.0.1:"_s + QString::number(m_port);
}

QByteArrayList SquidServer::came() const
{
    QByteArrayList lines = m_server.contents(u"access.log"_s).split('\n');
    lines.removeIf([](const QByteArray &line) { return line.isEmpty() || line.startsWith("- "); }); // no request
    return lines;
}

} // namespace curfew
