// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

#include <QJsonObject>
#include <QStringList>

namespace curfew {

//! An outcome on its way to the disk.
struct PendingOutcome {
    QString batch;
    qsizetype index = 0;
    ItemResult result;
};

//! The hashes by which an event names the personal values of a batch; empty where there is none.
struct PersonalHashes {
    QString operatorName;
    QString user;
    QString ticket;
    QString reason;
};

//! The hashes of one item's personal values; empty where there is none.
struct ItemHashes {
    QString person; //!< whom it is aimed at, if at a user
    QString session; //!< the session's id: where Curfew concluded it, it stands for an address and a device
};

// The bodies of events, without number, time and version. An absent key means empty or unknown. What stands in a body
// is hashed for good: personal values stand there by their hashes only.

inline constexpr qsizetype itemsPerEvent = 1000; //!< bounds a body, and says where in a large batch damage is

[[nodiscard]] QJsonObject batchOpenedEvent(const QString &batch, const BatchIntent &intent,
                                           const PersonalHashes &personal);
//! \p items are those from position \p first on; \p hashes holds those of each.
[[nodiscard]] QJsonObject batchItemsEvent(const QString &batch, qsizetype first, const QList<JournalItem> &items,
                                          const QList<ItemHashes> &hashes, const QSet<qsizetype> &seenAlive);
[[nodiscard]] QJsonObject sendingEvent(const QString &batch, const QList<SendingItem> &group);
//! \p outcomes are of \p batch; \p words holds the hash of each one's message.
[[nodiscard]] QJsonObject outcomesEvent(const QString &batch, const QList<PendingOutcome> &outcomes,
                                        const QStringList &words);
[[nodiscard]] QJsonObject batchFinishedEvent(const QString &batch);
//! \p batch: whose end it is made for, empty when for no batch's. Its signature is still empty.
[[nodiscard]] QJsonObject signedEvent(const QString &batch, const QByteArray &publicKey);
//! \p signature of signedText() of the event before and \p event.
[[nodiscard]] QJsonObject withSignature(QJsonObject event, const QByteArray &signature);
//! The body of such an event as it was before it had its signature.
[[nodiscard]] QByteArray withoutSignature(QByteArray body, const QByteArray &signature);
//! \p signature of keyChangeText() of the event before, made with \p key.
[[nodiscard]] QJsonObject keyChangedEvent(const QByteArray &earlierKey, const QByteArray &key,
                                          const QByteArray &signature, const PersonalHashes &personal);
[[nodiscard]] QJsonObject batchResumedEvent(const QString &batch, const PersonalHashes &personal);
//! \p values were deleted of all events before \p before, which is as the events' own times are.
[[nodiscard]] QJsonObject erasureEvent(const QString &before, int values, const PersonalHashes &personal);
[[nodiscard]] QJsonObject otherEvent(const JournalEvent &event, const PersonalHashes &personal);

//! A value that an event holds as hexadecimal digits: a key, a signature.
[[nodiscard]] QByteArray bytesIn(const QJsonObject &event, QLatin1StringView key);

//! The time before which \p event erased, as erasureEvent() was given it; empty where it is no erasure.
[[nodiscard]] QString erasedBefore(const QJsonObject &event);

//! All hashes of personal values that \p event names, each once.
[[nodiscard]] QStringList personalHashesOf(const QJsonObject &event);

[[nodiscard]] BatchOrigin originIn(const QJsonObject &event); //!< of a batch_opened
[[nodiscard]] QString sightName(Sight sight); //!< `unseen`, `alive`, `inactive`
[[nodiscard]] Sight sightFromName(QStringView name); //!< Unseen for anything else: the value that proves nothing

} // namespace curfew
