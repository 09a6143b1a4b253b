// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionsbackend.h"

#include "batchaction.h"
#include "journal.h"
#include "revocationplan.h"

namespace curfew {

SessionsBackend backendFor(IssuerAccess &access, const QString &operatorName, Mode mode)
{
    SessionsBackend backend;
    backend.issuer = access.issuer();
    backend.descriptor = access.descriptor();
    backend.operatorName = operatorName;
    backend.mode = mode;
    backend.list = [&access](const Token &anchor) { return access.list(anchor); };
    backend.look = [&access](const RevokeTarget &target) { return access.look(target); };
    backend.action = [&access](RevocationPlan plan, RevocationOptions options, QObject *owner) -> RunningAction * {
        return new BatchAction(access.batch(std::move(plan), std::move(options)), owner);
    };
    backend.expectedTime = [&access](const RevocationPlan &plan) {
        return access.expectedTime(plan, RevocationOptions().verify);
    };
    backend.exportBatch = [&access](const QString &batch, ExportFormat format) {
        return access.journal().exportBatch(batch, format);
    };
    backend.lockedUntil = [&access] {
        const auto breaker = access.breaker({});
        const bool isKnown = breaker && *breaker && (*breaker)->lockedUntil;
        return isKnown ? *(*breaker)->lockedUntil : QDateTime();
    };
    return backend;
}

} // namespace curfew
