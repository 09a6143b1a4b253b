// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaldocument.h"

#include "timetext.h"

#include <QJsonArray>

#include <algorithm>

namespace curfew {

using namespace Qt::StringLiterals;

static QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

static QJsonObject countsObject(const QMap<QString, int> &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject resultDocument(const ItemRecord &item, const QString &issuer)
{
    const ItemResult result = item.result.value_or(ItemResult{});
    // What may have left before a crash isn't known by number.
    const bool counted = item.result || item.state == ItemState::Planned;
    const QJsonValue attempts = counted ? QJsonValue(result.attempts) : QJsonValue();
    return {
        {u"target"_s, targetName(item.item.target)},
        {u"target_id"_s, textOrNull(item.item.targetId)},
        {u"action"_s, actionName(item.item.action)},
        {u"fingerprint"_s, textOrNull(item.item.fingerprint)},
        {u"session"_s, textOrNull(item.item.session)},
        {u"issuer"_s, textOrNull(issuer)},
        {u"outcome"_s, itemStatusName(item)},
        {u"verified_by"_s, textOrNull(verifiedByName(result.verifiedBy))},
        {u"http_status"_s, result.httpStatus > 0 ? QJsonValue(result.httpStatus) : QJsonValue(QJsonValue::Null)},
        {u"attempts"_s, attempts},
        {u"may_work_until"_s, toJson(result.mayWorkUntil)},
        {u"message"_s, textOrNull(result.message)},
    };
}

std::optional<QDateTime> residualAccessUntil(const QList<ItemRecord> &items)
{
    std::optional<QDateTime> latest;
    for (const ItemRecord &record : items) {
        if (!record.result || !isGood(record.result->outcome) || !record.result->mayWorkUntil)
            continue;
        latest = latest ? std::max(*latest, *record.result->mayWorkUntil) : *record.result->mayWorkUntil;
    }
    return latest;
}

QJsonObject revokeDocumentHead(const BatchRecord &record)
{
    return {
        {u"batch"_s, textOrNull(record.summary.batch)},
        {u"issuer"_s, textOrNull(record.summary.issuer)},
        {u"counts"_s, countsObject(countItems(record.items))},
        {u"residual_access_until"_s, toJson(residualAccessUntil(record.items))},
    };
}

QJsonObject revokeDocument(const BatchRecord &record)
{
    QJsonArray results;
    for (const ItemRecord &item : record.items)
        results.append(resultDocument(item, record.summary.issuer));
    QJsonObject document = revokeDocumentHead(record);
    document.insert(u"results"_s, results);
    return document;
}

QJsonObject journalListDocument(const QList<BatchSummary> &batches)
{
    QJsonArray array;
    for (const BatchSummary &batch : batches) {
        array.append(QJsonObject{
            {u"batch"_s, batch.batch},
            {u"started_at"_s, toRfc3339(batch.startedAt)},
            {u"finished_at"_s, toJson(batch.finishedAt)},
            {u"operator"_s, textOrNull(batch.operatorName)},
            {u"issuer"_s, batch.issuer},
            {u"user"_s, textOrNull(batch.user)},
            {u"ticket"_s, textOrNull(batch.ticket)},
            {u"reason"_s, textOrNull(batch.reason)},
            {u"counts"_s, countsObject(batch.counts)},
        });
    }
    return {{u"batches"_s, array}};
}

} // namespace curfew
