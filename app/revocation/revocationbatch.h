// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "outcome.h"
#include "revocationplan.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace curfew {

class BatchRun;
class IssuerAccess;

struct RevocationOptions {
    Verify verify = Verify::Full;
    QString operatorName;
    QString reason;
    QString ticket;
    //! Alive after a success is looked at again after these, since issuers replicate.
    QList<std::chrono::milliseconds> replicationDelays{std::chrono::seconds(1), std::chrono::seconds(3)};
};

//! Carries out one plan: journaled before it is sent, paced, proven, and told item by item.
class RevocationBatch : public QObject {
    Q_OBJECT

public:
    //! Where an item stands; Done has an outcome.
    enum class Stage { Waiting, Looking, Ending, Checking, Done };

    RevocationBatch(IssuerAccess &access, RevocationPlan plan, RevocationOptions options, QObject *parent = nullptr);
    ~RevocationBatch() override;

    void start();
    //! Sends nothing more, waits for what is in flight, journals it, finishes. Unsent items end as skipped.
    void stop();

    [[nodiscard]] Stage stage(qsizetype index) const;
    [[nodiscard]] const BatchRecord &record() const; //!< what the journal knows too; outcomes as they come
    [[nodiscard]] qsizetype doneCount() const;
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool wasStopped() const;
    [[nodiscard]] bool clientWasRefused() const; //!< or its breaker was open
    [[nodiscard]] bool neverReached() const; //!< the issuer gave no answer at all, and no request to end something left
    //! Why it could not begin, or not go on: the endpoints, or the journal. A batch that never began has no id.
    [[nodiscard]] std::optional<Error> error() const;
    //! Why a configured client's credential could not be had (missing, keychain locked, …); nothing when all could.
    [[nodiscard]] std::optional<Error> credentialError() const;

Q_SIGNALS:
    void opened(const QString &batch); //!< the journal has it, durable
    void itemChanged(qsizetype index);
    void failed(const curfew::Error &error); //!< error() was just set: nothing is sent (any more)
    void finished(); //!< the last signal, exactly once: every item of a batch that was opened has its outcome

private:
    std::unique_ptr<BatchRun> m_run;
};

} // namespace curfew
