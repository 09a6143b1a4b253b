// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "netlog.h"

namespace curfew {

Q_LOGGING_CATEGORY(netLog, "curfew.net", QtInfoMsg)

} // namespace curfew
