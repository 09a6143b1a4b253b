// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peercertificates.h"
#include "peerserver.h"

#include <QMap>

namespace curfew {

//! An nginx with TLS in front of an issuer: one server for each kind of certificate and protocol, a port each.
class NginxServer {
public:
    struct Kind {
        QString certificate; //!< name of one of the certificates
        QString more; //!< further directives
        QString listen = QStringLiteral("ssl");
    };

    //! Adds a server before start(). The names are the test's.
    void add(const QString &name, const Kind &kind);
    [[nodiscard]] bool start(const PeerCertificates &certificates, const QUrl &issuer);
    void stop() { m_server.stop(); }

    //! `https://HOST:PORT` of the server \p name.
    [[nodiscard]] QUrl url(const QString &name, const QString &host = QStringLiteral("localhost")) const;
    //! A line for each request that came over TLS to the server \p name: port, TLS, protocol, status, target.
    [[nodiscard]] QByteArrayList came(const QString &name) const;

private:
    struct Entry {
        Kind kind;
        quint16 port = 0;
    };

    PeerServer m_server;
    QMap<QString, Entry> m_entries;
};

} // namespace curfew
