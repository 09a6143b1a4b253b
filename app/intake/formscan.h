// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tokencollector.h"

namespace curfew {

//! Whether a field of this name holds a password or a client secret; letter case, `_` and `-` don't matter.
[[nodiscard]] bool isPasswordName(QByteArrayView name);

//! What a field of this name holds, where it holds a token; letter case, `_` and `-` don't matter.
[[nodiscard]] std::optional<TokenRole> roleFromName(QByteArrayView name);

//! What RFC 7009's `token_type_hint` says.
[[nodiscard]] TokenRole roleFromHint(QByteArrayView hint);

//! Takes the tokens out of an application/x-www-form-urlencoded text: a form body, a query, a fragment.
void scanForm(QByteArrayView form, TokenCollector &collector);

//! Takes the token out of one header: `Authorization: Bearer …`, `X-Forwarded-Access-Token: …`, a `Location` with
//! tokens in it. Basic credentials are counted as a password.
void scanHeader(QByteArrayView name, QByteArrayView value, TokenCollector &collector);

} // namespace curfew
