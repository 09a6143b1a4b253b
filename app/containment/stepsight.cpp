// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stepsight.h"

#include <algorithm>

namespace curfew {

Sight sightOf(const ContainItem &item, const PersonAccess &before, const StepReading &read)
{
    const Result<Person> &person = read.person;
    const Result<PersonAccess> &access = read.access;
    const auto sight = [](bool alive) { return alive ? Sight::Alive : Sight::Inactive; };
    const auto listed = [&access](bool isThere) {
        if (isThere)
            return Sight::Alive;
        return access->warnings.isEmpty() ? Sight::Inactive : Sight::Unseen;
    };
    switch (item.step.action) {
    case Action::Disable:
    case Action::Enable:
        if (!person || !person->enabled)
            return Sight::Unseen;
        return sight(*person->enabled != (item.step.action == Action::Enable));
    case Action::EndSession:
        return access && access->sessions ? listed(access->session(item.record.targetId)) : Sight::Unseen;
    case Action::Revoke: {
        if (!access)
            return Sight::Unseen;
        const auto isIt = [&item](const PersonConsent &consent) { return consent.clientId == item.step.clientId; };
        return listed(std::any_of(access->consents.begin(), access->consents.end(), isIt));
    }
    case Action::Logout: {
        if (!access || !access->sessions)
            return Sight::Unseen;
        // Of those that were there: who comes back later is another matter. Where nobody saw them, each may be one.
        const auto isLeft = [&before](const PersonSession &session) {
            return session.kind == SessionKind::Online && (!before.sessions || before.session(session.hash()));
        };
        return listed(std::any_of(access->sessions->begin(), access->sessions->end(), isLeft));
    }
    }
    Q_UNREACHABLE();
}

} // namespace curfew
