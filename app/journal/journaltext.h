// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace curfew {

//! \p text as the journal keeps it: valid Unicode (what is read back equals what was hashed), at most \p limit UTF-16
//! units, and without anything that has the shape of a JWT or of a `token=…` parameter. Callers never pass tokens;
//! this is for the words of an issuer that quotes one, and for an operator who pastes one into a reason.
[[nodiscard]] QString journalText(QStringView text, qsizetype limit = 1024);

} // namespace curfew
