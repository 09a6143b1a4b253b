// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace curfew {

//! What an SQLite error means to the operator: JournalDamaged, or JournalFailed with a sentence in `detail`.
[[nodiscard]] Error journalError(const QSqlError &error);

//! A connection to the journal's file; belongs to the thread that opened it.
class JournalDatabase {
public:
    JournalDatabase();
    ~JournalDatabase();
    Q_DISABLE_COPY_MOVE(JournalDatabase)

    //! Opens \p path, making file and tables where there are none.
    [[nodiscard]] Result<> open(const QString &path);

    [[nodiscard]] Result<> run(const QString &sql) const;
    [[nodiscard]] Result<qint64> number(const QString &sql) const; //!< the first column of the first row; 0 without one
    //! Writes the log beside the file back and empties it: only then is what was deleted off the disk.
    //! \return JournalFailed while another connection reads what was there before
    [[nodiscard]] Result<> emptyLog() const;
    [[nodiscard]] QSqlQuery query() const; //!< to be prepared and stepped forward only

    //! Runs \p work between BEGIN IMMEDIATE and COMMIT: no other process writes meanwhile, and once this returns
    //! without an error, all of it is on disk. An error of \p work or of the commit takes all of it back.
    template <typename Work>
    [[nodiscard]] auto transaction(Work work) const -> decltype(work())
    {
        if (Result<> begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return tl::unexpected(begun.error());
        auto outcome = work();
        if (outcome) {
            Result<> committed = run(QStringLiteral("COMMIT"));
            if (committed)
                return outcome;
            outcome = tl::unexpected(committed.error());
        }
        rollBack();
        return outcome;
    }
    void rollBack() const;

private:
    [[nodiscard]] Result<> openFile(const QString &path);
    [[nodiscard]] Result<> distrust() const;
    [[nodiscard]] Result<> configure() const;

    QString m_name;
    QSqlDatabase m_connection;
};

//! One statement, prepared at its first use and kept.
class JournalStatement {
public:
    JournalStatement(const JournalDatabase &database, QString sql);

    [[nodiscard]] Result<> run(const QVariantList &values = {});
    [[nodiscard]] Result<bool> next(); //!< false behind the last row
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] int changedRows() const { return m_query.numRowsAffected(); }
    void finish() { m_query.finish(); } //!< ends the read that run() began

private:
    QSqlQuery m_query;
    QString m_sql;
    bool m_prepared = false;
};

} // namespace curfew
