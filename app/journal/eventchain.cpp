// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventchain.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <limits>

namespace curfew {

using namespace Qt::StringLiterals;

constexpr qsizetype hashSize = 32;

QByteArray chainHash(const QByteArray &previous, const QByteArray &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    hash.addData(body);
    return hash.result();
}

QByteArray eventBody(QJsonObject event, qint64 number)
{
    event.insert(u"number"_s, number);
    // QJsonObject sorts its keys: the same event always makes the same bytes.
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

EventChain::EventChain(const JournalDatabase &database)
    : m_head(database, u"SELECT events, hash FROM head"_s)
    , m_insert(database, u"INSERT INTO events (number, body, hash) VALUES (?, ?, ?)"_s)
    , m_advance(database, u"UPDATE head SET events = ?, hash = ?"_s)
{
}

Result<ChainHead> EventChain::head()
{
    if (Result<> run = m_head.run(); !run)
        return tl::unexpected(run.error());
    const Result<bool> found = m_head.next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(ErrorKind::JournalDamaged, u"the chain's head is missing"_s);
    const QVariant number = m_head.value(0);
    const ChainHead head{number.toLongLong(), m_head.value(1).toByteArray()};
    const Result<bool> another = m_head.next();
    m_head.finish();
    if (!another)
        return tl::unexpected(another.error());
    if (*another)
        return failure(ErrorKind::JournalDamaged, u"the chain has more than one head"_s);
    // One more has to fit behind it. SQLite keeps a text or a fraction in a column of integers, too.
    const bool good = number.typeId() == QMetaType::LongLong && head.number >= 0
        && head.number < std::numeric_limits<qint64>::max() && head.hash.size() == hashSize;
    if (!good)
        return failure(ErrorKind::JournalDamaged, u"the chain's head is not what was written"_s);
    return head;
}

Result<qint64> EventChain::append(const QJsonObject &event)
{
    const Result<ChainHead> last = head();
    if (!last)
        return tl::unexpected(last.error());
    const qint64 number = last->number + 1;
    const QByteArray body = eventBody(event, number);
    const QByteArray hash = chainHash(last->hash, body);
    return m_insert.run({number, body, hash})
        .and_then([&] {
            return m_advance.run({number, hash});
        })
        .map([number] { return number; });
}

} // namespace curfew
