// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tokencollector.h"
#include "wipedbytes.h"

#include <vector>

namespace curfew {

//! Splits a command line as a POSIX shell does, without expanding anything: '…', "…", $'…', backslashes, continued
//! lines. What Chrome copies for cmd.exe (`^"`) is understood too. At most 4,096 words.
[[nodiscard]] std::vector<WipedBytes> shellWords(QByteArrayView line);

//! Whether \p text is a command line that starts curl, be it after a prompt.
[[nodiscard]] bool isCurlLine(QByteArrayView text);

//! Takes the tokens out of curl's headers, form data, JSON data and URL.
void scanCurl(QByteArrayView line, TokenCollector &collector);

} // namespace curfew
