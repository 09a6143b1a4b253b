// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalstore.h"
#include "runningbatches.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace curfew {

//! The journal's side in its own thread: opens the file when it is first needed, and gathers outcomes to commit them
//! in groups. All functions but the constructor run in that thread.
class JournalWriter final : public QObject {
    Q_OBJECT

public:
    JournalWriter(QString path, JournalAuthor author, Journal::Clock clock);

    [[nodiscard]] Result<> open();
    void close(); //!< stores what is queued; a last attempt

    //! Runs \p write on the store after the queued outcomes: events keep the order of the calls, and what can't be
    //! stored stops what comes next.
    template <typename Write>
    [[nodiscard]] auto write(Write write) -> decltype(write(std::declval<JournalStore &>()))
    {
        return open().and_then([this] { return flush(); }).and_then([&] { return write(*m_store); });
    }
    //! As write(), but a full disk does not keep anybody from reading.
    template <typename Read>
    [[nodiscard]] auto read(Read read) -> decltype(read(std::declval<const JournalReader &>()))
    {
        return open().and_then([&] {
            (void)flush(); // failed() tells
            return read(m_store->reader());
        });
    }

    //! The batch counts as running until it is finished, or this process is gone.
    [[nodiscard]] Result<QString> openBatch(const BatchIntent &intent);
    [[nodiscard]] Result<> resumeBatch(const BatchRecord &known);
    [[nodiscard]] Result<> finishBatch(const QString &batch);
    [[nodiscard]] Result<> sign(const QString &batch, const SigningKey &key); //!< \p batch empty: for no batch's end
    void signRecorded(const SigningKey &key); //!< for no batch's end; trouble comes as failed()
    [[nodiscard]] Result<std::optional<KeyChange>> admitKey(const SigningKey &key);
    [[nodiscard]] Result<> leaveBatch(const QString &batch);
    [[nodiscard]] Result<Erasure> erase(const QDateTime &time);
    [[nodiscard]] Result<QList<BatchSummary>> batches();
    [[nodiscard]] Result<BatchRecord> batch(const QString &id);
    void recordOutcome(PendingOutcome outcome);
    // These sign what they record, unless \p key is null.
    [[nodiscard]] Result<VerifyReport> verify(const VerifyAgainst &against, const SigningKeyPtr &key);
    [[nodiscard]] Result<QByteArray> exportBatch(const QString &id, ExportFormat format, const SigningKeyPtr &key);
    [[nodiscard]] Result<QByteArray> exportAll(ExportFormat format, const SigningKeyPtr &key);

Q_SIGNALS:
    void failed(const curfew::Error &error);

private:
    [[nodiscard]] Result<> flush();
    [[nodiscard]] Result<> storeOneByOne();
    //! \return what stands on the export: the journal's head with the note of this very export
    [[nodiscard]] Result<JournalSeal> recordExport(const QString &user, int count, const QString &detail,
                                                   const SigningKeyPtr &key);

    const QString m_path;
    const JournalAuthor m_author;
    const Journal::Clock m_clock;
    std::unique_ptr<JournalStore> m_store;
    RunningBatches m_running;
    QList<PendingOutcome> m_pending;
    QElapsedTimer m_waiting; // since the oldest of m_pending came
    QTimer m_timer;
    bool m_failing = false;
};

} // namespace curfew
