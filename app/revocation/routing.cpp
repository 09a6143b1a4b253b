// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing.h"

#include "jwt.h"

using namespace Qt::StringLiterals;

namespace curfew {

Routing routeByIssuer(const QList<RevokeTarget> &targets, const QList<Issuer> &issuers)
{
    Routing routing;
    QList<QList<RevokeTarget>> perIssuer(issuers.size());
    for (const RevokeTarget &target : targets) {
        const auto stray = [&](const QString &reason) { routing.strays.append({target, reason}); };
        const auto jwt = decodeJwt(target.token.reveal());
        if (!jwt) {
            stray(u"opaque: it doesn't say which issuer it belongs to"_s);
            continue;
        }
        const QString iss = jwt->text(u"iss");
        if (iss.isEmpty()) {
            stray(u"it names no issuer"_s);
            continue;
        }
        QList<qsizetype> matches;
        for (qsizetype i = 0; i < issuers.size(); ++i) {
            if (issuerMatches(iss, issuers[i].url))
                matches.append(i);
        }
        if (matches.isEmpty())
            stray(u"its issuer is not configured"_s);
        else if (matches.size() > 1)
            stray(u"several configured issuers have its URL"_s);
        else
            perIssuer[matches.first()].append(target);
    }
    for (qsizetype i = 0; i < issuers.size(); ++i) {
        if (!perIssuer[i].isEmpty())
            routing.routes.append({issuers[i], perIssuer[i]});
    }
    return routing;
}

} // namespace curfew
