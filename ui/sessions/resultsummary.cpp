// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsummary.h"

#include "statestyle.h"
#include "timewords.h"
#include "visibletext.h"

#include <algorithm>

namespace curfew {

namespace {

//! Items that ended together, and the worst of them.
struct Group {
    QString name;
    Outcome outcome = Outcome::Revoked;
    QString message;
    std::optional<QDateTime> until; // the latest
    bool isSession = false;
};

struct Counts {
    qsizetype total = 0;
    qsizetype still = 0; // seen alive
    qsizetype open = 0; // may be alive: refused, failed, unclear
    qsizetype untried = 0;
    qsizetype unchecked = 0;
    qsizetype inactive = 0; // not active before, nothing left to fear
};

} // namespace

static int rank(Outcome outcome)
{
    switch (outcome) {
    case Outcome::StillActive:
        return 0;
    case Outcome::Unknown:
        return 1;
    case Outcome::Failed:
        return 2;
    case Outcome::Refused:
        return 3;
    case Outcome::Skipped:
        return 4;
    case Outcome::Accepted:
        return 5;
    case Outcome::AlreadyInvalid:
        return 6;
    case Outcome::Revoked:
        return 7;
    }
    Q_UNREACHABLE();
}

bool mayStillWork(Outcome outcome)
{
    return rank(outcome) <= rank(Outcome::Skipped);
}

//! An item without a result was never sent, or was sent and its answer lost.
static ItemResult resultOf(const ItemRecord &item)
{
    if (item.result)
        return *item.result;
    ItemResult result;
    result.outcome = item.state == ItemState::Planned ? Outcome::Skipped : Outcome::Unknown;
    return result;
}

static QList<Group> groupsOf(const BatchRecord &record, const SummaryFacts &facts)
{
    QList<Group> groups;
    QHash<QString, qsizetype> known;
    for (qsizetype i = 0; i < record.items.size(); ++i) {
        const ItemRecord &item = record.items[i];
        const ItemResult result = resultOf(item);
        const bool isSession = !item.item.session.isEmpty();
        const QString key = isSession ? item.item.session : item.item.targetId + QString::number(i);
        const auto position = known.constFind(key);
        if (position == known.cend()) {
            known.insert(key, groups.size());
            QString name = facts.names.value(isSession ? item.item.session : item.item.targetId);
            if (name.isEmpty())
                name = isSession ? ResultSummary::tr("Session %1").arg(item.item.session)
                                 : ResultSummary::tr("Token %1").arg(item.item.targetId);
            groups.append({name, result.outcome, visibleText(result.message, 200), result.mayWorkUntil, isSession});
            continue;
        }
        Group &group = groups[position.value()];
        if (rank(result.outcome) < rank(group.outcome)) {
            group.outcome = result.outcome;
            group.message = visibleText(result.message, 200);
        }
        if (result.mayWorkUntil && (!group.until || *group.until < *result.mayWorkUntil))
            group.until = result.mayWorkUntil;
    }
    return groups;
}

static bool isAhead(const std::optional<QDateTime> &time, const SummaryFacts &facts)
{
    return time && *time > facts.now;
}

static Counts countsOf(const QList<Group> &groups, const SummaryFacts &facts)
{
    Counts counts;
    counts.total = groups.size();
    for (const Group &group : groups) {
        counts.still += group.outcome == Outcome::StillActive;
        counts.untried += group.outcome == Outcome::Skipped;
        counts.open +=
            mayStillWork(group.outcome) && group.outcome != Outcome::StillActive && group.outcome != Outcome::Skipped;
        const bool inactive = group.outcome == Outcome::AlreadyInvalid;
        counts.inactive += inactive;
        counts.unchecked += group.outcome == Outcome::Accepted || (inactive && isAhead(group.until, facts));
    }
    return counts;
}

static QString things(const Counts &counts, bool sessions)
{
    const int n = int(counts.total);
    return sessions ? ResultSummary::tr("All %n session(s)", nullptr, n)
                    : ResultSummary::tr("All %n token(s)", nullptr, n);
}

static QString openHeadline(const Counts &counts, bool sessions)
{
    const int ended = int(counts.total - counts.still - counts.open - counts.untried);
    if (counts.still == 0 && counts.open == 0) {
        if (ended == 0)
            return ResultSummary::tr("Nothing was ended.");
        return ResultSummary::tr("Not yet: %1 ended, %2 not tried.").arg(ended).arg(counts.untried);
    }
    const int still = int(counts.still);
    const int open = int(counts.open + counts.untried);
    if (still == 0)
        return sessions ? ResultSummary::tr("Not yet: %n session(s) may still work.", nullptr, open)
                        : ResultSummary::tr("Not yet: %n token(s) may still work.", nullptr, open);
    QString headline = sessions ? ResultSummary::tr("Not yet: %n session(s) still work.", nullptr, still)
                                : ResultSummary::tr("Not yet: %n token(s) still work.", nullptr, still);
    if (open > 0)
        headline += QLatin1Char(' ') + ResultSummary::tr("%n more may.", nullptr, open);
    return headline;
}

static QString closedHeadline(const Counts &counts, bool sessions)
{
    if (counts.total == 0)
        return ResultSummary::tr("Nothing was ended.");
    if (counts.inactive == counts.total)
        return sessions ? ResultSummary::tr("None of the %n session(s) was active here.", nullptr, int(counts.total))
                        : ResultSummary::tr("None of the %n token(s) was active here.", nullptr, int(counts.total));
    if (counts.unchecked > 0) {
        if (counts.unchecked == counts.total)
            return sessions ? ResultSummary::tr("%n session(s) ended, says the service; Curfew can’t check it.",
                                                nullptr, int(counts.total))
                            : ResultSummary::tr("%n token(s) ended, says the service; Curfew can’t check it.", nullptr,
                                                int(counts.total));
        return ResultSummary::tr("%1 ended; %2 can’t be checked.").arg(things(counts, sessions)).arg(counts.unchecked);
    }
    return ResultSummary::tr("%1 ended and checked.").arg(things(counts, sessions));
}

static void fillLists(ResultSummary *summary, const QList<Group> &groups, const SummaryFacts &facts)
{
    for (const Group &group : groups) {
        const StateStyle style = outcomeStyle(group.outcome, {group.message, group.until, facts.now});
        const QString how =
            style.sentence.isEmpty() ? style.word : ResultSummary::tr("%1: %2").arg(style.word, style.sentence);
        if (mayStillWork(group.outcome)) {
            // Not tried is grey in the table; here it stands among what may let someone in.
            summary->mayStillWork.append({group.name, how, Tone::Red});
            continue;
        }
        summary->ended.append({group.name, style.word, style.tone});
        if (isAhead(group.until, facts))
            summary->mayStillWork.append({group.name,
                                          ResultSummary::tr("until %1, at applications that check tokens themselves")
                                              .arg(untilTime(*group.until, facts.now)),
                                          Tone::Amber});
    }
}

static QStringList whatIsNotCovered(const SummaryFacts &facts)
{
    QStringList list;
    if (!facts.doesNotEnd.isEmpty())
        list.append(facts.doesNotEnd);
    list.append({ResultSummary::tr("The password"), ResultSummary::tr("MFA devices and app passwords"),
                 ResultSummary::tr("Mail rules and forwarding"),
                 ResultSummary::tr("The browser’s own sign-in at %1").arg(facts.service),
                 ResultSummary::tr("Other services of this person")});
    return list;
}

static QStringList sentences(const Counts &counts, bool sessions, const QString &until, const SummaryFacts &facts)
{
    const qsizetype left = counts.still + counts.open + counts.untried;
    if (left > 0)
        return {
            sessions ? ResultSummary::tr("We are not done: %n session(s) at %1 may still be open.", nullptr, int(left))
                           .arg(facts.service)
                     : ResultSummary::tr("We are not done: %n token(s) of %1 may still work.", nullptr, int(left))
                           .arg(facts.service),
            ResultSummary::tr("Treat the account as not safe until I tell you otherwise, and change your password.")};
    QString first;
    if (counts.inactive == counts.total)
        first = ResultSummary::tr("What you gave me is not active at %1.").arg(facts.service);
    else if (counts.unchecked > 0)
        first = ResultSummary::tr("%1 says that your access is ended, but I can’t check all of it.").arg(facts.service);
    else
        first = ResultSummary::tr("Your access at %1 is ended, and I have checked that it no longer works.")
                    .arg(facts.service);
    const QString second = until.isEmpty()
        ? ResultSummary::tr("Whoever knows your password can sign in again, so change it now, and tell me if you see "
                            "anything else.")
        : ResultSummary::tr("Some applications may accept the old access until %1; change your password now, since "
                            "whoever knows it can sign in again.")
              .arg(until);
    return {first, second};
}

ResultSummary ResultSummary::of(const BatchRecord &record, const SummaryFacts &facts)
{
    const QList<Group> groups = groupsOf(record, facts);
    const Counts counts = countsOf(groups, facts);
    const bool sessions = std::all_of(groups.begin(), groups.end(), [](const Group &group) { return group.isSession; });
    std::optional<QDateTime> latest;
    for (const Group &group : groups) {
        if (isAhead(group.until, facts) && (!latest || *latest < *group.until))
            latest = group.until;
    }
    const QString untilWords = latest ? untilTime(*latest, facts.now) : QString();

    ResultSummary summary;
    if (counts.still + counts.open + counts.untried > 0) {
        summary.tone = Tone::Red;
        summary.headline = openHeadline(counts, sessions);
    } else {
        const bool checked = counts.total > 0 && counts.unchecked == 0 && counts.inactive < counts.total;
        summary.tone = checked ? Tone::Green : Tone::Amber;
        summary.headline = closedHeadline(counts, sessions);
    }
    if (latest)
        summary.until =
            tr("Applications that check tokens themselves may accept what was ended until %1.").arg(untilWords);
    fillLists(&summary, groups, facts);
    summary.notCovered = whatIsNotCovered(facts);
    summary.toTheCaller = sentences(counts, sessions, untilWords, facts);
    summary.canRetry = counts.still + counts.open + counts.untried > 0;
    return summary;
}

} // namespace curfew
