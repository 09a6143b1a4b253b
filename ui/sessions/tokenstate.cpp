// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenstate.h"

#include "visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::TokenState)
};

} // namespace

StateStyle styleOf(const TokenState &state, const QDateTime &now)
{
    if (state.result)
        return outcomeStyle(state.result->outcome,
                            {visibleText(state.result->message, 300), state.result->mayWorkUntil, now});
    if (state.live == LiveState::Active && state.sight == Sight::Inactive)
        return outcomeStyle(Outcome::AlreadyInvalid, {{}, state.expiresAt, now});
    if (state.live == LiveState::Active && state.sight == Sight::Unseen)
        return {Words::tr("Unknown"), Words::tr("The service doesn’t say whether it still works."), Tone::Plain,
                Icon::Unclear};
    return liveStyle(state.live);
}

// What was not touched yet, or is being ended, stands between what may still work and what was not tried.
int goodness(const TokenState &state)
{
    constexpr int liveStates = 4;
    const int untried = severity(Outcome::Skipped);
    const auto place = [untried](Outcome outcome) {
        const int rank = severity(outcome);
        return rank < untried ? rank : rank + liveStates;
    };
    if (state.result)
        return place(state.result->outcome);
    switch (state.live) {
    case LiveState::Ending:
        return untried;
    case LiveState::Checking:
        return untried + 1;
    case LiveState::Waiting:
        return untried + 2;
    case LiveState::Active:
        return state.sight == Sight::Inactive ? place(Outcome::AlreadyInvalid) : untried + 3;
    case LiveState::Expired:
        return place(Outcome::Revoked) + 1;
    }
    Q_UNREACHABLE();
}

bool isEnded(const TokenState &state)
{
    return state.result && !mayStillWork(state.result->outcome);
}

bool mayLetIn(const TokenState &state)
{
    if (state.result)
        return !isEnded(state);
    return state.live != LiveState::Expired && state.sight != Sight::Inactive;
}

TokenState worstOf(const QList<TokenState> &states)
{
    const auto worst =
        std::min_element(states.begin(), states.end(), [](const TokenState &one, const TokenState &other) {
            return goodness(one) < goodness(other);
        });
    return worst == states.end() ? TokenState() : *worst;
}

TokenState stateOf(RevocationBatch::Stage stage, const ItemRecord &record)
{
    TokenState state;
    switch (stage) {
    case RevocationBatch::Stage::Waiting:
        state.live = LiveState::Waiting;
        break;
    case RevocationBatch::Stage::Looking:
    case RevocationBatch::Stage::Checking:
        state.live = LiveState::Checking;
        break;
    case RevocationBatch::Stage::Ending:
        state.live = LiveState::Ending;
        break;
    case RevocationBatch::Stage::Done:
        state.result = record.result;
        break;
    }
    return state;
}

} // namespace curfew
