// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "jsonreader.h"

namespace curfew {

[[nodiscard]] QJsonObject issuerToJson(const Issuer &issuer);

//! Reads what issuerToJson() wrote. What is wrong with it stands in \p reader.
[[nodiscard]] Issuer issuerFromJson(JsonReader &reader);

} // namespace curfew
