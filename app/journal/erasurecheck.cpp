// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "erasurecheck.h"

#include "journalevents.h"

namespace curfew {

using namespace Qt::StringLiterals;

std::optional<JournalDamage> ErasureCheck::take(const QJsonObject &event, qint64 missing)
{
    std::optional<JournalDamage> damage;
    if (const QString before = erasedBefore(event); !before.isEmpty())
        damage = takeErasure(event, before);
    // Behind the erasure: it never deletes what it writes itself.
    if (missing > 0)
        m_gaps.append({event.value("number"_L1).toInteger(), event.value("at"_L1).toString(), missing});
    return damage;
}

std::optional<JournalDamage> ErasureCheck::takeErasure(const QJsonObject &event, const QString &before)
{
    QList<Gap> open;
    qint64 first = 0;
    qint64 reached = 0;
    for (const Gap &gap : std::as_const(m_gaps)) {
        if (gap.at >= before) { // one form and one zone: as texts they stand in time's order
            open.append(gap);
            continue;
        }
        if (first == 0)
            first = gap.event;
        reached += gap.missing;
    }
    m_gaps = open;
    const qint64 deleted = event.value("count"_L1).toInteger();
    if (reached > deleted) {
        return JournalDamage{first, DamageKind::Removed,
                             u"a personal value is gone, and event %1 erased fewer than are gone before it"_s.arg(
                                 event.value("number"_L1).toInteger())};
    }
    m_erased += reached;
    return {};
}

std::optional<JournalDamage> ErasureCheck::conclude() const
{
    if (m_gaps.isEmpty())
        return {};
    return JournalDamage{m_gaps.constFirst().event, DamageKind::Removed,
                         u"a personal value is gone, and no erasure reaches it"_s};
}

} // namespace curfew
