// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "token.h"

#include <QDeadlineTimer>

namespace curfew {

//! What an operator's own sign-in brought: in guarded memory alone, stored nowhere. All who hold its credential share
//! it, so that a refresh token that the issuer replaces (RFC 6749 section 6) is replaced for all of them.
struct SignIn {
    Token access; //!< null: a new one is due
    QDeadlineTimer usable; //!< how long \a access serves
    Token refresh; //!< null where none was given, or the issuer takes it no longer
};

} // namespace curfew
