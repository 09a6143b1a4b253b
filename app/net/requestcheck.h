// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequest.h"

namespace curfew {

//! Whether \p request may be sent at all: URL, credential, form and headers.
//! Errors: InvalidInput, InsecureUrl, OriginNotAllowed, NoCredential.
[[nodiscard]] Result<> checkRequest(const HttpRequest &request);

} // namespace curfew
