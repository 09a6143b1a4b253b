// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventchain.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace curfew {

using namespace Qt::StringLiterals;

QByteArray chainHash(const QByteArray &previous, const QByteArray &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    hash.addData(body);
    return hash.result();
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
    const ChainHead head{m_head.value(0).toLongLong(), m_head.value(1).toByteArray()};
    m_head.finish();
    return head;
}

Result<qint64> EventChain::append(QJsonObject event)
{
    const Result<ChainHead> last = head();
    if (!last)
        return tl::unexpected(last.error());
    const qint64 number = last->number + 1;
    event.insert(u"number"_s, number);
    // QJsonObject sorts its keys: the same event always makes the same bytes.
    const QByteArray body = QJsonDocument(event).toJson(QJsonDocument::Compact);
    const QByteArray hash = chainHash(last->hash, body);
    return m_insert.run({number, body, hash})
        .and_then([&] {
            return m_advance.run({number, hash});
        })
        .map([number] { return number; });
}

} // namespace curfew
