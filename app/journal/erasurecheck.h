// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

#include <QJsonObject>

namespace curfew {

//! Walks along the chain's events and tells erased personal values from those that somebody took out: a value may be
//! gone only where a later erasure reaches its event's time, and an erasure accounts for no more than it deleted.
class ErasureCheck {
public:
    //! \param event the next one, a whole body; \p missing: how many of its personal values are gone
    [[nodiscard]] std::optional<JournalDamage> take(const QJsonObject &event, qint64 missing);
    //! Once all events were taken.
    [[nodiscard]] std::optional<JournalDamage> conclude() const;

    [[nodiscard]] qint64 erased() const { return m_erased; } //!< values that erasures account for

private:
    //! An event of which values are gone that no erasure has accounted for so far.
    struct Gap {
        qint64 event = 0;
        QString at;
        qint64 missing = 0;
    };

    [[nodiscard]] std::optional<JournalDamage> takeErasure(const QJsonObject &event, const QString &before);

    QList<Gap> m_gaps; // in the order of the events
    qint64 m_erased = 0;
};

} // namespace curfew
