// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalrecord.h"

namespace curfew {

using namespace Qt::StringLiterals;

bool isKeyMissing(const VerifyReport &report)
{
    return report.profileKey == ProfileKey::Missing && !report.signingKeys.isEmpty();
}

Outcome outcomeOf(const ItemRecord &record)
{
    if (record.result)
        return record.result->outcome;
    return record.state == ItemState::Planned ? Outcome::Skipped : Outcome::Unknown;
}

QString itemStatusName(const ItemRecord &record)
{
    if (record.result)
        return outcomeName(record.result->outcome);
    return record.state == ItemState::Planned ? u"planned"_s : u"unknown"_s;
}

QMap<QString, int> countItems(const QList<ItemRecord> &items)
{
    QMap<QString, int> counts;
    for (const ItemRecord &item : items)
        ++counts[itemStatusName(item)];
    return counts;
}

QString journalEventName(JournalEventKind kind)
{
    switch (kind) {
    case JournalEventKind::Lookup:
        return u"lookup"_s;
    case JournalEventKind::Export:
        return u"export"_s;
    case JournalEventKind::IssuerAdded:
        return u"issuer_added"_s;
    case JournalEventKind::IssuerChanged:
        return u"issuer_changed"_s;
    case JournalEventKind::IssuerRemoved:
        return u"issuer_removed"_s;
    case JournalEventKind::CredentialStored:
        return u"credential_stored"_s;
    case JournalEventKind::CredentialRemoved:
        return u"credential_removed"_s;
    case JournalEventKind::DescriptorLoaded:
        return u"descriptor_loaded"_s;
    case JournalEventKind::BreakerOpened:
        return u"breaker_opened"_s;
    case JournalEventKind::BreakerClosed:
        return u"breaker_closed"_s;
    case JournalEventKind::Verification:
        return u"verification"_s;
    case JournalEventKind::Erasure:
        return u"erasure"_s;
    case JournalEventKind::SigningKeyChanged:
        return u"signing_key_changed"_s;
    case JournalEventKind::AccountProtected:
        return u"account_protected"_s;
    case JournalEventKind::AccountUnprotected:
        return u"account_unprotected"_s;
    }
    Q_UNREACHABLE();
}

QString damageName(DamageKind kind)
{
    switch (kind) {
    case DamageKind::Edited:
        return u"edited"_s;
    case DamageKind::Removed:
        return u"removed"_s;
    case DamageKind::Reordered:
        return u"reordered"_s;
    case DamageKind::Unreadable:
        return u"unreadable"_s;
    case DamageKind::Foreign:
        return u"foreign"_s;
    }
    Q_UNREACHABLE();
}

} // namespace curfew
