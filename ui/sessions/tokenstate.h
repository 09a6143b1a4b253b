// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "revocationbatch.h"
#include "statestyle.h"

#include <QList>

#include <optional>

namespace curfew {

//! Where one token stands: what it is, or what became of it.
struct TokenState {
    LiveState live = LiveState::Active;
    std::optional<ItemResult> result; //!< of the last action on it
    std::optional<Sight> sight; //!< what a look at a given token said; absent where a listing says it
    std::optional<QDateTime> expiresAt; //!< UTC; of a token that is looked at

    bool operator==(const TokenState &) const = default;
};

//! How it is shown; provider's words in it are made visible.
[[nodiscard]] StateStyle styleOf(const TokenState &state, const QDateTime &now);

//! Smaller is worse: what may let someone in comes first, what is checked or expired last. Also the order of the
//! table's State column.
[[nodiscard]] int goodness(const TokenState &state);

//! Whether an action ended it. Not so of what only expired, or was never tried.
[[nodiscard]] bool isEnded(const TokenState &state);

//! Whether it may let someone in: neither ended, nor expired, nor seen inactive.
[[nodiscard]] bool mayLetIn(const TokenState &state);

//! The worst of \p states; Active when there is none.
[[nodiscard]] TokenState worstOf(const QList<TokenState> &states);

//! What an item of a running action shows.
[[nodiscard]] TokenState stateOf(RevocationBatch::Stage stage, const ItemRecord &record);

} // namespace curfew
