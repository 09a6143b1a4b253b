// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "batchcredentials.h"
#include "batchitem.h"
#include "batchledger.h"
#include "prover.h"
#include "revocationbatch.h"
#include "sendgate.h"

#include <QObject>

#include <functional>

namespace curfew {

class CascadeRun;

//! The inside of a RevocationBatch: the state of every item, and the order in which cascades are carried out. All but
//! the anchor's cascade go first, as many at once as the window bears; the anchor's goes when all others are proven.
class BatchRun : public QObject {
    Q_OBJECT

public:
    BatchRun(IssuerAccess &access, RevocationPlan plan, RevocationOptions options);
    ~BatchRun() override;

    void start();
    void stop();

    // What the facade shows.
    RevocationPlan plan;
    RevocationOptions options;
    BatchLedger ledger;
    bool running = false;
    bool stopped = false;
    bool clientRefused = false;
    bool answered = false; //!< the issuer has answered something over HTTP
    bool requestLeft = false; //!< a request to end something may have reached the issuer
    bool attempted = false;
    std::optional<Error> credentialError;
    std::optional<Error> failure;

    // What a CascadeRun works with.
    void lookBefore(qsizetype index, const std::function<void()> &then);
    void send(qsizetype index, const std::function<void()> &then);
    void lookAfter(qsizetype index, const std::function<void()> &seen);
    void conclude(qsizetype index);
    //! As conclude(), for an item that was not sent for \p reason.
    void skip(qsizetype index, const QString &reason);
    [[nodiscard]] Evidence &evidence(qsizetype index) { return m_items[index].evidence; }
    [[nodiscard]] bool isDone(qsizetype index) const { return ledger.isDone(index); }
    [[nodiscard]] bool canLookAfter() const;

Q_SIGNALS:
    void opened(const QString &batch);
    void itemChanged(qsizetype index);
    void finished();
    void failed(const curfew::Error &error);

private:
    void sawBefore(qsizetype index, Sight sight);
    void credentialsRead();
    void noCredential(PlanItem &item, const Error &error);
    void openJournal();
    void concludeGone();
    [[nodiscard]] int attemptsBefore(qsizetype index) const; //!< in the run that is taken up again
    void giveUp(const Error &error);
    void startCascades();
    void startMore();
    void cascadeDone(CascadeRun *cascade);
    void replied(qsizetype index, const RevokeReply &reply);
    void finish();
    void flushListing();

    IssuerAccess &m_access;
    BatchCredentials m_credentials;
    SendGate m_gate;
    IntrospectionProver m_introspection;
    ListingProver m_listing;
    QList<BatchItem> m_items;
    QList<QList<qsizetype>> m_cascades; // still to be started, in order
    qsizetype m_activeItems = 0;
    qsizetype m_activeCascades = 0;
    QString m_stopReason;
};

} // namespace curfew
