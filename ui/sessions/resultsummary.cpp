// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsummary.h"

#include "rows.h"
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
    QString session; // id; empty for a token that stands alone

    [[nodiscard]] bool isSession() const { return !session.isEmpty(); }
};

struct Counts {
    qsizetype total = 0;
    qsizetype still = 0; // seen alive
    qsizetype open = 0; // may be alive: refused, failed, unclear
    qsizetype untried = 0;
    qsizetype unchecked = 0;
    qsizetype inactive = 0; // not active before, nothing left to fear
    qsizetype others = 0; // listed, and not to be ended
    qsizetype partly = 0; // of the others: sessions of which some tokens were to be ended

    [[nodiscard]] qsizetype left() const { return still + open + untried; }
    [[nodiscard]] qsizetype listed() const { return total + others - partly; }
};

} // namespace

static QList<Group> groupsOf(const BatchRecord &record, const SummaryFacts &facts)
{
    QList<Group> groups;
    QHash<QString, qsizetype> known;
    for (qsizetype i = 0; i < record.items.size(); ++i) {
        const ItemRecord &item = record.items[i];
        ItemResult result = item.result.value_or(ItemResult());
        result.outcome = outcomeOf(item);
        const bool isSession = !item.item.session.isEmpty();
        const QString key = isSession ? item.item.session : item.item.targetId + QString::number(i);
        const auto position = known.constFind(key);
        if (position == known.cend()) {
            known.insert(key, groups.size());
            QString name = facts.names.value(isSession ? item.item.session : item.item.targetId);
            if (name.isEmpty())
                name = isSession ? ResultSummary::tr("Session %1").arg(item.item.session)
                                 : ResultSummary::tr("Token %1").arg(item.item.targetId);
            groups.append(
                {name, result.outcome, visibleText(result.message, 200), result.mayWorkUntil, item.item.session});
            continue;
        }
        Group &group = groups[position.value()];
        if (severity(result.outcome) < severity(group.outcome)) {
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
        counts.partly += group.isSession() && facts.others.contains(group.session);
    }
    counts.others = facts.others.size();
    return counts;
}

static QString things(const Counts &counts, Rows rows)
{
    const int n = int(counts.total);
    return rows == Rows::Sessions ? ResultSummary::tr("All %n session(s)", nullptr, n)
                                  : ResultSummary::tr("All %n token(s)", nullptr, n);
}

static QString openHeadline(const Counts &counts, Rows rows)
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
        return rows == Rows::Sessions ? ResultSummary::tr("Not yet: %n session(s) may still work.", nullptr, open)
                                      : ResultSummary::tr("Not yet: %n token(s) may still work.", nullptr, open);
    QString headline = rows == Rows::Sessions ? ResultSummary::tr("Not yet: %n session(s) still work.", nullptr, still)
                                              : ResultSummary::tr("Not yet: %n token(s) still work.", nullptr, still);
    if (open > 0)
        headline += QLatin1Char(' ') + ResultSummary::tr("%n more may.", nullptr, open);
    return headline;
}

static QString closedHeadline(const Counts &counts, Rows rows)
{
    if (counts.total == 0)
        return ResultSummary::tr("Nothing was ended.");
    if (counts.inactive == counts.total)
        return rows == Rows::Sessions
            ? ResultSummary::tr("None of the %n session(s) was active here.", nullptr, int(counts.total))
            : ResultSummary::tr("None of the %n token(s) was active here.", nullptr, int(counts.total));
    if (counts.unchecked > 0) {
        if (counts.unchecked == counts.total)
            return rows == Rows::Sessions
                ? ResultSummary::tr("%n session(s) ended, says the service; Curfew can’t check it.", nullptr,
                                    int(counts.total))
                : ResultSummary::tr("%n token(s) ended, says the service; Curfew can’t check it.", nullptr,
                                    int(counts.total));
        return ResultSummary::tr("%1 ended; %2 can’t be checked.").arg(things(counts, rows)).arg(counts.unchecked);
    }
    return ResultSummary::tr("%1 ended and checked.").arg(things(counts, rows));
}

//! Of an action that did what it was asked to, and was not asked to end everything that is listed.
static QString partialHeadline(const Counts &counts, Rows rows)
{
    const int others = int(counts.others);
    if (counts.partly > 0)
        return ResultSummary::tr("Only some tokens were ended: %n session(s) are still open.", nullptr, others);
    QString done;
    if (counts.inactive == counts.total)
        done = ResultSummary::tr("What was picked was not active here");
    else if (counts.unchecked > 0)
        done = rows == Rows::Sessions ? ResultSummary::tr("%1 of %2 sessions ended, but not all of it can be checked")
                                      : ResultSummary::tr("%1 of %2 tokens ended, but not all of it can be checked");
    else
        done = rows == Rows::Sessions ? ResultSummary::tr("%1 of %2 sessions ended and checked")
                                      : ResultSummary::tr("%1 of %2 tokens ended and checked");
    if (counts.inactive < counts.total)
        done = done.arg(counts.total).arg(counts.listed());
    return ResultSummary::tr("%1; %n other(s) were not ended.", nullptr, others).arg(done);
}

static QString headlineOf(const Counts &counts, Rows rows)
{
    if (counts.left() == 0)
        return counts.others > 0 ? partialHeadline(counts, rows) : closedHeadline(counts, rows);
    QString open = openHeadline(counts, rows);
    if (counts.others > 0)
        open += QLatin1Char(' ') + ResultSummary::tr("%n other(s) were not to be ended.", nullptr, int(counts.others));
    return open;
}

static Tone toneOf(const Counts &counts)
{
    if (counts.left() > 0)
        return Tone::Red;
    const bool checked = counts.total > 0 && counts.unchecked == 0 && counts.inactive < counts.total;
    return checked && counts.others == 0 ? Tone::Green : Tone::Amber;
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
    for (const QString &id : facts.others) {
        const QString name = facts.names.value(id, ResultSummary::tr("Session %1").arg(id));
        summary->mayStillWork.append({name, ResultSummary::tr("still open: it was not picked"), Tone::Amber});
    }
    std::stable_sort(summary->mayStillWork.begin(), summary->mayStillWork.end(),
                     [](const ResultSummary::Entry &one, const ResultSummary::Entry &other) {
                         return severity(one.tone) < severity(other.tone);
                     });
}

static QStringList whatIsNotCovered(const SummaryFacts &facts)
{
    // A provider's own words begin with the browser's sign-in; it must not stand there twice.
    const QString signIn = facts.doesNotEnd.isEmpty()
        ? ResultSummary::tr("The browser’s own sign-in at %1").arg(facts.service)
        : facts.doesNotEnd;
    return {signIn, ResultSummary::tr("The password"), ResultSummary::tr("MFA devices and app passwords"),
            ResultSummary::tr("Mail rules and forwarding"), ResultSummary::tr("Other services of this person")};
}

static QString firstSentence(const Counts &counts, Rows rows, const SummaryFacts &facts)
{
    if (counts.left() > 0) {
        const int open = int(counts.left() + counts.others);
        return (rows == Rows::Sessions
                    ? ResultSummary::tr("We are not done: %n session(s) at %1 may still be open.", nullptr, open)
                    : ResultSummary::tr("We are not done: %n token(s) of %1 may still work.", nullptr, open))
            .arg(facts.service);
    }
    if (counts.others > 0)
        return ResultSummary::tr("Only a part of your access at %1 is ended: %n other session(s) of yours are still "
                                 "open.",
                                 nullptr, int(counts.others))
            .arg(facts.service);
    if (counts.inactive == counts.total)
        return ResultSummary::tr("What you gave me is not active at %1.").arg(facts.service);
    if (counts.unchecked > 0)
        return ResultSummary::tr("%1 says that your access is ended, but I can’t check all of it.").arg(facts.service);
    return (rows == Rows::Sessions ? ResultSummary::tr("The sessions listed at %1 are ended and checked.")
                                   : ResultSummary::tr("What you gave me is ended at %1, and that is checked."))
        .arg(facts.service);
}

static QString secondSentence(const Counts &counts, const QString &until)
{
    if (counts.left() > 0)
        return ResultSummary::tr("Treat the account as not safe until I tell you otherwise, and change your password.");
    if (counts.others > 0)
        return ResultSummary::tr("Whoever uses one of them still gets in, and so does whoever knows your password: "
                                 "change it now.");
    if (!until.isEmpty())
        return ResultSummary::tr("Some applications may accept the old access until %1, and a browser that is signed "
                                 "in there may get in again without a password: change your password now and sign out "
                                 "in every browser.")
            .arg(until);
    return ResultSummary::tr("A browser that is signed in there may still get in without a password, and so does "
                             "whoever knows yours: change your password now and sign out in every browser.");
}

ResultSummary ResultSummary::of(const BatchRecord &record, const SummaryFacts &facts)
{
    const QList<Group> groups = groupsOf(record, facts);
    const Counts counts = countsOf(groups, facts);
    const bool sessions =
        std::all_of(groups.begin(), groups.end(), [](const Group &group) { return group.isSession(); });
    const Rows rows = sessions ? Rows::Sessions : Rows::Tokens;
    std::optional<QDateTime> latest;
    for (const Group &group : groups) {
        if (isAhead(group.until, facts) && (!latest || *latest < *group.until))
            latest = group.until;
    }
    const QString untilWords = latest ? untilTime(*latest, facts.now) : QString();

    ResultSummary summary;
    summary.tone = toneOf(counts);
    summary.headline = headlineOf(counts, rows);
    if (latest)
        summary.until =
            tr("Applications that check tokens themselves may accept what was ended until %1.").arg(untilWords);
    fillLists(&summary, groups, facts);
    summary.notCovered = whatIsNotCovered(facts);
    summary.toTheCaller = {firstSentence(counts, rows, facts), secondSentence(counts, untilWords)};
    summary.canRetry = counts.left() > 0;
    return summary;
}

} // namespace curfew
