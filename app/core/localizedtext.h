// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace curfew {

//! A sentence in the languages of the console.
struct LocalizedText {
    QString english;
    QString german;
};

} // namespace curfew
