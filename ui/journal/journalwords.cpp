// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalwords.h"

#include "statestyle.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::JournalWords)
};

struct Counted {
    StateStyle style;
    int count = 0;
};

} // namespace

static QList<Counted> worstFirst(const QMap<QString, int> &counts)
{
    QList<Counted> list;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        list << Counted{statusStyle(it.key()), it.value()};
    std::stable_sort(list.begin(), list.end(), [](const Counted &one, const Counted &other) {
        return severity(one.style.tone) < severity(other.style.tone);
    });
    return list;
}

QString countWords(const QMap<QString, int> &counts)
{
    QStringList parts;
    for (const Counted &counted : worstFirst(counts))
        parts << u"%1 × %2"_s.arg(QLocale().toString(counted.count), counted.style.word);
    return parts.join(u" · "_s);
}

Tone worstTone(const QMap<QString, int> &counts)
{
    return counts.isEmpty() ? Tone::Plain : worstFirst(counts).constFirst().style.tone;
}

QString itemWords(const JournalItem &item)
{
    switch (item.action) {
    case Action::Revoke:
        return item.target == Target::Token ? Words::tr("End token") : Words::tr("End");
    case Action::EndSession:
        return Words::tr("End session");
    case Action::Logout:
        return Words::tr("Sign person out");
    case Action::Disable:
        return Words::tr("Block account");
    case Action::Enable:
        break;
    }
    return Words::tr("Unblock account");
}

QString proofWords(VerifiedBy verifiedBy)
{
    switch (verifiedBy) {
    case VerifiedBy::Nothing:
        return {};
    case VerifiedBy::Introspection:
        return Words::tr("asked the service");
    case VerifiedBy::Listing:
        return Words::tr("listed again");
    case VerifiedBy::Reading:
        break;
    }
    return Words::tr("read again");
}

static QString damageWords(const JournalDamage &damage)
{
    if (damage.event == 0)
        return Words::tr("the file holds something else than what was written");
    switch (damage.kind) {
    case DamageKind::Edited:
        return Words::tr("entry %1 was changed").arg(damage.event);
    case DamageKind::Removed:
        return Words::tr("entry %1 was removed").arg(damage.event);
    case DamageKind::Reordered:
        return Words::tr("entry %1 is out of order").arg(damage.event);
    case DamageKind::Foreign:
        return Words::tr("entry %1 is signed with a key that is neither this profile’s nor one that it replaced")
            .arg(damage.event);
    case DamageKind::Unreadable:
        break;
    }
    return Words::tr("entry %1 can’t be read").arg(damage.event);
}

static QString signedWords(const VerifyReport &report)
{
    const int count = static_cast<int>(report.signedBatches);
    switch (report.profileKey) {
    case ProfileKey::AtHand:
        return Words::tr("%n action(s) are signed with this profile’s key.", nullptr, count);
    case ProfileKey::Missing:
        return Words::tr("%n action(s) are signed, nobody can tell with whose key.", nullptr, count);
    case ProfileKey::NotAtHand:
        break;
    }
    return Words::tr("%n action(s) are signed; the key to compare with is not at hand.", nullptr, count);
}

static QString signatureWords(const VerifyReport &report)
{
    QString words;
    if (isKeyMissing(report)) {
        words += u' '
            + Words::tr("This profile’s key is missing from the keychain: it was removed there, or the profile was "
                        "changed to look for another.");
    }
    if (report.signedBatches > 0)
        words += u' ' + signedWords(report);
    if (report.earlierKeyBatches > 0) {
        words += u' '
            + Words::tr("%n action(s) are signed with an earlier key and can’t be checked any more.", nullptr,
                        static_cast<int>(report.earlierKeyBatches));
    }
    if (report.unsignedBatches > 0) {
        words += u' '
            + Words::tr("%n action(s) are not signed: no keychain was at hand, or somebody took the signature out.",
                        nullptr, static_cast<int>(report.unsignedBatches));
    }
    if (report.unsignedEvents > 0) {
        words += u' '
            + Words::tr(
                     "%n entries since the last signature are not signed: whoever can write the file can change them.",
                     nullptr, static_cast<int>(report.unsignedEvents));
    }
    return words;
}

QString keyChangeWords(const KeyChange &change)
{
    return Words::tr(
               "The journal is signed with a new key from now on (%1): the keychain no longer has %2. What was signed "
               "so far can’t be checked any more. If nobody here removed that key, ask your administrator.")
        .arg(change.to, change.from);
}

Tone verifyTone(const VerifyReport &report)
{
    const bool isPlainlyGood = report.intact && !isKeyMissing(report) && report.earlierKeyBatches == 0;
    return isPlainlyGood ? Tone::Green : Tone::Amber;
}

// Whoever can write the file can change entries and chain them anew: signatures alone tell what stands before the
// damage.
static QString damagedWords(const VerifyReport &report)
{
    if (!report.damage)
        return Words::tr("The journal is damaged. Keep the file for your administrator.");
    const QString damage = damageWords(*report.damage);
    if (report.vouchedEvents > 0) {
        return Words::tr("The journal is damaged: %1. Entries 1 to %2 are as they were signed with this profile’s key. "
                         "Keep the file for your administrator.")
            .arg(damage, QString::number(report.vouchedEvents));
    }
    return Words::tr(
               "The journal is damaged: %1. No signature tells whether what stands before it was changed, too. Keep "
               "the file for your administrator.")
        .arg(damage);
}

QString verifyWords(const VerifyReport &report)
{
    if (!report.intact)
        return damagedWords(report);
    if (report.events == 0)
        return Words::tr("The journal is intact: nothing was written so far.");
    QString words =
        Words::tr("The journal is intact: all %n entries fit together.", nullptr, static_cast<int>(report.events));
    words += signatureWords(report);
    if (report.erased > 0) {
        words += u' '
            + Words::tr("%n personal value(s) were erased on purpose, which is no damage.", nullptr,
                        static_cast<int>(report.erased));
    }
    return words;
}

} // namespace curfew
