// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figure.h"

namespace curfew {

class BenchPlace;

//! The rows of the table, each measured \p rounds times, ours and the peer's in turn.

[[nodiscard]] QList<Figure> revokesPlain(BenchPlace &place, int rounds);
[[nodiscard]] QList<Figure> revokesOverTls(BenchPlace &place, int rounds);
[[nodiscard]] QList<Figure> revokesManyInFlight(BenchPlace &place, int rounds);
[[nodiscard]] QList<Figure> tokensFromOneFile(BenchPlace &place, int rounds);
[[nodiscard]] QList<Figure> listingRead(BenchPlace &place, int rounds);
[[nodiscard]] QList<Figure> consoleStart(BenchPlace &place, int rounds);
//! Takes minutes, and is measured once.
[[nodiscard]] QList<Figure> limitsKept(BenchPlace &place, int rounds);

} // namespace curfew
