// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace curfew {

//! Copies \p text as personal: marked for clipboard managers to keep out of their history, and cleared after 30 s, and
//! when the program ends, if it is still ours.
void copySensitive(const QString &text);

} // namespace curfew
