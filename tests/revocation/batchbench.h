// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceissuers.h"
#include "revocationbatch.h"
#include "workspace.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFuture>

#include <memory>

//! A practice workspace to try batches on: real HTTP over loopback, a real journal in a temporary profile.
class BatchBench {
public:
    BatchBench();

    [[nodiscard]] curfew::PracticeIssuer &issuer(const QString &provider = QStringLiteral("sap-ias"));
    [[nodiscard]] curfew::Issuer configured(const QString &provider = QStringLiteral("sap-ias")) const;

    //! Opens \p issuer with quick retries.
    [[nodiscard]] std::unique_ptr<curfew::IssuerAccess> open(const curfew::Issuer &issuer,
                                                             std::optional<int> parallel = {});
    [[nodiscard]] curfew::Token anchor() const; //!< of the practice victim
    [[nodiscard]] curfew::Listing list(curfew::IssuerAccess &access, const curfew::Token &anchor);
    //! Carries \p plan out and waits for its end. The journal must know the same.
    [[nodiscard]] curfew::BatchRecord run(curfew::IssuerAccess &access, const curfew::RevocationPlan &plan,
                                          curfew::Verify verify = curfew::Verify::Full);
    //! As one line a kind: `6 revoked, 1 skipped`.
    [[nodiscard]] static QString counts(const curfew::BatchRecord &record);
    [[nodiscard]] static QString outcome(const curfew::BatchRecord &record, qsizetype index = 0);

    [[nodiscard]] curfew::RevocationOptions options(curfew::Verify verify = curfew::Verify::Full) const;

    std::unique_ptr<curfew::Workspace> workspace;
};

//! Waits, bounded, for \p future; a test that waits in vain fails on the default value.
template <typename T>
T awaited(const QFuture<T> &future)
{
    const QDeadlineTimer deadline(20'000);
    while (!future.isFinished() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return future.isFinished() && future.resultCount() > 0 ? future.result() : T();
}
