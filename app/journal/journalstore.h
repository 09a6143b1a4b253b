// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "eventchain.h"
#include "journal.h"
#include "journalevents.h"
#include "journalprojection.h"
#include "journalreader.h"
#include "personalvalues.h"
#include "signingkey.h"

#include <memory>

namespace curfew {

//! The open file: each function is one durable transaction, or one read. Belongs to the thread that opened it.
class JournalStore {
public:
    [[nodiscard]] static Result<std::unique_ptr<JournalStore>> open(const QString &path, JournalAuthor author,
                                                                    Journal::Clock clock);

    [[nodiscard]] Result<QString> openBatch(const BatchIntent &intent);
    //! \return JournalFailed when the batch is not any more as \p known has it
    [[nodiscard]] Result<> resumeBatch(const BatchRecord &known);
    [[nodiscard]] Result<> markSending(const QString &batch, const QList<SendingItem> &group);
    //! All or none. \return InvalidInput when one of them names an item that doesn't exist
    [[nodiscard]] Result<> storeOutcomes(const QList<PendingOutcome> &outcomes);
    [[nodiscard]] Result<> finishBatch(const QString &batch);
    //! Signs the chain as it is now, for the end of \p batch; empty: for no batch's.
    [[nodiscard]] Result<> sign(const QString &batch, const SigningKey &key);
    //! Notes that \p key was made anew, where another signed so far.
    //! \return nothing where none did
    [[nodiscard]] Result<std::optional<KeyChange>> admitKey(const SigningKey &key);
    //! Deletes the personal values of events before \p time, with their salts.
    [[nodiscard]] Result<Erasure> erase(const QDateTime &time);
    [[nodiscard]] Result<> record(const JournalEvent &event);
    [[nodiscard]] Result<VerifyReport> verify(const VerifyAgainst &against) const;
    [[nodiscard]] Result<JournalSeal> seal();

    [[nodiscard]] const JournalReader &reader() const { return m_reader; }

private:
    JournalStore(std::unique_ptr<JournalDatabase> database, JournalAuthor author, Journal::Clock clock);

    [[nodiscard]] QJsonObject stamped(QJsonObject event) const; //!< with the time and the program's version
    [[nodiscard]] Result<qint64> append(const QJsonObject &event); // within a transaction
    [[nodiscard]] Result<qint64> appendStamped(QJsonObject event); // the same
    [[nodiscard]] Result<qint64> nextNumber();
    [[nodiscard]] Result<QString> freeBatchId();
    [[nodiscard]] Result<QByteArray> lastSigningKey(); //!< empty where nothing was signed
    [[nodiscard]] Result<> appendOpened(const QString &batch, const BatchIntent &intent);
    [[nodiscard]] Result<> appendItems(const QString &batch, const BatchIntent &intent);
    [[nodiscard]] Result<PersonalHashes> keepPersonal(const BatchIntent &intent);
    [[nodiscard]] Result<QList<ItemHashes>> keepItems(const QList<JournalItem> &items);
    [[nodiscard]] Result<QStringList> keepWords(const QList<PendingOutcome> &outcomes);

    std::unique_ptr<JournalDatabase> m_database; // first: the statements below are its own
    JournalAuthor m_author;
    Journal::Clock m_clock;
    EventChain m_chain;
    PersonalValues m_personal;
    JournalProjection m_projection;
    JournalReader m_reader;
    JournalStatement m_batchExists;
    JournalStatement m_lastSignature;
};

} // namespace curfew
