// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchitem.h"

using namespace Qt::StringLiterals;

namespace curfew {

bool BatchItem::showsClient() const
{
    return credential && takesSecret(credential->method);
}

QString BatchItem::unsentReason(const QString &stopReason) const
{
    if (reply.error && !reply.error->detail.isEmpty())
        return reply.error->detail;
    if (!reply.error || reply.error->kind != ErrorKind::BreakerOpen)
        return stopReason;
    return credential ? u"the issuer refused client %1; nothing more is sent for it"_s.arg(credential->clientId)
                      : u"the issuer refused the client; nothing more is sent for it"_s;
}

ItemResult BatchItem::result(const PlanItem &planned) const
{
    ItemResult result;
    result.outcome = outcomeOf(evidence);
    result.httpStatus = reply.httpStatus;
    result.attempts = reply.attempts;
    result.message = !reply.message.isEmpty() || !reply.error ? reply.message : reply.error->detail;

    const bool proven = result.outcome == Outcome::Revoked || result.outcome == Outcome::StillActive
        || (result.outcome == Outcome::AlreadyInvalid && evidence.after == Sight::Inactive)
        || (result.outcome == Outcome::Failed && evidence.after == Sight::Alive);
    result.verifiedBy = proven ? verifiedBy : VerifiedBy::Nothing;
    // What was ended is honoured on only by resource servers that read the JWT alone; what wasn't, by everybody. An
    // unexpired JWT that is merely inactive may just be out of this client's sight.
    const bool merelyInactive =
        result.outcome == Outcome::Accepted && evidence.after == Sight::Inactive && evidence.unexpiredJwt;
    if (isGood(result.outcome) ? planned.outlivesRevocation || merelyInactive : !planned.expiredJwt)
        result.mayWorkUntil = planned.expiresAt;
    return result;
}

} // namespace curfew
