// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resumeplan.h"

namespace curfew {

class SessionLookUp;

//! The plan that sends what is left of \p batch, which was interrupted, with the tokens that were looked up for it.
//! \return else why there is nothing to be done, in words for people
[[nodiscard]] tl::expected<ResumePlan, QString> planToSendAgain(const BatchRecord &batch, const SessionLookUp &lookUp);
//! The same for the plan that sends nothing, and looks at what \p batch may have sent.
[[nodiscard]] tl::expected<RevocationPlan, QString> planToCheck(const BatchRecord &batch, const SessionLookUp &lookUp);

} // namespace curfew
