// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journal.h"

#include <QTemporaryDir>
#include <QVariant>

namespace curfew {

using Rows = QList<QVariantList>;

//! A journal's file in a folder of its own, a clock that ticks a second a look, and a second connection to look behind.
class JournalFixture {
public:
    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("journal.sqlite")); }
    [[nodiscard]] QString dir() const { return m_dir.path(); }
    [[nodiscard]] std::unique_ptr<Journal> make() const;

    //! The rows of \p sql by another connection: what is there is what another program sees.
    [[nodiscard]] Rows rows(const QString &sql, const QVariantList &values = {}) const;
    //! As an attacker with the sqlite3 program: nothing of ours is in the way.
    void tamper(const QString &sql) const { (void)rows(sql); }

private:
    QTemporaryDir m_dir;
};

//! Waits for \p future, at most 20 s; a Canceled error when nothing came.
template <typename T>
[[nodiscard]] Result<T> answer(const QFuture<Result<T>> &future);

[[nodiscard]] JournalItem tokenItem(int number); //!< with a fingerprint of its own
[[nodiscard]] BatchIntent intentOf(int tokens); //!< Helen ends Maria's tokens at "Catena"

} // namespace curfew

#include <QTest>

template <typename T>
curfew::Result<T> curfew::answer(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20000) || future.resultCount() == 0)
        return failure(ErrorKind::Canceled, QStringLiteral("no answer"));
    return future.result();
}
