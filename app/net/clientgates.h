// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpresponse.h"

#include <QHash>
#include <QString>

namespace curfew {

//! Who may send: the first authenticated request of each client goes alone, and a refused client sends no more.
//! Pure bookkeeping; the channel asks.
class ClientGates {
public:
    enum class Pass {
        Go,
        Wait, //!< another request of this client finds out first
        Refused,
    };

    //! Whether a request of \p client may be sent now. Go to a client that isn't proved makes that request its probe,
    //! until probeEnded(). An empty \p client shows no credential and always goes.
    [[nodiscard]] Pass ask(const QString &client);
    //! \p client's probe ended without an answer that tells anything: the next request is the probe.
    void probeEnded(const QString &client);
    void prove(const QString &client); //!< the issuer took its credential
    void refuse(const QString &client);
    void allow(const QString &client); //!< after a refusal: the next request goes alone

    [[nodiscard]] bool isRefused(const QString &client) const;
    [[nodiscard]] bool isProbing(const QString &client) const;

    //! Whether \p response, which refuses no client, shows that the issuer took the credential. 401, 404, 429, 5xx,
    //! HTML and the like may come from somebody who never looked at it.
    [[nodiscard]] static bool proves(const HttpResponse &response);

private:
    enum class State { Unknown, Probing, Proved, Refused };
    QHash<QString, State> m_states;
};

} // namespace curfew
