// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issueraccess.h"
#include "mode.h"
#include "revocationbatch.h"

#include <functional>

namespace curfew {

class RunningAction;
enum class ExportFormat;

//! All that a sessions page can do at its service, as functions, so that it knows neither network nor journal.
struct SessionsBackend {
    Issuer issuer;
    ProviderDescriptor descriptor;
    QString operatorName;
    Mode mode = Mode::Real;

    std::function<QFuture<Result<Listing>>(const Token &anchor)> list;
    std::function<QFuture<Result<Look>>(const RevokeTarget &target)> look;
    //! The plan's action, not started; a child of \p owner.
    std::function<RunningAction *(RevocationPlan plan, RevocationOptions options, QObject *owner)> action;
    //! The least time that the plan takes at the service's pace; 0 where it knows of none.
    std::function<std::chrono::milliseconds(const RevocationPlan &plan)> expectedTime = [](const RevocationPlan &) {
        return std::chrono::milliseconds(0);
    };
    std::function<QFuture<Result<QByteArray>>(const QString &batch, ExportFormat format)> exportBatch;
    //! Until when the service is known to refuse the default client; invalid when it isn't, or nobody knows.
    std::function<QDateTime()> lockedUntil = [] { return QDateTime(); };
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc; //!< UTC
};

//! The real one. \p access must outlive every page made with it.
[[nodiscard]] SessionsBackend backendFor(IssuerAccess &access, const QString &operatorName, Mode mode);

} // namespace curfew
