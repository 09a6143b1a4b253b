// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providerdescriptor.h"

#include <QString>

namespace curfew {

//! \p text in the console's language, German or English.
[[nodiscard]] QString providerText(const LocalizedText &text);

//! What \p error says when the service refused the token that the sessions are to be listed with.
[[nodiscard]] bool isDeadAnchor(const Error &error);

} // namespace curfew
