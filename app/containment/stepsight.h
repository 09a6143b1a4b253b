// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containplan.h"

namespace curfew {

//! What was read after steps were carried out. What was not asked for is an error.
struct StepReading {
    Result<Person> person = failure(ErrorKind::Canceled);
    Result<PersonAccess> access = failure(ErrorKind::Canceled);
};

//! How \p item stands by what was \p read. Alive: not yet as it should be. What a reading doesn't show is gone only
//! where all of the answer could be read. \p before is what was there when the plan was made.
[[nodiscard]] Sight sightOf(const ContainItem &item, const PersonAccess &before, const StepReading &read);

//! Why sightOf() could see nothing in what was \p read; in English.
[[nodiscard]] QString unseenBecause(const StepReading &read);

} // namespace curfew
