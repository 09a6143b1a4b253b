// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalfixture.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>

namespace curfew {

using namespace Qt::StringLiterals;

std::unique_ptr<Journal> JournalFixture::make() const
{
    auto ticks = std::make_shared<std::atomic<int>>(0);
    return std::make_unique<Journal>(path(), JournalAuthor{u"helen"_s, u"curfew 0.1.0"_s}, nullptr, [ticks] {
        return QDateTime({2026, 3, 1}, {14, 2, 11}, Qt::UTC).addSecs((*ticks)++);
    });
}

Rows JournalFixture::rows(const QString &sql, const QVariantList &values) const
{
    Rows list;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fixture"_s);
        database.setDatabaseName(path());
        if (!database.open())
            qFatal("the fixture can't open the journal");
        QSqlQuery query(database);
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        const qsizetype columns = query.record().count();
        while (query.next()) {
            QVariantList row;
            for (int column = 0; column < columns; ++column)
                row.append(query.value(column));
            list.append(row);
        }
    }
    QSqlDatabase::removeDatabase(u"fixture"_s);
    return list;
}

JournalItem tokenItem(int number)
{
    const QString fingerprint = u"%1"_s.arg(0xabcd000000000000ULL + quint64(number), 16, 16, '0'_L1);
    return {Target::Token, fingerprint, Action::Revoke, fingerprint, u"5e55104000000001"_s, u"console"_s};
}

BatchIntent intentOf(int tokens)
{
    BatchIntent intent{u"Catena"_s, u"maria@catena.example"_s, {}, u"lost laptop"_s, u"INC-4711"_s, {}, {}};
    for (int i = 0; i < tokens; ++i)
        intent.items.append(tokenItem(i));
    return intent;
}

} // namespace curfew
