// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalschema.h"

#include "journaldatabase.h"

namespace curfew {

using namespace Qt::StringLiterals;

// 1: what the other side said of an item stood in the event itself. 2: it is a personal value, which can be erased.
// 3: so is the id of an item's session.
constexpr qint64 schemaVersion = 3;
constexpr qint64 applicationId = 0x43524657; // "CRFW", for file(1) and for ourselves

// events is the truth: body is canonical JSON, hash is SHA-256(previous hash ‖ body). head is the last of them, read
// and written by every append. batches and items only repeat what the events say, for fast reading; verification
// replays the events and compares. personal holds what may be erased: an event names it by SHA-256(salt ‖ value) alone.
static QStringList statements()
{
    return {
        u"CREATE TABLE events (number INTEGER PRIMARY KEY, body BLOB NOT NULL, hash BLOB NOT NULL)"_s,
        u"CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), events INTEGER NOT NULL, hash BLOB NOT NULL)"_s,
        u"INSERT INTO head VALUES (1, 0, zeroblob(32))"_s,
        u"CREATE TABLE personal (hash TEXT PRIMARY KEY, event INTEGER NOT NULL REFERENCES events DEFERRABLE INITIALLY "
        "DEFERRED, salt BLOB NOT NULL, value BLOB NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE batches (id TEXT PRIMARY KEY, opened INTEGER NOT NULL REFERENCES events, event INTEGER NOT "
        u"NULL, "
        "started_at TEXT NOT NULL, finished_at TEXT, issuer TEXT, operator TEXT, user TEXT, ticket TEXT, reason TEXT)"_s,
        u"CREATE TABLE items (batch TEXT NOT NULL REFERENCES batches, position INTEGER NOT NULL, event INTEGER NOT "
        u"NULL, "
        "target TEXT NOT NULL, target_id TEXT, person TEXT, action TEXT NOT NULL, fingerprint TEXT, session TEXT, "
        "client TEXT, state TEXT NOT NULL, seen TEXT NOT NULL, outcome TEXT, verified_by TEXT, http_status INTEGER, "
        "attempts INTEGER, may_work_until TEXT, message TEXT, words TEXT, session_hash TEXT, PRIMARY KEY (batch, position)) WITHOUT ROWID"_s,
        u"PRAGMA application_id = %1"_s.arg(applicationId),
        u"PRAGMA user_version = %1"_s.arg(schemaVersion),
    };
}

static Result<> refuseForeign(const JournalDatabase &database)
{
    const Result<qint64> version = database.number(u"PRAGMA user_version"_s);
    const Result<qint64> owner = database.number(u"PRAGMA application_id"_s);
    const Result<qint64> tables = database.number(u"SELECT count(*) FROM sqlite_master"_s);
    for (const Result<qint64> *answer : {&version, &owner, &tables}) {
        if (!*answer)
            return tl::unexpected(answer->error());
    }
    if (*tables > 0 && *owner != applicationId)
        return failure(ErrorKind::JournalFailed, u"the file is another program's database, not a journal"_s);
    if (*version > schemaVersion)
        return failure(ErrorKind::JournalFailed, u"the journal was made by a newer Curfew"_s);
    return {};
}

Result<> refuseForeignSchema(const JournalDatabase &database)
{
    // The three answers are of one moment: another Curfew may be making the tables just now.
    return database.run(u"BEGIN"_s).and_then([&] {
        const Result<> allowed = refuseForeign(database);
        database.rollBack();
        return allowed;
    });
}

// Events stay as they were written: reading takes all kinds.
static Result<> upgrade(const JournalDatabase &database, qint64 version)
{
    const Result<> words = version < 2 ? database.run(u"ALTER TABLE items ADD COLUMN words TEXT"_s) : Result<>();
    return words.and_then([&] { return database.run(u"ALTER TABLE items ADD COLUMN session_hash TEXT"_s); })
        .and_then([&] { return database.run(u"PRAGMA user_version = %1"_s.arg(schemaVersion)); });
}

Result<> makeSchema(const JournalDatabase &database)
{
    const Result<qint64> tables = database.number(
        u"SELECT count(*) FROM sqlite_master WHERE name IN ('events', 'head', 'personal', 'batches', 'items')"_s);
    if (!tables)
        return tl::unexpected(tables.error());
    const Result<qint64> version = database.number(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (*tables == 5)
        return *version < schemaVersion ? upgrade(database, *version) : Result<>();
    if (*version != 0)
        return failure(ErrorKind::JournalDamaged, u"a table is missing"_s);
    for (const QString &sql : statements()) {
        if (Result<> made = database.run(sql); !made)
            return made;
    }
    return {};
}

} // namespace curfew
