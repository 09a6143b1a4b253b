// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nginxserver.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

void NginxServer::add(const QString &name, const Kind &kind)
{
    m_entries.insert(name, {kind, PeerServer::freePort()});
}

bool NginxServer::start(const PeerCertificates &certificates, const QUrl &issuer)
{
    QByteArray servers;
    for (auto at = m_entries.cbegin(); at != m_entries.cend(); ++at) {
        const auto &[kind, port] = *at;
        servers += PeerServer::filled(u"nginx/server.conf.in"_s,
                                      {{"PORT", QByteArray::number(port)},
                                       {"LISTEN", kind.listen.toUtf8()},
                                       {"CERTIFICATE", certificates.path(kind.certificate).toUtf8()},
                                       {"MORE", kind.more.toUtf8()},
                                       {"ISSUER", issuer.toEncoded(QUrl::RemovePath)}});
    }
    m_server.file(u"nginx.conf"_s, PeerServer::filled(u"nginx/nginx.conf.in"_s, {{"SERVERS", servers}}));
    m_server.start(u"nginx"_s, {u"-p"_s, m_server.path({}), u"-c"_s, u"nginx.conf"_s, u"-e"_s, u"error.log"_s});
    return m_server.accepts(m_entries.constBegin()->port, 30s);
}

QUrl NginxServer::url(const QString &name, const QString &host) const
{
    return QUrl(u"https://%1:%2"_s.arg(host).arg(m_entries.value(name).port));
}

QByteArrayList NginxServer::came(const QString &name) const
{
    QByteArrayList lines = m_server.contents(QString::number(m_entries.value(name).port) + u".log"_s).split('\n');
    lines.removeAll({});
    return lines;
}

} // namespace curfew
