// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outcome.h"

namespace curfew {

struct RevocationPlan;

enum class Introspection { Missing, Possible };

//! How many requests it takes to carry \p plan out where all goes well: none is repeated, and what one request ends as
//! a whole is dead when it is looked at.
[[nodiscard]] int expectedRequests(const RevocationPlan &plan, Verify verify, Introspection introspection);

} // namespace curfew
