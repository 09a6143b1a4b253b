// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declarativeprovider.h"
#include "issuer.h"

#include <QList>

namespace curfew {

//! Tokens by the configured issuer that their own `iss` names. A token never goes to an address it names itself.
struct Routing {
    struct Route {
        Issuer issuer;
        QList<RevokeTarget> targets;
    };
    struct Stray {
        RevokeTarget target;
        QString reason; //!< why it can't be routed
    };
    QList<Route> routes; //!< in the order of \p issuers
    QList<Stray> strays;
};

//! An opaque token, a JWT without `iss`, one that no issuer or several answer to, is a stray.
[[nodiscard]] Routing routeByIssuer(const QList<RevokeTarget> &targets, const QList<Issuer> &issuers);

} // namespace curfew
