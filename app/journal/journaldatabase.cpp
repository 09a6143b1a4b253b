// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaldatabase.h"

#include "journalschema.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>

#include <atomic>
#include <chrono>

namespace curfew {

using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds busyTimeout(5000);

static QString diskFull()
{
    return u"the disk is full"_s;
}

static QString readOnly()
{
    return u"the journal's file or folder is read-only"_s;
}

Error journalError(const QSqlError &error)
{
    // Primary result codes, https://www.sqlite.org/rescode.html; the driver reports extended ones.
    enum Code {
        Perm = 3,
        Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        Corrupt = 11,
        Full = 13,
        CantOpen = 14,
        Constraint = 19,
        NotADatabase = 26
    };
    const auto failed = [](const QString &detail) { return Error{ErrorKind::JournalFailed, detail, 0, {}}; };
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Corrupt:
    case Constraint: // an append that doesn't fit behind the rows that are there: somebody moved them
    case NotADatabase:
        return {ErrorKind::JournalDamaged, error.databaseText(), 0, {}};
    case Full:
        return failed(diskFull());
    case Perm:
    case ReadOnly:
        return failed(readOnly());
    case CantOpen:
        return failed(u"the journal's file can't be opened, made or written"_s);
    case Busy:
    case Locked:
        return failed(u"another program kept the journal locked for too long"_s);
    default:
        return failed(error.databaseText().isEmpty() ? error.driverText() : error.databaseText());
    }
}

static Result<> makeOwnersFile(const QString &path)
{
    constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    QFile file(path);
    // Made here, not by SQLite: it would follow the umask, and the files beside the journal copy its mode.
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return {};
    if (!file.exists())
        return failure(ErrorKind::JournalFailed, u"%1: %2"_s.arg(path, file.errorString()));
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        file.setPermissions(ownerOnly); // where that isn't ours to do, opening says so
    return {};
}

JournalDatabase::JournalDatabase()
{
    static std::atomic<int> count = 0;
    m_name = u"curfew-journal-%1"_s.arg(++count);
}

JournalDatabase::~JournalDatabase()
{
    m_connection = {};
    if (QSqlDatabase::contains(m_name))
        QSqlDatabase::removeDatabase(m_name);
}

// SQLite says "can't open" and "I/O error" where the reason is the disk itself.
static Error explained(Error error, const QString &path)
{
    constexpr qint64 leastRoom = 128 * 1024; // what the files beside the journal begin with
    const QStorageInfo disk(QFileInfo(path).path());
    if (error.kind != ErrorKind::JournalFailed || !disk.isValid())
        return error;
    if (disk.isReadOnly())
        error.detail = readOnly();
    else if (disk.bytesAvailable() < leastRoom)
        error.detail = diskFull();
    return error;
}

Result<> JournalDatabase::open(const QString &path)
{
    return openFile(path).map_error([&](const Error &error) { return explained(error, path); });
}

Result<> JournalDatabase::openFile(const QString &path)
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return failure(ErrorKind::JournalFailed, u"Qt's SQLite driver is not installed (Debian: libqt6sql6-sqlite)"_s);
    if (Result<> made = makeOwnersFile(path); !made)
        return made;
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_connection.setDatabaseName(path);
    m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count()));
    if (!m_connection.open())
        return tl::unexpected(journalError(m_connection.lastError()));
    // First of all: a file of a newer version is not to be touched, and nothing in a foreign one is to be asked.
    return distrust()
        .and_then([this] { return refuseForeignSchema(*this); })
        .and_then([this] { return configure(); })
        .and_then([this] { return transaction([this] { return makeSchema(*this); }); });
}

// https://www.sqlite.org/security.html. The third defence named there, SQLITE_DBCONFIG_DEFENSIVE, is a call of the
// library that Qt's driver was built with, which need not be one that we could link.
Result<> JournalDatabase::distrust() const
{
    return run(u"PRAGMA trusted_schema = OFF"_s).and_then([this] { return run(u"PRAGMA cell_size_check = ON"_s); });
}

Result<> JournalDatabase::configure() const
{
    // Another process that opens the file at the same moment makes this fail at once, past the busy timeout.
    Result<> ready;
    for (int attempt = 0; attempt < 50; ++attempt) {
        ready = run(u"PRAGMA journal_mode = WAL"_s);
        if (ready)
            break;
        QThread::msleep(20); // the writer's own thread: nobody waits for it but its queue
    }
    // fullfsync: without it macOS leaves the data in the drive's cache. secure_delete: what is erased is overwritten.
    for (const QString &sql : {u"PRAGMA synchronous = FULL"_s, u"PRAGMA fullfsync = ON"_s,
                               u"PRAGMA foreign_keys = ON"_s, u"PRAGMA secure_delete = ON"_s}) {
        ready = ready.and_then([&] { return run(sql); });
    }
    return ready;
}

Result<> JournalDatabase::emptyLog() const
{
    // For readers SQLite itself waits out the busy timeout; for somebody else who writes the log back it doesn't.
    for (const QDeadlineTimer deadline(busyTimeout);;) {
        const Result<qint64> busy = number(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        if (!busy)
            return tl::unexpected(busy.error());
        if (*busy == 0)
            return {};
        if (deadline.hasExpired())
            return failure(ErrorKind::JournalFailed, u"another program is reading the journal, and has to be closed"_s);
        QThread::msleep(20);
    }
}

QSqlQuery JournalDatabase::query() const
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    return query;
}

Result<> JournalDatabase::run(const QString &sql) const
{
    QSqlQuery statement = query();
    if (!statement.exec(sql))
        return tl::unexpected(journalError(statement.lastError()));
    return {};
}

Result<qint64> JournalDatabase::number(const QString &sql) const
{
    QSqlQuery statement = query();
    if (!statement.exec(sql))
        return tl::unexpected(journalError(statement.lastError()));
    return statement.next() ? statement.value(0).toLongLong() : 0;
}

void JournalDatabase::rollBack() const
{
    // Fails only where SQLite has already rolled back by itself (disk full), which is as good.
    query().exec(u"ROLLBACK"_s);
}

JournalStatement::JournalStatement(const JournalDatabase &database, QString sql)
    : m_query(database.query())
    , m_sql(std::move(sql))
{
}

Result<> JournalStatement::run(const QVariantList &values)
{
    if (!m_prepared && !m_query.prepare(m_sql))
        return tl::unexpected(journalError(m_query.lastError()));
    m_prepared = true;
    for (qsizetype i = 0; i < values.size(); ++i)
        m_query.bindValue(int(i), values.at(i));
    if (!m_query.exec())
        return tl::unexpected(journalError(m_query.lastError()));
    return {};
}

Result<bool> JournalStatement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        return tl::unexpected(journalError(m_query.lastError()));
    return false;
}

} // namespace curfew
