// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "userenablecommand.h"

#include "asyncresult.h"
#include "blockhistory.h"
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
    if (line().has(u"issuer"_s)) {
        addPlan(service, planRelease(service, person));
        return;
    }
    onResult(earlierState(workspace().journal(), service.issuer().name, person, this), this,
             [this, &service, person](const Result<EarlierState> &earlier) {
                 if (!earlier)
                     planFailed(earlier.error());
                 else if (*earlier == EarlierState::MayHaveSignedIn)
                     addPlan(service, planRelease(service, person));
                 else
                     leaveAlone(service,
                                *earlier == EarlierState::WasBlocked
                                    ? u"it was blocked before Curfew came; name the issuer if it is meant"_s
                                    : u"Curfew didn't block it; name the issuer if it is meant"_s);
             });
}

} // namespace curfew
