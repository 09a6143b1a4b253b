// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalreader.h"

#include "journalevents.h"

#include <QJsonDocument>

namespace curfew {

using namespace Qt::StringLiterals;

static QDateTime readTime(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

static std::optional<QDateTime> readOptionalTime(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(readTime(text));
}

static tl::unexpected<Error> damaged(const QString &what)
{
    return failure(ErrorKind::JournalDamaged, what);
}

// Values are BLOBs of UTF-8: SQLite's text replaces noncharacters, and the hash would not fit.
static QString personalText(const JournalStatement &row, int column)
{
    return QString::fromUtf8(row.value(column).toByteArray());
}

static Result<ItemRecord> readItem(const JournalStatement &row)
{
    enum Column { TargetId, Person, Kind, ActionName, FingerprintText, SessionId, Client, State, Seen, OutcomeText };
    enum ResultColumn { Proof = OutcomeText + 1, HttpStatus, Attempts, MayWorkUntil, Message };
    const auto target = targetFromName(row.text(Kind));
    const auto action = actionFromName(row.text(ActionName));
    if (!target || !action)
        return damaged(u"an item has no known target or action"_s);
    ItemRecord record;
    record.item = {*target,
                   *target == Target::User ? personalText(row, Person) : row.text(TargetId),
                   *action,
                   row.text(FingerprintText),
                   personalText(row, SessionId),
                   row.text(Client)};
    record.seenBefore = sightFromName(row.text(Seen));
    const QString state = row.text(State);
    if (state == "planned"_L1)
        return record;
    record.state = ItemState::Sending;
    if (state == "sending"_L1)
        return record;
    const auto outcome = outcomeFromName(row.text(OutcomeText));
    if (state != "done"_L1 || !outcome)
        return damaged(u"an item has no known state or outcome"_s);
    record.state = ItemState::Done;
    record.result = ItemResult{*outcome,
                               verifiedByFromName(row.text(Proof)).value_or(VerifiedBy::Nothing),
                               row.value(HttpStatus).toInt(),
                               row.value(Attempts).toInt(),
                               readOptionalTime(row.text(MayWorkUntil)),
                               personalText(row, Message)};
    return record;
}

// Steps through all rows of a statement that has been run; read takes one row and may end it with an error.
template <typename Read>
static Result<> forEachRow(JournalStatement &statement, Read read)
{
    for (;;) {
        const Result<bool> row = statement.next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        if (Result<> taken = read(statement); !taken)
            return taken;
    }
}

JournalReader::JournalReader(const JournalDatabase &database)
    : m_database(database)
{
}

Result<QList<BatchSummary>> JournalReader::summaries(const QString &condition, const QVariantList &values) const
{
    QList<BatchSummary> list;
    // A hash whose value is gone was erased.
    JournalStatement rows(m_database,
                          u"SELECT b.id, b.started_at, b.finished_at, b.issuer, o.value, u.value, t.value, r.value, "
                          "(b.operator NOT NULL AND o.value IS NULL) OR (b.user NOT NULL AND u.value IS NULL) OR "
                          "(b.ticket NOT NULL AND t.value IS NULL) OR (b.reason NOT NULL AND r.value IS NULL) "
                          "FROM batches b LEFT JOIN personal o ON o.hash = b.operator "
                          "LEFT JOIN personal u ON u.hash = b.user LEFT JOIN personal t ON t.hash = b.ticket "
                          "LEFT JOIN personal r ON r.hash = b.reason %1 ORDER BY b.opened DESC"_s.arg(condition));
    enum Column { Id, StartedAt, FinishedAt, Issuer, Operator, User, Ticket, Reason, Erased };
    return rows.run(values)
        .and_then([&] {
            return forEachRow(rows, [&](const JournalStatement &row) -> Result<> {
                BatchSummary summary;
                summary.batch = row.text(Id);
                summary.startedAt = readTime(row.text(StartedAt));
                summary.finishedAt = readOptionalTime(row.text(FinishedAt));
                summary.issuer = row.text(Issuer);
                summary.operatorName = personalText(row, Operator);
                summary.user = personalText(row, User);
                summary.ticket = personalText(row, Ticket);
                summary.reason = personalText(row, Reason);
                summary.erased = row.value(Erased).toBool();
                list.append(summary);
                return {};
            });
        })
        .map([&] { return list; });
}

Result<QList<BatchSummary>> JournalReader::batches() const
{
    Result<QList<BatchSummary>> list = summaries({}, {});
    if (!list)
        return list;
    QHash<QString, QMap<QString, int>> counts;
    JournalStatement rows(m_database,
                          u"SELECT batch, CASE state WHEN 'done' THEN outcome WHEN 'sending' THEN 'unknown' ELSE state "
                          "END AS status, count(*) FROM items GROUP BY batch, status"_s);
    const Result<> counted = rows.run().and_then([&] {
        return forEachRow(rows, [&](const JournalStatement &row) -> Result<> {
            counts[row.text(0)][row.text(1)] = row.value(2).toInt();
            return {};
        });
    });
    if (!counted)
        return tl::unexpected(counted.error());
    for (BatchSummary &summary : *list)
        summary.counts = counts.value(summary.batch);
    return list;
}

Result<QList<ItemRecord>> JournalReader::items(const QString &batch) const
{
    QList<ItemRecord> list;
    JournalStatement rows(m_database,
                          u"SELECT i.target_id, p.value, i.target, i.action, i.fingerprint, "
                          "coalesce(s.value, i.session), "
                          "i.client, i.state, i.seen, i.outcome, i.verified_by, i.http_status, i.attempts, "
                          "i.may_work_until, coalesce(w.value, i.message) FROM items i "
                          "LEFT JOIN personal p ON p.hash = i.person LEFT JOIN personal s ON s.hash = i.session_hash "
                          "LEFT JOIN personal w ON w.hash = i.words "
                          "WHERE i.batch = ? ORDER BY i.position"_s);
    return rows.run({batch})
        .and_then([&] {
            return forEachRow(rows, [&](const JournalStatement &row) {
                return readItem(row).map([&](const ItemRecord &record) { list.append(record); });
            });
        })
        .map([&] { return list; });
}

// From the event itself, which no row repeats: it is needed when a batch is carried on, and then only.
Result<BatchOrigin> JournalReader::origin(const QString &batch) const
{
    JournalStatement rows(m_database,
                          u"SELECT e.body FROM batches b JOIN events e ON e.number = b.opened WHERE b.id = ?"_s);
    return rows.run({batch}).and_then([&] { return rows.next(); }).map([&](bool found) {
        return found ? originIn(QJsonDocument::fromJson(rows.value(0).toByteArray()).object()) : BatchOrigin();
    });
}

Result<BatchRecord> JournalReader::batch(const QString &id) const
{
    return summaries(u"WHERE b.id = ?"_s, {id}).and_then([&](const QList<BatchSummary> &found) -> Result<BatchRecord> {
        if (found.isEmpty())
            return failure(ErrorKind::InvalidInput, u"there is no batch \"%1\""_s.arg(id));
        const Result<BatchOrigin> begun = origin(id);
        if (!begun)
            return tl::unexpected(begun.error());
        return items(id).map([&](const QList<ItemRecord> &list) {
            BatchRecord record{found.first(), list, *begun};
            record.summary.counts = countItems(list);
            return record;
        });
    });
}

} // namespace curfew
