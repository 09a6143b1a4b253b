// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statestyle.h"

#include "timewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::StateStyle)
};

} // namespace

static StateStyle alreadyInvalid(const OutcomeFacts &facts)
{
    StateStyle style{Words::tr("Not active here"), Words::tr("It was not active at this service."), Tone::Grey,
                     Icon::Inactive};
    if (facts.mayWorkUntil) {
        const QString until = untilTime(*facts.mayWorkUntil, facts.now);
        const bool passed = facts.now.isValid() && *facts.mayWorkUntil <= facts.now;
        style.sentence = passed ? Words::tr("Other systems may have accepted it until %1.").arg(until)
                                : Words::tr("Other systems may accept it until %1.").arg(until);
        style.tone = passed ? Tone::Grey : Tone::Amber;
    }
    return style;
}

StateStyle outcomeStyle(Outcome outcome, const OutcomeFacts &facts)
{
    switch (outcome) {
    case Outcome::Revoked:
        return {Words::tr("Ended, checked"), Words::tr("Worked before, no longer works."), Tone::Green, Icon::Ended};
    case Outcome::Accepted:
        return {Words::tr("Ended, says the service"), Words::tr("Curfew can’t check it."), Tone::Amber,
                Icon::EndedUnchecked};
    case Outcome::AlreadyInvalid:
        return alreadyInvalid(facts);
    case Outcome::StillActive:
        return {Words::tr("STILL WORKS"), Words::tr("The service said “done”, yet it works."), Tone::Red,
                Icon::StillWorks};
    case Outcome::Refused:
        return {Words::tr("Service said no"),
                facts.reason.isEmpty() ? Words::tr("Not ended.") : Words::tr("Not ended: %1").arg(facts.reason),
                Tone::Red, Icon::Refused};
    case Outcome::Failed:
        return {Words::tr("Not ended"), Words::tr("No usable answer; assume it still works."), Tone::Red,
                Icon::NotEnded};
    case Outcome::Unknown:
        return {Words::tr("Unclear, check now"), Words::tr("Sent, but the answer was lost."), Tone::Red, Icon::Unclear};
    case Outcome::Skipped:
        break;
    }
    return {Words::tr("Not tried"), facts.reason, Tone::Grey, Icon::NotTried};
}

StateStyle liveStyle(LiveState state)
{
    switch (state) {
    case LiveState::Active:
        return {Words::tr("Active"), {}, Tone::Plain, Icon::Active};
    case LiveState::Expired:
        return {Words::tr("Expired"), {}, Tone::Grey, Icon::Expired};
    case LiveState::Waiting:
        return {Words::tr("Waiting"), {}, Tone::Plain, Icon::Waiting};
    case LiveState::Ending:
        return {Words::tr("Ending…"), {}, Tone::Plain, Icon::Ending};
    case LiveState::Checking:
        break;
    }
    return {Words::tr("Checking…"), {}, Tone::Plain, Icon::Checking};
}

StateStyle statusStyle(QStringView name, const OutcomeFacts &facts)
{
    if (const auto outcome = outcomeFromName(name))
        return outcomeStyle(*outcome, facts);
    return {Words::tr("Not tried yet"), Words::tr("Nothing was sent for it."), Tone::Grey, Icon::Waiting};
}

int severity(Outcome outcome)
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

int severity(Tone tone)
{
    switch (tone) {
    case Tone::Red:
        return 0;
    case Tone::Amber:
        return 1;
    case Tone::Plain:
        return 2;
    case Tone::Green:
        return 3;
    case Tone::Grey:
        break;
    }
    return 4;
}

} // namespace curfew
