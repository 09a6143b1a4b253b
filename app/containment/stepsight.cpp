// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stepsight.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

Sight sightOf(const ContainItem &item, const PersonAccess &before, const StepReading &read)
{
    const Result<Person> &person = read.person;
    const Result<PersonAccess> &access = read.access;
    const auto sight = [](bool alive) { return alive ? Sight::Alive : Sight::Inactive; };
    const auto listed = [&access](bool isThere, const std::optional<Error> &unread) {
        if (isThere)
            return Sight::Alive;
        return access->warnings.isEmpty() && !unread ? Sight::Inactive : Sight::Unseen;
    };
    switch (item.step.action) {
    case Action::Disable:
    case Action::Enable:
        if (!person || !person->enabled)
            return Sight::Unseen;
        return sight(*person->enabled != (item.step.action == Action::Enable));
    case Action::EndSession:
        if (!access || !access->sessions)
            return Sight::Unseen;
        return listed(access->session(item.record.targetId),
                      item.step.kind == SessionKind::Offline ? access->offlineUnread : std::nullopt);
    case Action::Revoke: {
        if (!access)
            return Sight::Unseen;
        const auto isIt = [&item](const PersonConsent &consent) { return consent.clientId == item.step.clientId; };
        return listed(std::any_of(access->consents.begin(), access->consents.end(), isIt), access->consentsUnread);
    }
    case Action::Logout: {
        if (!access || !access->sessions)
            return Sight::Unseen;
        // Of those that were there: who comes back later is another matter. Where nobody saw them, each may be one.
        const auto isLeft = [&before](const PersonSession &session) {
            return session.kind == SessionKind::Online && (!before.sessions || before.session(session.hash()));
        };
        return listed(std::any_of(access->sessions->begin(), access->sessions->end(), isLeft), std::nullopt);
    }
    }
    Q_UNREACHABLE();
}

static QString words(const Error &error)
{
    return error.detail.isEmpty() ? errorKindName(error.kind) : error.detail;
}

QString unseenBecause(const StepReading &read)
{
    if (read.person)
        return u"the service doesn't say whether the account is blocked"_s;
    if (read.access && read.access->unread())
        return words(*read.access->unread());
    if (read.access)
        return read.access->warnings.isEmpty() ? u"the service doesn't list sessions"_s : read.access->warnings.first();
    // Of the two that were not asked for one is merely that.
    return words(read.person.error().kind == ErrorKind::Canceled ? read.access.error() : read.person.error());
}

} // namespace curfew
