// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revoketext.h"

#include "issueraccess.h"
#include "journaldocument.h"
#include "revocationplan.h"
#include "visibletext.h"
#include "words.h"

using namespace Qt::StringLiterals;

namespace curfew {

QString durationText(const IssuerAccess &access, const RevocationPlan &plan, Verify verify)
{
    const auto least = std::chrono::ceil<std::chrono::seconds>(access.expectedTime(plan, verify));
    return least > std::chrono::seconds(2) ? u"Takes at least %1 s at this issuer's pace."_s.arg(least.count())
                                           : QString();
}

QString planText(IssuerAccess &access, const RevocationPlan &plan, Verify verify)
{
    const ProviderDescriptor &descriptor = access.descriptor();
    const QString person = plan.user.isEmpty() ? u"whoever holds these tokens"_s : visibleText(plan.user);
    const QString aim = plan.resumes
        ? u"Go on with %1, which ends access for %2?"_s.arg(plan.resumes->summary.batch, person)
        : u"End access for %1?"_s.arg(person);
    const QString scope = plan.resumes
        ? u"%1 of its %2 tokens are still to be ended, or to be looked at first where they may have been sent"_s.arg(
            QString::number(plan.sendableCount()), QString::number(plan.items.size()))
        : u"%1, %2"_s.arg(countOf(plan.sessionCount(), u"session"_s), countOf(plan.items.size(), u"token"_s));
    QStringList lines{
        aim,
        u"  "_s + environmentBand(access.issuer()),
        u"  "_s + scope,
        u"  Ends: "_s + descriptor.ends.english,
        u"  Doesn't end: "_s + descriptor.doesNotEnd.english,
    };
    if (const auto until = plan.mayWorkUntil())
        lines.append(u"  May still work until: "_s + timeText(until));
    if (const QString duration = durationText(access, plan, verify); !duration.isEmpty())
        lines.append(u"  "_s + duration);
    return lines.join(u'\n');
}

// What an outcome means for the tokens, and what to do about it; empty where nothing is left to do.
static QString meaningOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::StillActive:
        return u"STILL ACTIVE: the issuer said done, and these tokens work nevertheless. Treat the access as open: "
               "block the account at the issuer, and report it to those who run the issuer."_s;
    case Outcome::Refused:
        return u"refused: the issuer said no, for good. Assume that these tokens still work."_s;
    case Outcome::Failed:
        return u"failed: the issuer didn't do it. Assume that these tokens still work, and run the command again."_s;
    case Outcome::Unknown:
        return u"unknown: sent, and no answer came. Assume that these tokens still work, and run the command again."_s;
    case Outcome::Skipped:
        return u"skipped: never sent. Assume that these tokens still work."_s;
    case Outcome::Accepted:
        return u"accepted: the issuer said done, and it can't be proved."_s;
    case Outcome::AlreadyInvalid:
        return u"already_invalid: these tokens no longer worked before."_s;
    case Outcome::Revoked:
        return {};
    }
    Q_UNREACHABLE();
}

static QString itemTable(const QList<ItemRecord> &items)
{
    QList<QStringList> rows;
    for (const ItemRecord &item : items) {
        rows.append({itemStatusName(item), item.item.fingerprint.isEmpty() ? u"–"_s : item.item.fingerprint,
                     item.item.session.isEmpty() ? u"–"_s : item.item.session,
                     item.result && item.result->mayWorkUntil ? timeText(item.result->mayWorkUntil) : u"–"_s,
                     item.result ? item.result->message : QString()});
    }
    return textTable({u"OUTCOME"_s, u"TOKEN"_s, u"SESSION"_s, u"MAY WORK UNTIL"_s, u"NOTE"_s}, rows);
}

QString recordText(IssuerAccess &access, const BatchRecord &record)
{
    const QMap<QString, int> counts = countItems(record.items);
    QStringList lines{environmentBand(access.issuer()), itemTable(record.items), countsText(counts)};
    // A dry run has no batch, and its "skipped" needs no explanation.
    if (!record.summary.batch.isEmpty()) {
        for (const Outcome outcome : {Outcome::StillActive, Outcome::Refused, Outcome::Failed, Outcome::Unknown,
                                      Outcome::Skipped, Outcome::Accepted, Outcome::AlreadyInvalid}) {
            if (counts.contains(outcomeName(outcome)))
                lines.append(meaningOf(outcome));
        }
    }
    if (const auto until = residualAccessUntil(record.items))
        lines.append(
            u"Applications that never ask the issuer may accept what was ended until %1."_s.arg(timeText(until)));
    lines.append(u"Not ended: "_s + access.descriptor().doesNotEnd.english);
    if (!record.summary.batch.isEmpty())
        lines.append(u"In the journal as %1."_s.arg(record.summary.batch));
    return lines.join(u'\n');
}

QString straysText(const QList<ItemRecord> &strays)
{
    QList<QStringList> rows;
    for (const ItemRecord &stray : strays)
        rows.append({stray.item.fingerprint, stray.result->message});
    return u"Left alone and sent nowhere; assume that these tokens still work:\n"_s
        + textTable({u"TOKEN"_s, u"WHY"_s}, rows);
}

} // namespace curfew
