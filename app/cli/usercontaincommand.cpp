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

using namespace Qt::StringLiterals;

namespace curfew {

UserContainCommand::UserContainCommand(CommandContext context)
    : UserActionCommand(context, Action::Disable)
{
}

void UserContainCommand::plan(const ServiceFinding &finding)
{
    ContainSteps steps = allContainSteps();
    const QStringList leftOut = line().values.value(u"leave-out"_s);
    for (const ContainStep step :
         {ContainStep::Block, ContainStep::Sessions, ContainStep::Offline, ContainStep::Consents})
        steps.setFlag(step, !leftOut.contains(containStepName(step)));
    addPlan(*finding.service, planContainment(*finding.service, finding.people->constFirst(), *finding.access, steps));
}

void UserContainCommand::carriedOut()
{
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

void UserContainCommand::seenAgain(Share &share, const Result<PersonAccess> &now)
{
    if (!now || !now->warnings.isEmpty()) {
        const Error why = now ? Error{ErrorKind::BadResponse, now->warnings.constFirst(), 0, {}} : now.error();
        warn(u"%1 could not be looked at again: %2"_s.arg(visibleText(share.plan.issuer), sentence(why)));
        ItemRecord item = uncheckedRecord(share.plan.issuer, Action::EndSession, why).items.constFirst();
        item.item.targetId = idHash(share.plan.person.id);
        share.later.append(item);
    }
    if (!now)
        return;
    const LaterSight later = laterSight(share.plan, share.run->record().items, *now);
    for (const PersonSession &session : later.begun) {
        share.later.append(openSession(session,
                                       share.plan.snapshot.sessions
                                           ? u"new since: this session began after the others were ended"_s
                                           : u"it was there all the time, or is new since"_s));
    }
    for (const PersonSession &session : later.back)
        share.later.append(openSession(session, u"works again: it was ended, and is listed again"_s));
}

} // namespace curfew
