// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpresponse.h"

#include <QHash>
#include <QString>

namespace curfew {

//! Whose credential a request shows, and where.
struct Gate {
    QString client; //!< empty: nobody's
    QString endpoint;
};

//! Who may send: the first authenticated request of each client goes alone, and so does the first one to each of its
//! endpoints, since one that takes any credential shows nothing about the next. A refused client sends no more.
//! Pure bookkeeping; the channel asks.
class ClientGates {
public:
    enum class Pass {
        Go,
        WaitForClient, //!< another request of this client finds out first
        WaitForEndpoint, //!< another request of this client to this endpoint does
        Refused,
    };

    //! Whether a request through \p gate may be sent now. Go through a gate that isn't proved makes that request its
    //! probe, until probeEnded(). Without a client no credential is shown, and it always goes.
    [[nodiscard]] Pass ask(const Gate &gate);
    //! \p gate's probe ended without an answer that tells anything: the next request is the probe.
    void probeEnded(const Gate &gate);
    void prove(const Gate &gate); //!< the issuer took the credential there
    void refuse(const QString &client);
    void allow(const QString &client); //!< after a refusal: the next request goes alone

    [[nodiscard]] bool isRefused(const QString &client) const;
    [[nodiscard]] bool isProbing(const Gate &gate) const;

    //! Whether \p response, which refuses no client, shows that the issuer took the credential. 401, 404, 429, 5xx,
    //! web pages and the like may come from somebody who never looked at it.
    [[nodiscard]] static bool proves(const HttpResponse &response);

private:
    enum class State { Unknown, Probing, Proved, Refused };
    struct Client {
        State state = State::Unknown;
        QHash<QString, State> endpoints; //!< Probing or Proved
    };
    QHash<QString, Client> m_clients;
};

} // namespace curfew
