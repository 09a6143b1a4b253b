// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"
#include "jwt.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace curfew {

//! What the operator gave, ready to be looked up at one service.
struct LookUp {
    struct Given {
        FoundToken found;
        Token bearer; //!< the access token that came with it; null when there was none, or when it is that token
    };
    QList<Given> tokens; //!< at least one; the first is the anchor
    QString service; //!< Issuer::name
};

//! The person a token names, by its own unchecked claims: a name to be read before an id. Empty when it names nobody.
[[nodiscard]] QString claimedPerson(const Jwt &jwt);

//! Every way in which a token names its person, lower case.
[[nodiscard]] QStringList claimedIdentities(const Jwt &jwt);

//! Whether the service's word about the person contradicts the token's: both name one, and no name is common.
[[nodiscard]] bool contradicts(const QStringList &claimedIdentities, const QString &uid, const QString &sub);

} // namespace curfew
