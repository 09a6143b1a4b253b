// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peopledescription.h"
#include "strictobject.h"

namespace curfew {

enum class RealmInUrl { No, Yes };

//! Reads a descriptor's `people`. `{realm}` may occur where the URL \p realm has one.
[[nodiscard]] PeopleDescription readPeople(StrictObject people, RealmInUrl realm);

} // namespace curfew
