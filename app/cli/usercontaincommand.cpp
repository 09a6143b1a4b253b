// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "usercontaincommand.h"

#include "asyncresult.h"
#include "latersight.h"
#include "terminal.h"
#include "userdocuments.h"
#include "visibletext.h"
#include "words.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

UserContainCommand::UserContainCommand(CommandContext context)
    : UserActionCommand(context, Action::Disable)
{
}

ContainSteps UserContainCommand::steps() const
{
    ContainSteps steps = allContainSteps();
    const QStringList leftOut = line().values.value(u"leave-out"_s);
    for (const ContainStep step :
         {ContainStep::Block, ContainStep::Sessions, ContainStep::Offline, ContainStep::Consents})
        steps.setFlag(step, !leftOut.contains(containStepName(step)));
    return steps;
}

void UserContainCommand::plan(const ServiceFinding &finding)
{
    addPlan(*finding.service,
            planContainment(*finding.service, finding.people->constFirst(), *finding.access, steps()));
}

// Whoever thought it over saw what was there then. With --yes nobody did.
void UserContainCommand::agreed()
{
    if (line().has(u"yes"_s))
        carryOut();
    else
        readAgain();
}

void UserContainCommand::readAgain()
{
    const auto over = [this] {
        if (--m_reads > 0)
            return;
        if (!m_grew) {
            carryOut();
            return;
        }
        terminal().note(u"There is more by now than you were asked about; nothing was ended yet."_s);
        ask();
    };
    m_reads = 1;
    m_grew = false;
    for (Share &share : shares()) {
        if (!share.service || share.unsent)
            continue;
        ++m_reads;
        PersonService &service = *share.service;
        const auto read =
            andThen(service.read(share.plan.person.id), this, [&service, &share](const Result<Person> &now) {
                if (now)
                    share.plan.person.enabled = now->enabled;
                return service.snapshot(share.plan.person);
            });
        onResult(read, this, [this, &share, over](const Result<PersonAccess> &access) {
            replan(share, access);
            over();
        });
    }
    over();
}

//! Whether \p now does, or can't do, what \p agreed doesn't speak of.
static bool isMore(const ContainPlan &now, const ContainPlan &agreed)
{
    return std::any_of(now.items.begin(), now.items.end(), [&agreed](const ContainItem &item) {
        return std::none_of(agreed.items.begin(), agreed.items.end(), [&item](const ContainItem &other) {
            return other.step == item.step && other.notChecked == item.notChecked;
        });
    });
}

void UserContainCommand::replan(Share &share, const Result<PersonAccess> &read)
{
    const ContainPlan now = planContainment(*share.service, share.plan.person, read, steps());
    m_grew = m_grew || isMore(now, share.plan);
    share.plan = now;
}

static ItemRecord openSession(const PersonSession &session, const QString &message)
{
    ItemRecord item;
    item.item.target = Target::Session;
    item.item.action = Action::EndSession;
    item.item.targetId = session.hash();
    item.item.session = session.hash();
    item.state = ItemState::Done;
    item.result = ItemResult{};
    item.result->outcome = Outcome::StillActive;
    item.result->verifiedBy = VerifiedBy::Reading;
    item.result->message = message;
    return item;
}

//! What is listed that should not be, an item each.
static QList<ItemRecord> openSessions(const ContainPlan &plan, const LaterSight &later)
{
    QList<ItemRecord> items;
    for (const PersonSession &session : later.begun) {
        items.append(openSession(session,
                                 plan.snapshot.hasRead(session.kind)
                                     ? u"new since: this session began after the others were read"_s
                                     : u"it was there all the time, or is new since"_s));
    }
    for (const PersonSession &session : later.back)
        items.append(openSession(session, u"works again: it was ended, and is listed again"_s));
    return items;
}

void UserContainCommand::carriedOut()
{
    for (Share &share : shares()) {
        if (share.run)
            share.later = openSessions(share.plan, share.run->later());
    }
    if (line().watch && !wasInterrupted()) {
        terminal().note(
            u"Looking again in %1 s for sessions that are new since, or work again."_s.arg(line().watch->count()));
        QTimer::singleShot(*line().watch, this, &UserContainCommand::lookAgain);
    } else {
        tell();
    }
}

void UserContainCommand::lookAgain()
{
    const auto over = [this] {
        if (--m_looks == 0)
            tell();
    };
    m_looks = 1;
    for (Share &share : shares()) {
        if (!share.run || !share.service->listsSessions())
            continue;
        ++m_looks;
        onResult(share.service->snapshot(share.plan.person), this,
                 [this, &share, over](const Result<PersonAccess> &now) {
                     seenAgain(share, now);
                     over();
                 });
    }
    over();
}

void UserContainCommand::seenAgain(Share &share, const Result<PersonAccess> &now)
{
    if (now)
        share.later.clear(); // seen anew
    if (!now || !now->isWhole()) {
        const Error why =
            !now ? now.error() : now->unread().value_or(Error{ErrorKind::BadResponse, now->warnings.value(0), 0, {}});
        warn(u"%1 could not be looked at again: %2"_s.arg(visibleText(share.plan.issuer), sentence(why)));
        ItemRecord item = uncheckedRecord(share.plan.issuer, Action::EndSession, why).items.constFirst();
        item.item.targetId = idHash(share.plan.person.id);
        share.later.append(item);
    }
    if (now)
        share.later += openSessions(share.plan, laterSight(share.plan, share.run->record().items, *now));
}

} // namespace curfew
