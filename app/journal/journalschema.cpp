// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalschema.h"

#include "journaldatabase.h"
#include "visibletext.h"

#include <algorithm>
#include <optional>

namespace curfew {

using namespace Qt::StringLiterals;

// 1: what the other side said of an item stood in the event itself. 2: it is a personal value, which can be erased.
// 3: so is the id of an item's session. 4: a signature covers its own event, too.
constexpr qint64 schemaVersion = 4;
constexpr qint64 applicationId = 0x43524657; // "CRFW", for file(1) and for ourselves

//! A row of sqlite_master.
struct SchemaObject {
    QString type;
    QString name;
    QString table;
    QString sql; //!< as it was given; SQLite's own indexes have none

    bool operator==(const SchemaObject &) const = default;
};

static SchemaObject table(const QString &name, const QString &rest)
{
    return {u"table"_s, name, name, u"CREATE TABLE %1 %2"_s.arg(name, rest)};
}

// events is the truth: body is canonical JSON, hash is SHA-256(previous hash ‖ body). head is the last of them, read
// and written by every append. batches and items only repeat what the events say, for fast reading; verification
// replays the events and compares. personal holds what may be erased: an event names it by SHA-256(salt ‖ value) alone.
// Columns that a version added stand behind the others: ALTER TABLE writes what a new file gets.
static QList<SchemaObject> objects(qint64 version)
{
    const QString words = version < 2 ? QString() : u"words TEXT, "_s;
    const QString sessionHash = version < 3 ? QString() : u"session_hash TEXT, "_s;
    return {
        table(u"events"_s, u"(number INTEGER PRIMARY KEY, body BLOB NOT NULL, hash BLOB NOT NULL)"_s),
        table(u"head"_s, u"(id INTEGER PRIMARY KEY CHECK (id = 1), events INTEGER NOT NULL, hash BLOB NOT NULL)"_s),
        table(u"personal"_s,
              u"(hash TEXT PRIMARY KEY, event INTEGER NOT NULL REFERENCES events DEFERRABLE INITIALLY DEFERRED, "
              "salt BLOB NOT NULL, value BLOB NOT NULL) WITHOUT ROWID"_s),
        table(u"batches"_s,
              u"(id TEXT PRIMARY KEY, opened INTEGER NOT NULL REFERENCES events, event INTEGER NOT NULL, "
              "started_at TEXT NOT NULL, finished_at TEXT, issuer TEXT, operator TEXT, user TEXT, ticket TEXT, "
              "reason TEXT)"_s),
        {u"index"_s, u"sqlite_autoindex_batches_1"_s, u"batches"_s, {}},
        table(
            u"items"_s,
            u"(batch TEXT NOT NULL REFERENCES batches, position INTEGER NOT NULL, event INTEGER NOT NULL, "
            "target TEXT NOT NULL, target_id TEXT, person TEXT, action TEXT NOT NULL, fingerprint TEXT, session TEXT, "
            "client TEXT, state TEXT NOT NULL, seen TEXT NOT NULL, outcome TEXT, verified_by TEXT, "
            "http_status INTEGER, attempts INTEGER, may_work_until TEXT, message TEXT, %1%2"
            "PRIMARY KEY (batch, position)) WITHOUT ROWID"_s.arg(words, sessionHash)),
    };
}

static QStringList statements()
{
    QStringList list;
    const QList<SchemaObject> made = objects(schemaVersion);
    for (const SchemaObject &object : made) {
        if (!object.sql.isEmpty())
            list.append(object.sql);
    }
    return list
        + QStringList{u"INSERT INTO head VALUES (1, 0, zeroblob(32))"_s,
                      u"PRAGMA application_id = %1"_s.arg(applicationId),
                      u"PRAGMA user_version = %1"_s.arg(schemaVersion)};
}

static Result<QList<SchemaObject>> objectsIn(const JournalDatabase &database)
{
    QList<SchemaObject> found;
    JournalStatement rows(database, u"SELECT type, name, tbl_name, sql FROM sqlite_master"_s);
    if (Result<> run = rows.run(); !run)
        return tl::unexpected(run.error());
    for (;;) {
        const Result<bool> row = rows.next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return found;
        found.append({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
    }
}

//! \return what is there besides what \p version makes, or is missing of it; nothing where all is as it was made
static std::optional<QString> difference(const QList<SchemaObject> &found, qint64 version)
{
    constexpr qsizetype longest = 64;
    QList<SchemaObject> expected = objects(version);
    for (const SchemaObject &object : found) {
        if (expected.removeOne(object))
            continue;
        const bool known = std::any_of(expected.cbegin(), expected.cend(),
                                       [&](const SchemaObject &own) { return own.name == object.name; });
        const QString text = known ? u"the %1 %2 is not as it was made"_s : u"the %1 %2 is none of the journal's"_s;
        return text.arg(visibleText(object.type, longest), visibleText(object.name, longest));
    }
    if (expected.isEmpty())
        return {};
    return u"the %1 %2 is missing"_s.arg(expected.constFirst().type, expected.constFirst().name);
}

static tl::unexpected<Error> damaged(const QString &what)
{
    return failure(ErrorKind::JournalDamaged, what);
}

//! Which version made the file. Whatever was put beside or in place of what it made would be asked in its stead.
//! \return 0 where nothing was made yet
static Result<qint64> checkedVersion(const JournalDatabase &database)
{
    const Result<qint64> version = database.number(u"PRAGMA user_version"_s);
    const Result<qint64> owner = database.number(u"PRAGMA application_id"_s);
    const Result<QList<SchemaObject>> found = objectsIn(database);
    if (!version || !owner || !found)
        return tl::unexpected(!version ? version.error() : !owner ? owner.error() : found.error());
    if (found->isEmpty() && *version == 0 && *owner != applicationId)
        return 0;
    bool ofSomeVersion = false;
    for (qint64 each = 1; each <= schemaVersion; ++each)
        ofSomeVersion = ofSomeVersion || !difference(*found, each);
    if (*owner != applicationId && ofSomeVersion)
        return damaged(u"the mark that makes the file a journal is not what was written"_s);
    if (*owner != applicationId)
        return failure(ErrorKind::JournalFailed, u"the file is another program's database, not a journal"_s);
    if (*version > schemaVersion)
        return failure(ErrorKind::JournalFailed, u"the journal was made by a newer Curfew"_s);
    const std::optional<QString> odd = difference(*found, *version);
    if (*version < 1 || (odd && ofSomeVersion))
        return damaged(u"the journal's version is not what was written"_s);
    if (odd)
        return damaged(*odd);
    return *version;
}

Result<> checkSchema(const JournalDatabase &database)
{
    return checkedVersion(database).map([](qint64) {});
}

Result<> refuseForeignSchema(const JournalDatabase &database)
{
    // The three answers are of one moment: another Curfew may be making the tables just now.
    return database.run(u"BEGIN"_s).and_then([&] {
        const Result<> allowed = checkSchema(database);
        database.rollBack();
        return allowed;
    });
}

// Events stay as they were written: reading takes all kinds.
static Result<> upgrade(const JournalDatabase &database, qint64 version)
{
    const Result<> words = version < 2 ? database.run(u"ALTER TABLE items ADD COLUMN words TEXT"_s) : Result<>();
    return words
        .and_then([&] {
            return version < 3 ? database.run(u"ALTER TABLE items ADD COLUMN session_hash TEXT"_s) : Result<>();
        })
        .and_then([&] { return database.run(u"PRAGMA user_version = %1"_s.arg(schemaVersion)); });
}

Result<> makeSchema(const JournalDatabase &database)
{
    const Result<qint64> version = checkedVersion(database);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > 0)
        return *version < schemaVersion ? upgrade(database, *version) : Result<>();
    for (const QString &sql : statements()) {
        if (Result<> made = database.run(sql); !made)
            return made;
    }
    return {};
}

} // namespace curfew
