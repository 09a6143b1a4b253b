// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tokencollector.h"

namespace curfew {

//! Takes tokens out of a text that is nothing but tokens: one, one a line, or one JWT that a terminal wrapped.
//! Quotes around a token don't matter. \return whether it was that, else nothing was taken
[[nodiscard]] bool scanBareTokens(QByteArrayView text, TokenCollector &collector);

//! Takes out of any text, a log or a header block, what is plainly a token: after `Bearer`, after `access_token=` and
//! its kin, and JWTs wherever they stand. \return whether one stood after `Bearer`
bool scanFreeText(QByteArrayView text, TokenCollector &collector);

//! Whether \p text is a login name or an e-mail address, by its looks.
[[nodiscard]] bool looksLikeName(QByteArrayView text);

} // namespace curfew
