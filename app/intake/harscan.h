// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonoutline.h"
#include "tokencollector.h"

namespace curfew {

//! Whether \p root is a HAR: an object whose `log` has an array of `entries` (HTTP Archive 1.2).
[[nodiscard]] bool isHar(const JsonOutline::Value &root);

//! Takes the tokens out of a HAR: request and response headers, form bodies, queries, JSON answers.
//! \return whether it was sanitised: there are requests, yet no Authorization, no cookie and no token anywhere
[[nodiscard]] bool scanHar(const JsonOutline::Value &root, TokenCollector &collector);

} // namespace curfew
