// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace curfew {

Q_DECLARE_LOGGING_CATEGORY(netLog) //!< `curfew.net`; URLs without query, never a header or a body

} // namespace curfew
