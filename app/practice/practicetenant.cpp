// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicetenant.h"

namespace curfew {

bool PracticeTenant::accepts(const PracticeToken &token) const
{
    const PracticePerson *person = people.byUserName(token.session.person);
    if (!person)
        return true;
    if (!person->enabled && behaviour.disabledPeoplesTokensDie)
        return false;
    return !person->notBefore.isValid() || token.issuedAt.toSecsSinceEpoch() >= person->notBefore.toSecsSinceEpoch();
}

bool PracticeTenant::works(const PracticeToken &token) const
{
    return PracticeTokens::works(token, now()) && accepts(token);
}

bool PracticeTenant::look(const PracticeToken &token)
{
    return tokens.look(token.value, now(), behaviour.lag) && accepts(token);
}

} // namespace curfew
