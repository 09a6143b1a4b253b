// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containsummary.h"

#include "containcounts.h"
#include "endedsteps.h"
#include "personwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::ContainSummary)
};

} // namespace

static QString openHeadline(const ContainCounts &counts)
{
    QStringList parts;
    if (counts.since > 0)
        parts.append(Words::tr("%n session(s) began since", nullptr, counts.since));
    if (counts.working > 0)
        parts.append(Words::tr("%n session(s) still work", nullptr, counts.working));
    if (counts.open > 0)
        parts.append(Words::tr("%n session(s) may still work", nullptr, counts.open));
    if (!counts.unblocked.isEmpty())
        parts.append(Words::tr("the sign-in is not blocked at %1").arg(listWords(counts.unblocked)));
    if (!counts.notSignedOut.isEmpty())
        parts.append(Words::tr("signing out everywhere did not work at %1").arg(listWords(counts.notSignedOut)));
    if (counts.consents > 0)
        parts.append(Words::tr("%n consent(s) still stand", nullptr, counts.consents));
    return Words::tr("Not yet: %1.").arg(listWords(parts));
}

static QString leftOpenWords(const ContainCounts &counts)
{
    QStringList parts;
    if (counts.leftOpen.testFlag(ContainStep::Block))
        parts.append(counts.leavesSignIn ? Words::tr("the sign-in was left open")
                                         : Words::tr("the sign-in was left as it is"));
    if (counts.leftOpen.testFlag(ContainStep::Sessions))
        parts.append(Words::tr("browser sessions were left alone"));
    if (counts.leftOpen.testFlag(ContainStep::Offline))
        parts.append(Words::tr("offline sessions were left alone"));
    if (counts.leftOpen.testFlag(ContainStep::Consents))
        parts.append(Words::tr("consents were left standing"));
    return listWords(parts);
}

static QString blindWords(const ContainCounts &counts)
{
    return counts.blind.isEmpty() ? QString()
                                  : u' ' + Words::tr("At %1 sessions can’t be seen.").arg(listWords(counts.blind));
}

static QString closedHeadline(const ContainedFacts &facts, const ContainCounts &counts)
{
    const int all = int(facts.shares.size() + facts.unchecked.size());
    QStringList blockedAlone = counts.blind + counts.unread + counts.unreadConsents + counts.partlyRead;
    blockedAlone.removeDuplicates();
    if (facts.shares.isEmpty())
        return Words::tr("Nothing was done.");
    if (counts.leftOpen.toInt() != 0)
        return Words::tr("Only a part was done: %1.").arg(leftOpenWords(counts)) + blindWords(counts);
    if (counts.contained == 0 && blockedAlone == counts.blind)
        return Words::tr("Only the sign-in is blocked at %1: sessions can’t be seen there.")
            .arg(listWords(counts.blind));
    if (counts.contained == 0)
        return Words::tr("Only the sign-in is known to be blocked, at %1.").arg(listWords(blockedAlone));
    QString headline = Words::tr("Contained at %1 of %n service(s), checked.", nullptr, all);
    if (counts.unproven > 0)
        headline = Words::tr("Contained at %1 of %n service(s), but not all of it can be checked.", nullptr, all);
    else if (!counts.unlooked.isEmpty())
        headline = Words::tr("Contained at %1 of %n service(s), but not looked at again.", nullptr, all);
    return headline.arg(counts.contained) + blindWords(counts);
}

static QString nameOf(const ContainedFacts &facts, const ContainedShare &share, const QString &what)
{
    return facts.shares.size() > 1 ? share.service + u": "_s + what : what;
}

static QString leftWords(ContainStep step)
{
    switch (step) {
    case ContainStep::Block:
        return Words::tr("The sign-in");
    case ContainStep::Sessions:
        return Words::tr("Browser sessions");
    case ContainStep::Offline:
        return Words::tr("Offline sessions");
    case ContainStep::Consents:
        return Words::tr("Consents");
    }
    Q_UNREACHABLE();
}

static QString sessionWords(const PersonSession &session)
{
    QStringList parts{session.kind == SessionKind::Offline ? Words::tr("Offline session")
                                                           : Words::tr("Browser session")};
    if (!session.applications.isEmpty())
        parts.append(shownText(session.applications.join(u", "_s)));
    if (!session.ip.isEmpty())
        parts.append(shownText(session.ip));
    return parts.join(u" · "_s);
}

static void listUnchecked(const ContainedShare &share, const ContainItem &item, ResultText *text)
{
    if (isToldAsUnread(share, item))
        return;
    if (item.step.action == Action::Revoke)
        text->mayStillWork.append({Words::tr("Consents at %1").arg(share.service),
                                   Words::tr("not checked: they could not be read"), Tone::Amber});
    else
        text->mayStillWork.append({Words::tr("What else %1 lists").arg(share.service),
                                   Words::tr("not checked: not all of it could be read"), Tone::Amber});
}

static void listShare(const ContainedFacts &facts, const ContainedShare &share, ResultText *text)
{
    EndedSteps ended;
    for (const PersonSession &session : share.later.begun)
        text->mayStillWork.append(
            {nameOf(facts, share, sessionWords(session)),
             share.plan.unread ? Words::tr("STILL THERE, or new since") : Words::tr("NEW SINCE the others were ended"),
             Tone::Red});
    for (const PersonSession &session : share.later.back)
        text->mayStillWork.append(
            {nameOf(facts, share, sessionWords(session)), Words::tr("WORKS AGAIN, after it was ended"), Tone::Red});
    for (qsizetype i = 0; i < share.record.items.size(); ++i) {
        if (isToldBySessions(share, i))
            continue;
        const ItemRecord &item = share.record.items.at(i);
        if (!share.plan.items.at(i).isCarriedOut()) {
            listUnchecked(share, share.plan.items.at(i), text);
            continue;
        }
        const StateStyle style =
            stepStyle(item.item.action,
                      item.result ? item
                                  : ItemRecord{item.item, ItemState::Done, item.seenBefore,
                                               ItemResult{outcomeOf(item), {}, 0, 0, {}, share.problem}});
        const QString what = nameOf(facts, share, stepWords(share.plan.items.at(i)));
        const QString how = style.sentence.isEmpty() ? style.word : Words::tr("%1: %2").arg(style.word, style.sentence);
        if (isOpenStep(item))
            text->mayStillWork.append({what, how, item.item.action == Action::Enable ? Tone::Amber : Tone::Red});
        else
            ended.append(share.plan.items.at(i), style);
    }
    const QList<ResultText::Entry> entries = ended.entries();
    for (const ResultText::Entry &entry : entries)
        text->ended.append({nameOf(facts, share, entry.what), entry.how, entry.tone});
    if (share.plan.count(Action::Enable) > 0)
        return;
    if (isUnread(share))
        text->mayStillWork.append({Words::tr("Sessions at %1").arg(share.service),
                                   Words::tr("not checked: they could not be read"), Tone::Amber});
    else if (!share.plan.snapshot.sessions && !share.plan.unread)
        text->mayStillWork.append({Words::tr("Sessions at %1").arg(share.service),
                                   Words::tr("they can’t be seen without a token of this person"), Tone::Amber});
}

static QStringList elsewhere(const ContainedFacts &facts)
{
    QStringList texts;
    if (!facts.others.isEmpty())
        texts.append(cantSearchWords(facts.others));
    return texts + QStringList{Words::tr("Services that aren’t among yours here")};
}

static QStringList notCovered(const ContainedFacts &facts)
{
    QList<ServiceSaying> livesOn;
    for (const ContainedShare &share : facts.shares)
        livesOn.append({share.service, share.doesNotEnd});
    return sayingWords(livesOn)
        + QStringList{Words::tr("The password"), Words::tr("MFA devices and app passwords"),
                      Words::tr("Mail rules and forwarding")}
    + elsewhere(facts);
}

namespace {

//! Services, by what came of the sign-in there.
struct SignIns {
    QStringList blocked; // as was read again
    QStringList unproven; // says the service
    QStringList open;
};

} // namespace

static SignIns signInsOf(const ContainedFacts &facts)
{
    SignIns signIns;
    for (const ContainedShare &share : facts.shares) {
        const auto isBlock = [](const ItemRecord &item) { return item.item.action == Action::Disable; };
        const QList<ItemRecord> &items = share.record.items;
        const auto block = std::find_if(items.begin(), items.end(), isBlock);
        if (block == items.end() && !share.plan.person.enabled.value_or(true))
            continue; // it was left as it is, which is blocked
        if (block == items.end() || isOpenStep(*block))
            signIns.open.append(share.service);
        else if (outcomeOf(*block) == Outcome::Accepted)
            signIns.unproven.append(share.service);
        else
            signIns.blocked.append(share.service);
    }
    return signIns;
}

static QStringList toTheCaller(const ContainedFacts &facts, const ContainCounts &counts)
{
    if (counts.isOpen())
        return {Words::tr("We are not done: someone may still get in."),
                Words::tr("Treat the account as not safe until I tell you otherwise.")};
    const SignIns signIns = signInsOf(facts);
    QStringList said;
    if (!signIns.blocked.isEmpty())
        said.append(Words::tr("Your sign-in at %1 is blocked, so nobody gets in there anew, you neither.")
                        .arg(listWords(signIns.blocked)));
    for (const QString &service : signIns.unproven)
        said.append(Words::tr("%1 says that your sign-in is blocked there; I can’t check that.").arg(service));
    if (!signIns.open.isEmpty())
        said.append(Words::tr("Your sign-in at %1 is not blocked: whoever knows your password gets in again, so "
                              "change it now.")
                        .arg(listWords(signIns.open)));
    if (!counts.blind.isEmpty() || !counts.unread.isEmpty() || !counts.unreadConsents.isEmpty()
        || !counts.partlyRead.isEmpty() || !counts.unlooked.isEmpty() || !facts.unchecked.isEmpty()
        || facts.left.toInt() != 0 || counts.unproven > 0)
        said.append(Words::tr("I could not see or end everything, so it is not over yet; we will call you back."));
    else
        said.append(Words::tr("The sessions listed there are ended and checked; applications may notice it within "
                              "minutes. We will call you back before you sign in again."));
    return said;
}

ResultText containSummary(const ContainedFacts &facts)
{
    const ContainCounts counts = countContained(facts);
    ResultText text;
    text.headline = counts.isOpen() ? openHeadline(counts) : closedHeadline(facts, counts);
    if (!counts.unread.isEmpty())
        text.headline += u' ' + Words::tr("Sessions at %1 are not checked.").arg(listWords(counts.unread));
    if (!counts.unreadConsents.isEmpty())
        text.headline += u' ' + Words::tr("Consents at %1 are not checked.").arg(listWords(counts.unreadConsents));
    if (!counts.partlyRead.isEmpty())
        text.headline += u' ' + Words::tr("Not all that %1 lists could be read.").arg(listWords(counts.partlyRead));
    if (!counts.unlooked.isEmpty())
        text.headline +=
            u' ' + Words::tr("Somebody may have signed in at %1 since: check again.").arg(listWords(counts.unlooked));
    if (!facts.unchecked.isEmpty())
        text.headline += u' ' + Words::tr("Not checked at %1.").arg(listWords(facts.unchecked));
    const bool all = counts.contained == facts.shares.size() && counts.contained > 0 && counts.unproven == 0
        && counts.unlooked.isEmpty() && facts.unchecked.isEmpty() && facts.left.toInt() == 0;
    text.tone = all ? Tone::Green : Tone::Amber;
    if (counts.isOpen())
        text.tone = Tone::Red;
    for (const ContainedShare &share : facts.shares)
        listShare(facts, share, &text);
    for (const ContainStep step :
         {ContainStep::Block, ContainStep::Sessions, ContainStep::Offline, ContainStep::Consents}) {
        if (facts.left.testFlag(step))
            text.mayStillWork.append({leftWords(step), Words::tr("left out"), Tone::Amber});
    }
    for (const QString &service : counts.unlooked)
        text.mayStillWork.append(
            {Words::tr("Sessions that began since at %1").arg(service), Words::tr("not looked for"), Tone::Amber});
    for (const QString &service : facts.unchecked)
        text.mayStillWork.append({service, Words::tr("not checked"), Tone::Amber});
    std::stable_sort(text.mayStillWork.begin(), text.mayStillWork.end(),
                     [](const ResultText::Entry &one, const ResultText::Entry &other) {
                         return severity(one.tone) < severity(other.tone);
                     });
    text.notCovered = notCovered(facts);
    text.toTheCaller = toTheCaller(facts, counts);
    text.canRetry = counts.isOpen();
    text.openTitle = Words::tr("Still open");
    if (counts.since > 0)
        text.retryWord = Words::tr("End them too…");
    return text;
}

ResultText releaseSummary(const ContainedFacts &facts)
{
    ResultText text;
    QStringList done;
    QStringList blocked;
    bool proven = true;
    for (const ContainedShare &share : facts.shares) {
        for (const ItemRecord &item : share.record.items) {
            (isOpenStep(item) ? blocked : done).append(share.service);
            proven = proven && outcomeOf(item) != Outcome::Accepted;
        }
        listShare(facts, share, &text);
    }
    for (const QString &service : facts.leftBlocked)
        text.mayStillWork.append({service, Words::tr("left as it is"), Tone::Plain});
    for (const QString &service : facts.unchecked)
        text.mayStillWork.append({service, Words::tr("not checked"), Tone::Amber});
    if (!blocked.isEmpty())
        text.headline = Words::tr("The sign-in is not allowed yet at %1.").arg(listWords(blocked));
    else if (proven)
        text.headline = Words::tr("The sign-in is allowed again at %1, checked.").arg(listWords(done));
    else
        text.headline = Words::tr("The sign-in is allowed again at %1, says the service.").arg(listWords(done));
    if (!facts.unchecked.isEmpty())
        text.headline += u' ' + Words::tr("Not checked at %1.").arg(listWords(facts.unchecked));
    text.tone = blocked.isEmpty() && proven && facts.unchecked.isEmpty() ? Tone::Green : Tone::Amber;
    text.endedTitle = Words::tr("Allowed again");
    text.openTitle = Words::tr("Still blocked, or not checked");
    text.openNone = Words::tr("Nothing, as far as is known.");
    text.notCovered = {Words::tr("The password: it stays as it is"),
                       Words::tr("Sessions and consents that were ended: the person signs in, and is asked, anew")};
    text.notCovered += elsewhere(facts);
    if (!done.isEmpty())
        text.toTheCaller = {(proven ? Words::tr("You can sign in again at %1.")
                                    : Words::tr("You should be able to sign in again at %1; I can’t check that."))
                                .arg(listWords(done)),
                            Words::tr("Use your new password, and tell us at once if you see anything strange.")};
    else
        text.toTheCaller = {Words::tr("You can’t sign in yet; we are still at it.")};
    return text;
}

} // namespace curfew
