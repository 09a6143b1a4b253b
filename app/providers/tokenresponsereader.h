// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"
#include "token.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace curfew {

//! The access token of a client-credentials grant.
struct GrantedToken {
    Token token;
    std::optional<std::chrono::seconds> lifetime; //!< `expires_in`
};

//! Reads a token response (RFC 6749 section 5.1). The token goes straight into guarded memory; \p body is wiped.
//! Errors: BadResponse without a bearer `access_token`.
[[nodiscard]] Result<GrantedToken> readTokenResponse(QByteArray body);

} // namespace curfew
