// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace curfew {

//! Encodes \p value as application/x-www-form-urlencoded (WHATWG URL section 5.2; RFC 6749 appendix B):
//! letters, digits and `*-._` stay, a space becomes `+`, every other byte `%XX`.
//! QUrlQuery can't serve: it leaves `+` bare and turns `100%41` into `100A`.
[[nodiscard]] QByteArray formEncode(QByteArrayView value);

} // namespace curfew
