// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "tone.h"

#include <QString>

namespace curfew {

//! `7 ended, checked · 1 not ended`, the worst first.
[[nodiscard]] QString countWords(const QMap<QString, int> &counts);
//! The worst of what was counted; Plain where nothing was.
[[nodiscard]] Tone worstTone(const QMap<QString, int> &counts);
//! What an item is and what is done to it: `End token`, `Sign out person`.
[[nodiscard]] QString itemWords(const JournalItem &item);
//! How an outcome was proven; empty when it wasn't.
[[nodiscard]] QString proofWords(VerifiedBy verifiedBy);
//! The result of *Verify* in a sentence or two.
[[nodiscard]] QString verifyWords(const VerifyReport &report);
//! That the journal is signed with another key from now on.
[[nodiscard]] QString keyChangeWords(const KeyChange &change);
//! Green where nothing is to be asked about it.
[[nodiscard]] Tone verifyTone(const VerifyReport &report);

} // namespace curfew
