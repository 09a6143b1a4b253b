// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace curfew {

//! One record of RFC 4180 with its CRLF, in UTF-8. Control characters, line ends among them, and hidden ones become
//! visible as visibleText() has it, for whoever looks at the file in a terminal or an editor. A cell that a spreadsheet
//! would run as a formula gets an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection): texts
//! here are an issuer's, and thereby anyone's.
[[nodiscard]] QByteArray csvRecord(const QStringList &cells);

} // namespace curfew
