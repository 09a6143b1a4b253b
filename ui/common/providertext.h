// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "localizedtext.h"

namespace curfew {

//! A provider's \p text in the console's language, German or English: made visible, and cut where it is no sentence
//! any more.
[[nodiscard]] QString providerText(const LocalizedText &text);

} // namespace curfew
