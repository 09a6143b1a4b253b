// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalverifier.h"

#include "journalevents.h"
#include "journalprojection.h"
#include "journalschema.h"
#include "personalvalues.h"

#include <QJsonDocument>

namespace curfew {

using namespace Qt::StringLiterals;

JournalVerifier::JournalVerifier(const JournalDatabase &database, VerifyAgainst against)
    : m_database(database)
    , m_against(std::move(against))
    , m_signatures(m_against.publicKey)
    , m_personal(database, u"SELECT event, salt, value FROM personal WHERE hash = ?"_s)
{
}

void JournalVerifier::found(const std::optional<JournalDamage> &damage)
{
    if (!m_report.damage)
        m_report.damage = damage;
}

Result<VerifyReport> JournalVerifier::verify()
{
    m_report = {};
    m_report.headHash = QByteArray(32, '\0');
    m_report.profileKey = m_against.profileKey;
    m_personalRows = 0;
    // One read transaction: what another process appends meanwhile is not seen. The replay's tables end with it.
    const Result<> checked = m_database.run(u"BEGIN"_s).and_then([this] { return check(); });
    m_personal.finish();
    m_database.rollBack();
    if (!checked && checked.error().kind == ErrorKind::JournalDamaged)
        found(m_report.events + 1, DamageKind::Unreadable, checked.error().detail);
    else if (!checked)
        return tl::unexpected(checked.error());
    m_report.intact = !m_report.damage;
    m_report.erased = m_erasures.erased();
    m_signatures.describe(m_report);
    return m_report;
}

Result<> JournalVerifier::check()
{
    // Behind damage in the chain nothing else means anything.
    const auto unlessDamaged = [this](auto step) {
        return [this, step]() -> Result<> { return m_report.damage ? Result<>() : step(); };
    };
    return checkTables()
        .and_then(unlessDamaged([this] { return makeReplayTables(); }))
        .and_then(unlessDamaged([this] { return walkChain(); }))
        .and_then(unlessDamaged([this] { return checkHead(); }))
        .map([this] { found(m_signatures.conclude()); })
        .map([this] { found(m_erasures.conclude()); })
        .map([this] { checkExpectedHead(); })
        .and_then(unlessDamaged([this] { return checkStructure(); }))
        .and_then(unlessDamaged([this] { return checkStrayPersonal(); }))
        .and_then(unlessDamaged([this] { return compare(u"batches"_s, u"id"_s); }))
        .and_then(unlessDamaged([this] { return compare(u"items"_s, u"batch, position"_s); }));
}

// Opening the file did, and others can have written since.
Result<> JournalVerifier::checkTables()
{
    Result<> checked = checkSchema(m_database);
    if (checked || checked.error().kind != ErrorKind::JournalDamaged)
        return checked;
    found(0, DamageKind::Edited, checked.error().detail);
    return {};
}

Result<> JournalVerifier::makeReplayTables()
{
    return m_database.run(u"CREATE TEMP TABLE replay_batches AS SELECT * FROM main.batches WHERE 0"_s)
        .and_then(
            [this] { return m_database.run(u"CREATE TEMP TABLE replay_items AS SELECT * FROM main.items WHERE 0"_s); })
        .and_then([this] { return m_database.run(u"CREATE UNIQUE INDEX temp.replay_batch ON replay_batches (id)"_s); })
        .and_then([this] {
            return m_database.run(u"CREATE UNIQUE INDEX temp.replay_item ON replay_items (batch, position)"_s);
        });
}

Result<> JournalVerifier::walkChain()
{
    JournalProjection replay(m_database, u"replay_"_s);
    JournalStatement rows(m_database, u"SELECT number, body, hash FROM events ORDER BY number"_s);
    if (Result<> run = rows.run(); !run)
        return run;
    while (!m_report.damage) {
        const Result<bool> more = rows.next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        const Row row{rows.value(0).toLongLong(), rows.value(1).toByteArray(), rows.value(2).toByteArray()};
        if (Result<> checked = checkEvent(row, replay); !checked)
            return checked;
    }
    return {};
}

Result<> JournalVerifier::checkEvent(const Row &row, JournalProjection &replay)
{
    const qint64 expected = m_report.events + 1;
    const QJsonObject event = QJsonDocument::fromJson(row.body).object();
    const qint64 written = event.value("number"_L1).toInteger();
    const bool good = row.hash == chainHash(m_report.headHash, row.body);
    if (row.number < expected) {
        found(expected, DamageKind::Edited, u"an event was put before the first"_s);
    } else if (row.number > expected || (!good && written > expected)) {
        const Result<bool> elsewhere = holdsBody(expected);
        if (!elsewhere)
            return tl::unexpected(elsewhere.error());
        if (*elsewhere)
            found(expected, DamageKind::Reordered, u"the event stands in another place"_s);
        else
            found(expected, DamageKind::Removed, u"the event is not there"_s);
    } else if (!good && written > 0 && written < expected) {
        found(expected, DamageKind::Reordered, u"event %1 stands in its place"_s.arg(written));
    } else if (!good) {
        found(expected, DamageKind::Edited, u"the event is not what was written"_s);
    } else if (written != expected) {
        found(expected, DamageKind::Unreadable, u"the event can't be read"_s);
    }
    if (m_report.damage)
        return {};
    m_report.events = expected;
    found(m_signatures.take(event, row.body, m_report.headHash));
    m_report.headHash = row.hash;
    m_metExpectedHead = m_metExpectedHead || row.hash == m_against.expectedHead;
    return checkPersonal(event).and_then([&](qint64 missing) {
        found(m_erasures.take(event, missing));
        const Result<> applied = replay.apply(event);
        if (!applied && applied.error().kind == ErrorKind::InvalidInput)
            found(expected, DamageKind::Unreadable, u"the event doesn't fit those before it"_s);
        return applied || m_report.damage ? Result<>() : applied;
    });
}

void JournalVerifier::checkExpectedHead()
{
    if (!m_report.damage && !m_against.expectedHead.isEmpty() && !m_metExpectedHead)
        found(m_report.events + 1, DamageKind::Removed,
              u"the expected head is not in the chain: its end was cut off, or it is another journal's"_s);
}

Result<qint64> JournalVerifier::checkPersonal(const QJsonObject &event)
{
    qint64 missing = 0;
    for (const QString &hash : personalHashesOf(event)) {
        if (Result<> run = m_personal.run({hash}); !run)
            return tl::unexpected(run.error());
        const Result<bool> present = m_personal.next();
        if (!present)
            return tl::unexpected(present.error());
        if (!*present) {
            ++missing;
            continue;
        }
        ++m_personalRows;
        const bool same = m_personal.value(0).toLongLong() == m_report.events
            && isPersonalPair(m_personal.value(1).toByteArray(), m_personal.value(2).toByteArray(), hash);
        if (!same)
            found(m_report.events, DamageKind::Edited, u"a personal value is not what was written"_s);
    }
    return missing;
}

Result<> JournalVerifier::checkHead()
{
    return EventChain(m_database).head().map([this](const ChainHead &head) {
        if (head.number > m_report.events)
            found(m_report.events + 1, DamageKind::Removed, u"the chain ends before its head"_s);
        else if (head != ChainHead{m_report.events, m_report.headHash})
            found(m_report.events, DamageKind::Edited, u"the chain's head is not what was written"_s);
    });
}

// An index can hide a batch that its table still has: quick_check would not hold one against the other, and saves
// little (50,000 items, 42 MB: 50 ms either way).
Result<> JournalVerifier::checkStructure()
{
    JournalStatement rows(m_database, u"PRAGMA integrity_check(1)"_s);
    const Result<bool> said = rows.run().and_then([&] { return rows.next(); });
    if (!said)
        return tl::unexpected(said.error());
    const QString verdict = *said ? rows.text(0) : QString();
    if (verdict != "ok"_L1)
        found(0, DamageKind::Edited, u"SQLite says of the file: %1"_s.arg(verdict.simplified()));
    return {};
}

Result<> JournalVerifier::checkStrayPersonal()
{
    return m_database.number(u"SELECT count(*) FROM personal"_s).map([this](qint64 rows) {
        if (rows != m_personalRows)
            found(m_report.events, DamageKind::Edited, u"a personal value that no event names was added"_s);
    });
}

Result<> JournalVerifier::compare(const QString &table, const QString &key)
{
    struct Difference {
        QString from;
        QString missingIn;
        DamageKind kind;
    };
    // A row that was edited is in both differences, so the other side is asked whether its key is there at all.
    for (const Difference &side : {Difference{u"temp.replay_"_s, u"main."_s, DamageKind::Removed},
                                   {u"main."_s, u"temp.replay_"_s, DamageKind::Edited}}) {
        JournalStatement rows(m_database,
                              u"WITH odd AS (SELECT * FROM %1%3 EXCEPT SELECT * FROM %2%3) SELECT event, "
                              "(%4) IN (SELECT %4 FROM %2%3) FROM odd ORDER BY event LIMIT 1"_s.arg(
                                  side.from, side.missingIn, table, key));
        if (Result<> run = rows.run(); !run)
            return run;
        const Result<bool> differs = rows.next();
        if (!differs)
            return tl::unexpected(differs.error());
        if (*differs) {
            const DamageKind kind = rows.value(1).toBool() ? DamageKind::Edited : side.kind;
            found(rows.value(0).toLongLong(), kind, u"a row of the table %1 is not what the events say"_s.arg(table));
            return {};
        }
    }
    return {};
}

Result<bool> JournalVerifier::holdsBody(qint64 number)
{
    JournalStatement rows(m_database, u"SELECT body FROM events"_s);
    if (Result<> run = rows.run(); !run)
        return tl::unexpected(run.error());
    for (;;) {
        const Result<bool> more = rows.next();
        if (!more || !*more)
            return more;
        const QJsonObject event = QJsonDocument::fromJson(rows.value(0).toByteArray()).object();
        if (event.value("number"_L1).toInteger() == number)
            return true;
    }
}

} // namespace curfew
