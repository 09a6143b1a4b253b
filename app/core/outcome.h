// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace curfew {

//! How one item of a plan ended; docs/outcomes.md says what each means.
enum class Outcome { Revoked, StillActive, Refused, Failed, Unknown, AlreadyInvalid, Accepted, Skipped };

//! What an item is, before it has an outcome.
enum class ItemState { Planned, Sending, Done };

//! What one item of a plan is aimed at.
enum class Target { Token, Session, User };

//! What is done to the target.
enum class Action { Revoke, EndSession, Logout, Disable, Enable };

//! How an outcome was proven.
enum class VerifiedBy { Nothing, Introspection, Listing, Reading };

//! How much is looked at around an action (`--verify`).
enum class Verify { Full, After, None };

//! What one look said of a token. Anything but a clear answer is Unseen, never Inactive.
enum class Sight { Unseen, Alive, Inactive };

[[nodiscard]] QString outcomeName(Outcome outcome); //!< `revoked`, `still_active`, …
[[nodiscard]] std::optional<Outcome> outcomeFromName(QStringView name);
[[nodiscard]] QString targetName(Target target); //!< `token`, `session`, `user`
[[nodiscard]] std::optional<Target> targetFromName(QStringView name);
[[nodiscard]] QString actionName(Action action); //!< `revoke`, `end_session`, …
[[nodiscard]] std::optional<Action> actionFromName(QStringView name);
[[nodiscard]] QString verifiedByName(VerifiedBy verifiedBy); //!< empty for Nothing
[[nodiscard]] std::optional<VerifiedBy> verifiedByFromName(QStringView name);

//! Whether an item that ended so lets the command end with status 0 (docs/cli.md, "Exit status").
[[nodiscard]] bool isGood(Outcome outcome);
//! Whether someone may still get in through an item that ended so: what was never tried is among it.
[[nodiscard]] inline bool mayStillWork(Outcome outcome)
{
    return !isGood(outcome);
}

} // namespace curfew
