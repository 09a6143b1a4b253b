// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personalvalues.h"

#include "journaltext.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace curfew {

using namespace Qt::StringLiterals;

constexpr qsizetype saltSize = 32;

QString personalHash(const QByteArray &salt, const QByteArray &value)
{
    return QString::fromLatin1(QCryptographicHash::hash(salt + value, QCryptographicHash::Sha256).toHex());
}

bool isPersonalPair(const QByteArray &salt, const QByteArray &value, const QString &hash)
{
    return salt.size() == saltSize && !value.isEmpty() && personalHash(salt, value) == hash;
}

PersonalValues::PersonalValues(const JournalDatabase &database)
    : m_insert(database, u"INSERT INTO personal (hash, event, salt, value) VALUES (?, ?, ?, ?)"_s)
{
}

Result<QString> PersonalValues::keep(qint64 event, const QString &value)
{
    if (value.isEmpty())
        return QString();
    QByteArray salt(saltSize, Qt::Uninitialized);
    randombytes_buf(salt.data(), size_t(salt.size()));
    const QByteArray bytes = journalText(value).toUtf8();
    const QString hash = personalHash(salt, bytes);
    return m_insert.run({hash, event, salt, bytes}).map([&] { return hash; });
}

} // namespace curfew
