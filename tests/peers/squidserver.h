// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peerserver.h"

namespace curfew {

//! A Squid that knows the host peer.test, which is this machine, and nobody else does.
class SquidServer {
public:
    enum class Access { Everybody, WithPassword, Nobody };

    [[nodiscard]] bool start(Access access);
    //! As the environment names it, with \p userInfo (`USER:PASSWORD`, percent-encoded) unless that is empty.
    [[nodiscard]] QString url(const QString &userInfo = {}) const;
    //! A line for each request: verb, target, status, user or `-`.
    [[nodiscard]] QByteArrayList came() const;

    //! Whom it knows.
    [[nodiscard]] static QString user() { return QStringLiteral("agent"); }
    [[nodiscard]] static QString password() { return QStringLiteral("p@ss: 100%"); }

private:
    PeerServer m_server;
    quint16 m_port = 0;
};

} // namespace curfew
