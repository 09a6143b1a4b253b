// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runningaction.h"
#include "sessionsbackend.h"

#include <QPointer>
#include <QPromise>

#include <memory>

namespace curfew {

//! A JWT with \p claims, unsigned.
[[nodiscard]] QByteArray fakeJwt(const QJsonObject &claims);
[[nodiscard]] Token fakeToken(const QByteArray &bytes);

//! \p count sessions of dona.moore, each with an access and a refresh token; session 0 holds \p anchor.
[[nodiscard]] Listing fakeListing(int count, const QByteArray &anchor, const QDateTime &takenAt);

//! An action that does what the test says.
class FakeAction : public RunningAction {
    Q_OBJECT

public:
    FakeAction(RevocationPlan plan, RevocationOptions options, QObject *owner);

    void start() override { started = true; }
    void stop() override { stopped = true; }
    RevocationBatch::Stage stage(qsizetype index) const override { return m_stages[index]; }
    const BatchRecord &record() const override { return m_record; }

    void move(qsizetype index, RevocationBatch::Stage stage);
    void settle(qsizetype index, Outcome outcome);
    void settleAll(Outcome outcome); //!< and finishes
    void fail(const Error &error) { Q_EMIT failed(error); } //!< and goes on, as a batch does for what is in flight
    void finish() { Q_EMIT finished(); }

    RevocationPlan plan;
    RevocationOptions options;
    bool started = false;
    bool stopped = false;

private:
    BatchRecord m_record;
    QList<RevocationBatch::Stage> m_stages;
};

//! A service that answers when the test says so.
class FakeService {
public:
    explicit FakeService(bool lists = true);

    [[nodiscard]] SessionsBackend backend();
    void answerList(const Result<Listing> &listing); //!< the oldest open question
    [[nodiscard]] qsizetype openLists() const { return m_lists.size(); }

    QDateTime now;
    Sight sight = Sight::Alive; //!< what a look says
    QString lookUser;
    int looks = 0;
    int lists = 0; //!< questions asked so far
    QPointer<FakeAction> action; //!< the last one
    Issuer issuer;
    ProviderDescriptor descriptor;

private:
    QList<std::shared_ptr<QPromise<Result<Listing>>>> m_lists;
};

} // namespace curfew
