// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcomerule.h"

namespace curfew {

// Whether "inactive" on both sides of the revoke means that the token was dead before.
static bool wasDead(const Evidence &evidence)
{
    return evidence.before == Sight::Inactive && evidence.after == Sight::Inactive && !evidence.unexpiredJwt
        && !evidence.inactiveProvesNothing;
}

Outcome outcomeOf(const Evidence &evidence)
{
    const bool saidDone = evidence.reply == Reply::Success || evidence.reply == Reply::NotKnown;
    const bool aliveAfter = evidence.after == Sight::Alive;

    if (evidence.verify == Verify::Full && evidence.before == Sight::Alive && evidence.after == Sight::Inactive)
        return Outcome::Revoked;
    // "I don't know it" is answered with 200 too, and a token that works nevertheless must be shouted about.
    if (saidDone && aliveAfter)
        return Outcome::StillActive;

    switch (evidence.reply) {
    case Reply::Refused:
    case Reply::ClientRefused:
        return Outcome::Refused;
    case Reply::Failed:
        return Outcome::Failed;
    case Reply::NoAnswer:
        if (aliveAfter)
            return Outcome::Failed;
        if (evidence.after == Sight::Unseen)
            return Outcome::Unknown;
        if (wasDead(evidence))
            return Outcome::AlreadyInvalid;
        // Inactive after, and not known to have been alive: the lost answer may have been a refusal, and "inactive"
        // doesn't say here that it is dead.
        return Outcome::Unknown;
    case Reply::NotKnown:
        // What was seen alive isn't unknown: the issuer contradicts itself.
        return evidence.before == Sight::Alive ? Outcome::Accepted : Outcome::AlreadyInvalid;
    case Reply::Success:
        return wasDead(evidence) ? Outcome::AlreadyInvalid : Outcome::Accepted;
    case Reply::NotSent:
        return Outcome::Skipped;
    }
    Q_UNREACHABLE();
}

} // namespace curfew
