// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace curfew {

//! Whether \p text, as it was typed, is a person's name or e-mail address and can't be a token: only then may it be
//! sent to a service as a name. What is doubtful is none.
[[nodiscard]] bool isPersonName(QStringView text);

} // namespace curfew
