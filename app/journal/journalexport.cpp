// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalexport.h"

#include "csvtext.h"
#include "journaldocument.h"
#include "timetext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace curfew {

using namespace Qt::StringLiterals;

static QString timeCell(const std::optional<QDateTime> &time)
{
    return time ? toRfc3339(*time) : QString();
}

static QStringList sealCells(const JournalSeal &seal)
{
    return {QString::number(seal.events), QString::fromLatin1(seal.headHash.toHex()), seal.signingKey};
}

static QStringList cells(const BatchSummary &batch, const ItemRecord &record)
{
    const ItemResult result = record.result.value_or(ItemResult{});
    return {batch.batch,
            toRfc3339(batch.startedAt),
            timeCell(batch.finishedAt),
            batch.operatorName,
            batch.issuer,
            batch.user,
            batch.ticket,
            batch.reason,
            targetName(record.item.target),
            record.item.targetId,
            actionName(record.item.action),
            record.item.fingerprint,
            record.item.session,
            itemStatusName(record),
            verifiedByName(result.verifiedBy),
            result.httpStatus > 0 ? QString::number(result.httpStatus) : QString(),
            QString::number(result.attempts),
            timeCell(result.mayWorkUntil),
            result.message};
}

QByteArray csvExport(const QList<BatchRecord> &batches, const JournalSeal &seal)
{
    QByteArray text = csvRecord(
        {u"batch"_s,   u"started_at"_s,     u"finished_at"_s,  u"operator"_s,    u"issuer"_s,   u"user"_s,
         u"ticket"_s,  u"reason"_s,         u"target"_s,       u"target_id"_s,   u"action"_s,   u"fingerprint"_s,
         u"session"_s, u"outcome"_s,        u"verified_by"_s,  u"http_status"_s, u"attempts"_s, u"may_work_until"_s,
         u"message"_s, u"journal_events"_s, u"journal_head"_s, u"signing_key"_s});
    for (const BatchRecord &batch : batches) {
        for (const ItemRecord &item : batch.items)
            text += csvRecord(cells(batch.summary, item) + sealCells(seal));
    }
    return text;
}

static QJsonObject sealedDocument(const BatchRecord &batch, const JournalSeal &seal)
{
    QJsonObject document = revokeDocument(batch);
    const QJsonValue key = seal.signingKey.isEmpty() ? QJsonValue() : QJsonValue(seal.signingKey);
    document.insert(u"journal"_s,
                    QJsonObject{{u"events"_s, seal.events},
                                {u"head"_s, QString::fromLatin1(seal.headHash.toHex())},
                                {u"signing_key"_s, key}});
    return document;
}

QByteArray jsonExport(const BatchRecord &batch, const JournalSeal &seal)
{
    return QJsonDocument(sealedDocument(batch, seal)).toJson();
}

QByteArray jsonExport(const QList<BatchRecord> &batches, const JournalSeal &seal)
{
    QJsonArray documents;
    for (const BatchRecord &batch : batches)
        documents.append(sealedDocument(batch, seal));
    return QJsonDocument(documents).toJson();
}

} // namespace curfew
