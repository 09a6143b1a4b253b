// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonoutline.h"
#include "tokencollector.h"

namespace curfew {

//! Takes the tokens out of a JSON value, however deep: `access_token` and its kin, in either spelling. Those of one
//! object belong together.
void scanJson(const JsonOutline::Value &value, TokenCollector &collector);

} // namespace curfew
