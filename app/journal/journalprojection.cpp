// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalprojection.h"

#include <QJsonArray>

namespace curfew {

using namespace Qt::StringLiterals;

// A key that is absent becomes NULL.
static QVariant column(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isString())
        return value.toString();
    return value.isDouble() ? QVariant(value.toInteger()) : QVariant();
}

static Result<> oneRow(Result<> run, const JournalStatement &statement)
{
    if (run && statement.changedRows() != 1)
        return failure(ErrorKind::InvalidInput, u"the journal knows no such batch or item"_s);
    return run;
}

JournalProjection::JournalProjection(const JournalDatabase &database, const QString &prefix)
    : m_openBatch(database,
                  u"INSERT INTO %1batches (id, opened, event, started_at, issuer, operator, user, ticket, reason) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(prefix))
    , m_addItem(
          database,
          u"INSERT INTO %1items (batch, position, event, target, target_id, person, action, fingerprint, session, "
          "session_hash, client, state, seen) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', coalesce(?, 'unseen'))"_s.arg(prefix))
    , m_setSending(
          database,
          u"UPDATE %1items SET state = 'sending', seen = ?, event = ? WHERE batch = ? AND position = ?"_s.arg(prefix))
    , m_setOutcome(
          database,
          u"UPDATE %1items SET state = 'done', outcome = ?, verified_by = ?, http_status = ?, attempts = ?, "
          "may_work_until = ?, message = ?, words = ?, event = ? WHERE batch = ? AND position = ?"_s.arg(prefix))
    , m_finishBatch(database, u"UPDATE %1batches SET finished_at = ?, event = ? WHERE id = ?"_s.arg(prefix))
    , m_resumeBatch(database, u"UPDATE %1batches SET finished_at = NULL, event = ? WHERE id = ?"_s.arg(prefix))
{
}

Result<> JournalProjection::apply(const QJsonObject &event)
{
    const QString kind = event.value("event"_L1).toString();
    if (kind == "batch_opened"_L1)
        return openBatch(event);
    if (kind == "batch_items"_L1)
        return addItems(event);
    if (kind == "sending"_L1)
        return setSending(event);
    if (kind == "outcomes"_L1)
        return setOutcomes(event);
    if (kind == "batch_finished"_L1)
        return finishBatch(event);
    if (kind == "batch_resumed"_L1)
        return resumeBatch(event);
    return {}; // the other kinds are no part of a batch
}

Result<> JournalProjection::openBatch(const QJsonObject &event)
{
    const QJsonObject personal = event.value("personal"_L1).toObject();
    const QVariant number = column(event, "number"_L1);
    return m_openBatch.run({column(event, "batch"_L1), number, number, column(event, "at"_L1),
                            column(event, "issuer"_L1), column(personal, "operator"_L1), column(personal, "user"_L1),
                            column(personal, "ticket"_L1), column(personal, "reason"_L1)});
}

Result<> JournalProjection::addItems(const QJsonObject &event)
{
    qint64 position = event.value("first"_L1).toInteger();
    const QJsonArray items = event.value("items"_L1).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const Result<> added =
            m_addItem.run({column(event, "batch"_L1), position++, column(event, "number"_L1), column(item, "target"_L1),
                           column(item, "target_id"_L1), column(item, "person"_L1), column(item, "action"_L1),
                           column(item, "fingerprint"_L1), column(item, "session"_L1), column(item, "session_hash"_L1),
                           column(item, "client"_L1), column(item, "seen"_L1)});
        if (!added)
            return added;
    }
    return {};
}

Result<> JournalProjection::setSending(const QJsonObject &event)
{
    const QJsonArray items = event.value("items"_L1).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const Result<> set = oneRow(m_setSending.run({column(item, "seen"_L1), column(event, "number"_L1),
                                                      column(event, "batch"_L1), column(item, "item"_L1)}),
                                    m_setSending);
        if (!set)
            return set;
    }
    return {};
}

Result<> JournalProjection::setOutcomes(const QJsonObject &event)
{
    const QJsonArray items = event.value("items"_L1).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const Result<> set = oneRow(
            m_setOutcome.run({column(item, "outcome"_L1), column(item, "verified_by"_L1),
                              column(item, "http_status"_L1), column(item, "attempts"_L1),
                              column(item, "may_work_until"_L1), column(item, "message"_L1), column(item, "words"_L1),
                              column(event, "number"_L1), column(event, "batch"_L1), column(item, "item"_L1)}),
            m_setOutcome);
        if (!set)
            return set;
    }
    return {};
}

Result<> JournalProjection::finishBatch(const QJsonObject &event)
{
    return oneRow(m_finishBatch.run({column(event, "at"_L1), column(event, "number"_L1), column(event, "batch"_L1)}),
                  m_finishBatch);
}

Result<> JournalProjection::resumeBatch(const QJsonObject &event)
{
    return oneRow(m_resumeBatch.run({column(event, "number"_L1), column(event, "batch"_L1)}), m_resumeBatch);
}

} // namespace curfew
