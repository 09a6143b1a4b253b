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

QByteArray csvExport(const QList<BatchRecord> &batches)
{
    QByteArray text =
        csvRecord({u"batch"_s, u"started_at"_s, u"finished_at"_s, u"operator"_s, u"issuer"_s, u"user"_s, u"ticket"_s,
                   u"reason"_s, u"target"_s, u"target_id"_s, u"action"_s, u"fingerprint"_s, u"session"_s, u"outcome"_s,
                   u"verified_by"_s, u"http_status"_s, u"attempts"_s, u"may_work_until"_s, u"message"_s});
    for (const BatchRecord &batch : batches) {
        for (const ItemRecord &item : batch.items)
            text += csvRecord(cells(batch.summary, item));
    }
    return text;
}

QByteArray jsonExport(const BatchRecord &batch)
{
    return QJsonDocument(revokeDocument(batch)).toJson();
}

QByteArray jsonExport(const QList<BatchRecord> &batches)
{
    QJsonArray documents;
    for (const BatchRecord &batch : batches)
        documents.append(revokeDocument(batch));
    return QJsonDocument(documents).toJson();
}

} // namespace curfew
