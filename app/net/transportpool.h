// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequest.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <deque>
#include <map>
#include <vector>

namespace curfew {

//! Hands out network managers, each to at most six requests at a time: it has six connections a host, and a queue
//! inside it would be out of our hands. Managers are made on demand and kept with their connections.
//!
//! Requests that show a client certificate get managers of their own: a connection authenticated as one client must not
//! carry another's request.
class TransportPool {
    struct Seat {
        QNetworkAccessManager manager;
        int used = 0;
    };
    struct Group {
        QSslConfiguration tls;
        std::deque<Seat> seats;
        std::vector<Seat *> open; //!< those with room; the last one is filled first
    };

public:
    static constexpr int connectionsEach = 6;

    //! \p roots replace the system's unless empty.
    explicit TransportPool(QList<QSslCertificate> roots);

    //! From now on nobody but \p roots is believed about \p origin; empty: nobody is.
    void trustOnly(const QString &origin, const QList<QSslCertificate> &roots);

    //! One place on one manager, to be given back.
    class Lease {
    public:
        [[nodiscard]] QNetworkAccessManager &manager() const { return m_seat->manager; }
        [[nodiscard]] const QSslConfiguration &tls() const { return m_group->tls; }

    private:
        friend class TransportPool;
        Seat *m_seat = nullptr;
        Group *m_group = nullptr;
    };

    //! Errors: NoCredential, when the client certificate can't be read.
    [[nodiscard]] Result<Lease> acquire(const HttpRequest &request);
    void release(const Lease &lease);

    //! Opens \p count connections to the origin of \p request, or as many of them as aren't open and idle already, for
    //! requests that will be sent soon. Nothing is sent on them; one that doesn't come about is told by nobody, and
    //! tried again with the request that needs it.
    void connectAhead(const HttpRequest &request, int count);

private:
    [[nodiscard]] Result<Group *> groupFor(const HttpRequest &request);
    [[nodiscard]] static Seat &addSeat(Group &group);

    QList<QSslCertificate> m_roots;
    std::map<QString, QList<QSslCertificate>> m_only; //!< by origin
    std::map<QByteArray, Group> m_groups; //!< by the client certificate, if one is shown, and who is believed
};

} // namespace curfew
