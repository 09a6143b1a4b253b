// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

namespace curfew {

class BatchRun;

//! Carries out the items that end together. One of them is sent first, a refresh token if there is one; when the issuer
//! says "done", the others are looked at, and sent only if they can't be shown to be dead. Alone, an item is looked at,
//! sent and looked at again.
class CascadeRun : public QObject {
    Q_OBJECT

public:
    CascadeRun(BatchRun &run, QList<qsizetype> items, QObject *parent);

    void start();
    [[nodiscard]] const QList<qsizetype> &items() const { return m_items; }

Q_SIGNALS:
    void done();

private:
    void send(const QList<qsizetype> &items);
    void sent();
    void prove(const QList<qsizetype> &items);
    void proven(const QList<qsizetype> &items);
    void next();
    void onePassed(void (CascadeRun::*then)());
    [[nodiscard]] qsizetype leaderOf(const QList<qsizetype> &items) const;
    [[nodiscard]] bool mayStillDie(qsizetype index) const;

    BatchRun &m_run;
    QList<qsizetype> m_items;
    QList<qsizetype> m_sending; // the round under way
    QList<qsizetype> m_sent; // requests made, or tried
    qsizetype m_pending = 0;
    qsizetype m_looks = 0; // how often this round was looked at
};

} // namespace curfew
