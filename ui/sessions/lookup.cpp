// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lookup.h"

using namespace Qt::StringLiterals;

namespace curfew {

// Names that people know come before ids. SAP: user_name; Keycloak: preferred_username; Entra: upn, unique_name.
static constexpr QLatin1StringView nameClaims[] = {
    "uid"_L1,   "user_name"_L1, "preferred_username"_L1, "login_name"_L1, "upn"_L1, "unique_name"_L1,
    "email"_L1, "mail"_L1,      "user_uuid"_L1,          "sub"_L1,
};

static QString textOf(const Jwt &jwt, QLatin1StringView claim)
{
    return jwt.claims.value(claim).toString().trimmed();
}

QString claimedPerson(const Jwt &jwt)
{
    for (const QLatin1StringView claim : nameClaims) {
        const QString text = textOf(jwt, claim);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QStringList claimedIdentities(const Jwt &jwt)
{
    QStringList identities;
    for (const QLatin1StringView claim : nameClaims) {
        const QString text = textOf(jwt, claim).toLower();
        if (!text.isEmpty() && !identities.contains(text))
            identities.append(text);
    }
    return identities;
}

bool contradicts(const QStringList &claimedIdentities, const QString &uid, const QString &sub)
{
    if (claimedIdentities.isEmpty() || (uid.isEmpty() && sub.isEmpty()))
        return false;
    return !claimedIdentities.contains(uid.toLower()) && !claimedIdentities.contains(sub.toLower());
}

} // namespace curfew
