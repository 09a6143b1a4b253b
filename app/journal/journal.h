// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "result.h"
#include "signingkey.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace curfew {

class JournalWriter;

enum class ExportFormat { Csv, Json };

//! Who writes: stands on every event.
struct JournalAuthor {
    QString operatorName; //!< the signed-in person. Personal
    QString version; //!< the program's, as `curfew 0.1.0`
};

//! What happened, on disk: append-only, each event chained to the one before by SHA-256.
//!
//! All work is done by one writer thread with a connection of its own, in the order of the calls; no call waits.
//! Several Journal objects and several processes may share one file. The file is opened by the first call; while it
//! can't be opened each call answers with the reason: JournalDamaged (no database, or one with holes) or
//! JournalFailed (read-only, disk full, locked for more than 5 s, made by a newer Curfew).
class Journal final : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>; //!< called in the writer's thread

    //! \param path the journal's file, in a folder that exists; made readable by its owner alone
    Journal(QString path, JournalAuthor author, QObject *parent = nullptr,
            Clock clock = &QDateTime::currentDateTimeUtc);
    ~Journal() override; //!< makes durable what was recorded, then closes

    //! Opens the file, making it if there is none. Need not be called: it only asks early.
    [[nodiscard]] QFuture<Result<>> open();

    //! \return the new batch's id, as `20260301-140211-4f2a`, once batch and items are durable;
    //! InvalidInput when an item's fingerprint, or a token's targetId, is anything but a fingerprint
    [[nodiscard]] QFuture<Result<QString>> openBatch(const BatchIntent &intent);

    //! Takes up a batch that was left unfinished, or that ended with items that could not be tried, as \p known from
    //! batch(): JournalFailed when another Curfew is at it, or has been since.
    [[nodiscard]] QFuture<Result<>> resumeBatch(const BatchRecord &known);

    //! Resolves once the whole group is durable as `sending`: only then may its requests leave.
    [[nodiscard]] QFuture<Result<>> markSending(const QString &batch, const QList<SendingItem> &group);

    //! Queues an outcome, which is durable within 250 ms. Also for what was never sent (Skipped, a proven sibling);
    //! a later outcome of the same item replaces the earlier one. Trouble comes as failed(); it is tried again.
    void recordOutcome(const QString &batch, qsizetype index, const ItemResult &result);

    enum class KeyUse { AsItIs, OrNew }; //!< OrNew makes a key where there is none yet
    //! Asked for the profile's key each time, since another Curfew may have replaced it. Without one the journal is not
    //! signed when a batch is finished, which leftUnsigned() tells once. A verification, an erasure and an export are
    //! signed where a key is at hand, and nobody is told where none is.
    using KeySource = std::function<QFuture<Result<SigningKeyPtr>>(KeyUse)>; //!< EntryNotFound: there is none
    void setKeySource(KeySource source) { m_keySource = std::move(source); }

    //! To be called with a key that was just made, before it is stored: where another key signed so far, that it was
    //! replaced is an event, signed with the new one, and signingKeyChanged() tells. Without that event signatures of
    //! the other key are Foreign.
    [[nodiscard]] QFuture<Result<>> admitKey(const SigningKeyPtr &key);

    //! Makes the queued outcomes durable and notes the batch's end; then signs, which may wait for the keychain.
    [[nodiscard]] QFuture<Result<>> finishBatch(const QString &batch);

    //! Makes the queued outcomes durable; the batch stays unfinished, for items that still have no outcome.
    [[nodiscard]] QFuture<Result<>> leaveBatch(const QString &batch);

    [[nodiscard]] QFuture<Result<>> record(const JournalEvent &event);

    [[nodiscard]] QFuture<Result<QList<BatchSummary>>> batches(); //!< newest first
    [[nodiscard]] QFuture<Result<BatchRecord>> batch(const QString &id); //!< InvalidInput when unknown

    //! Recomputes the whole chain and what was derived from it, holds its signatures against the profile's key where
    //! that is at hand, and records and signs that it did. Damage is the report's, not an error: then the file is left
    //! as it is. \param expectedHead 32 bytes that stood on an earlier export and must be in the chain; empty: none
    [[nodiscard]] QFuture<Result<VerifyReport>> verify(const QByteArray &expectedHead = {});

    //! Deletes operators, users, tickets, reasons, sessions' ids and messages of events before \p time, with their
    //! salts; the chain stays verifiable, and is signed again where the key is at hand. While another program reads the
    //! file they can stay on the disk, which the answer says: then it is to be called once more.
    [[nodiscard]] QFuture<Result<Erasure>> erase(const QDateTime &time);

    //! The batch as a file's content, after the export was recorded. CSV is RFC 4180 in UTF-8 with a header row;
    //! JSON is the `journal show` document.
    [[nodiscard]] QFuture<Result<QByteArray>> exportBatch(const QString &id, ExportFormat format);
    //! As exportBatch() for all batches, oldest first; JSON is an array of documents.
    [[nodiscard]] QFuture<Result<QByteArray>> exportAll(ExportFormat format);

Q_SIGNALS:
    void failed(const curfew::Error &error); //!< a queued outcome could not be stored (yet)
    void leftUnsigned(const curfew::Error &error); //!< once: a finished batch has no signature, and why
    void signingKeyChanged(const curfew::KeyChange &change); //!< what the earlier key signed can't be checked any more

private:
    template <typename T>
    QFuture<Result<T>> ask(std::function<Result<T>(JournalWriter &)> question);

    //! As ask(), with the key where one is at hand.
    template <typename T>
    QFuture<Result<T>> askWithKey(std::function<Result<T>(JournalWriter &, const Result<SigningKeyPtr> &)> question);
    [[nodiscard]] QFuture<Result<>> signEnd(const QString &batch);
    [[nodiscard]] QFuture<Result<Erasure>> signAfter(const Erasure &erasure);

    KeySource m_keySource;
    bool m_toldUnsigned = false;
    QThread m_thread;
    std::unique_ptr<JournalWriter> m_writer; // lives in m_thread
};

} // namespace curfew
