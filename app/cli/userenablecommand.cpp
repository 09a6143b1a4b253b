// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "userenablecommand.h"

#include "asyncresult.h"
#include "workspace.h"

using namespace Qt::StringLiterals;

namespace curfew {

UserEnableCommand::UserEnableCommand(CommandContext context)
    : UserActionCommand(context, Action::Enable)
{
}

// What Curfew blocked is let in again. Who was blocked before that stays so, unless the issuer is named.
void UserEnableCommand::plan(const ServiceFinding &finding)
{
    PersonService &service = *finding.service;
    const Person person = finding.people->constFirst();
    onResult(earlierState(workspace().journal(), service.issuer().name, person, this), this,
             [this, &service, person](const Result<EarlierState> &earlier) {
                 if (earlier)
                     plan(service, person, *earlier);
                 else
                     planFailed(earlier.error());
             });
}

void UserEnableCommand::plan(PersonService &service, const Person &person, EarlierState earlier)
{
    const ContainPlan release = planRelease(service, person);
    const bool isNamed = line().has(u"issuer"_s);
    if (earlier == EarlierState::MayHaveSignedIn || (isNamed && person.enabled.value_or(false))) {
        addPlan(service, release);
        return;
    }
    const QString whose =
        earlier == EarlierState::WasBlocked ? u"it was blocked before Curfew came"_s : u"Curfew didn't block it"_s;
    if (isNamed)
        addPlan(service, release, u"NOT CURFEW'S BLOCK: %1. This lifts somebody else's."_s.arg(whose));
    else
        leaveAlone(service, whose + u"; name the issuer if it is meant"_s);
}

} // namespace curfew
