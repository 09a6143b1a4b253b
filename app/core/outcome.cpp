// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcome.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace curfew {

template <typename Enum, size_t N>
using Names = std::array<std::pair<Enum, QLatin1StringView>, N>;

static constexpr Names<Outcome, 8> outcomes{{
    {Outcome::Revoked, "revoked"_L1},
    {Outcome::StillActive, "still_active"_L1},
    {Outcome::Refused, "refused"_L1},
    {Outcome::Failed, "failed"_L1},
    {Outcome::Unknown, "unknown"_L1},
    {Outcome::AlreadyInvalid, "already_invalid"_L1},
    {Outcome::Accepted, "accepted"_L1},
    {Outcome::Skipped, "skipped"_L1},
}};
static constexpr Names<Target, 3> targets{{
    {Target::Token, "token"_L1},
    {Target::Session, "session"_L1},
    {Target::User, "user"_L1},
}};
static constexpr Names<Action, 5> actions{{
    {Action::Revoke, "revoke"_L1},
    {Action::EndSession, "end_session"_L1},
    {Action::Logout, "logout"_L1},
    {Action::Disable, "disable"_L1},
    {Action::Enable, "enable"_L1},
}};
static constexpr Names<VerifiedBy, 4> proofs{{
    {VerifiedBy::Nothing, ""_L1},
    {VerifiedBy::Introspection, "introspection"_L1},
    {VerifiedBy::Listing, "listing"_L1},
    {VerifiedBy::Reading, "reading"_L1},
}};

template <typename Enum, size_t N>
static QString nameOf(const Names<Enum, N> &names, Enum value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value)
            return name;
    }
    Q_UNREACHABLE();
}

template <typename Enum, size_t N>
static std::optional<Enum> valueOf(const Names<Enum, N> &names, QStringView name)
{
    for (const auto &[value, candidate] : names) {
        if (candidate == name)
            return value;
    }
    return std::nullopt;
}

QString outcomeName(Outcome outcome)
{
    return nameOf(outcomes, outcome);
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    return valueOf(outcomes, name);
}

QString targetName(Target target)
{
    return nameOf(targets, target);
}

std::optional<Target> targetFromName(QStringView name)
{
    return valueOf(targets, name);
}

QString actionName(Action action)
{
    return nameOf(actions, action);
}

std::optional<Action> actionFromName(QStringView name)
{
    return valueOf(actions, name);
}

QString verifiedByName(VerifiedBy verifiedBy)
{
    return nameOf(proofs, verifiedBy);
}

std::optional<VerifiedBy> verifiedByFromName(QStringView name)
{
    return valueOf(proofs, name);
}

bool isGood(Outcome outcome)
{
    return outcome == Outcome::Revoked || outcome == Outcome::Accepted || outcome == Outcome::AlreadyInvalid;
}

} // namespace curfew
