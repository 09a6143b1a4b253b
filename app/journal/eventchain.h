// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journaldatabase.h"

#include <QByteArray>
#include <QJsonObject>

namespace curfew {

//! The last event: its number and hash. An empty chain's head is 0 and 32 zero bytes.
struct ChainHead {
    qint64 number = 0;
    QByteArray hash;

    bool operator==(const ChainHead &) const = default;
};

//! SHA-256(\p previous ‖ \p body): what the next event stands on.
[[nodiscard]] QByteArray chainHash(const QByteArray &previous, const QByteArray &body);

//! \p event as its number \p number is kept: canonical JSON.
[[nodiscard]] QByteArray eventBody(QJsonObject event, qint64 number);

//! Appends events. Used inside a transaction only: the head is read where nobody else can move it.
class EventChain {
public:
    explicit EventChain(const JournalDatabase &database);

    //! \return JournalDamaged where there isn't exactly one, or none that an event fits behind
    [[nodiscard]] Result<ChainHead> head();

    //! Writes \p event with its number behind the head.
    //! \return that number
    [[nodiscard]] Result<qint64> append(const QJsonObject &event);

private:
    JournalStatement m_head;
    JournalStatement m_insert;
    JournalStatement m_advance;
};

} // namespace curfew
