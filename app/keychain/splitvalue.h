// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"
#include "secret.h"

#include <vector>

namespace curfew {

//! A value cut into pieces that a keychain with a limit takes. The head says how many parts follow, and holds the first
//! bytes and the SHA-256 of all, so that pieces of two different values are never taken for one.
//! Layout of the head: `CRF1`, one byte: number of parts, 32 bytes: SHA-256, then bytes.
struct SplitValue {
    Secret head;
    std::vector<Secret> parts;
};

inline constexpr int mostParts = 255;

//! \param limit greatest size of a piece in bytes, more than the 37 that the head itself takes
//! \return InvalidInput when \p value takes more than mostParts pieces beside the head
[[nodiscard]] Result<SplitValue> splitValue(const Secret &value, qsizetype limit);
//! How many parts belong to \p head. \return KeychainFailed when it is none
[[nodiscard]] Result<int> partCount(const Secret &head);
//! \return KeychainFailed when the pieces don't belong together
[[nodiscard]] Result<Secret> joinValue(const SplitValue &pieces);

} // namespace curfew
