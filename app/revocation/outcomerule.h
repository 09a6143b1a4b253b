// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outcome.h"
#include "provideranswer.h"

namespace curfew {

//! Everything that decides how an item ended.
struct Evidence {
    Sight before = Sight::Unseen;
    Sight after = Sight::Unseen;
    Reply reply = Reply::NotSent;
    Verify verify = Verify::Full;
    bool unexpiredJwt = false; //!< "inactive" may just mean "not yours": RFC 7662 section 2.2
    bool inactiveProvesNothing = false; //!< introspection depends on the audience
};

//! The table of docs/outcomes.md: the first row that matches wins.
[[nodiscard]] Outcome outcomeOf(const Evidence &evidence);

} // namespace curfew
