// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QString>

namespace curfew {

class Terminal;

//! Checks that \p path (`--ca-file`) holds PEM certificates. What comes from standard input (`-`) is written to
//! \p folder, unless that is empty, since the issuer goes on needing it.
//! \return the absolute path to keep with the issuer; InvalidInput when it can't be read or holds no certificate
[[nodiscard]] Result<QString> readRootsFile(const QString &path, const QString &folder, Terminal &terminal);

} // namespace curfew
