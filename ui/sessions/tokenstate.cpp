// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenstate.h"

#include "resultsummary.h"
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

int goodness(const TokenState &state)
{
    if (!state.result) {
        switch (state.live) {
        case LiveState::Ending:
            return 4;
        case LiveState::Checking:
            return 5;
        case LiveState::Waiting:
            return 6;
        case LiveState::Active:
            return state.sight == Sight::Inactive ? 10 : 7;
        case LiveState::Expired:
            return 12;
        }
        Q_UNREACHABLE();
    }
    switch (state.result->outcome) {
    case Outcome::StillActive:
        return 0;
    case Outcome::Unknown:
        return 1;
    case Outcome::Failed:
        return 2;
    case Outcome::Refused:
        return 3;
    case Outcome::Skipped:
        return 8;
    case Outcome::Accepted:
        return 9;
    case Outcome::AlreadyInvalid:
        return 10;
    case Outcome::Revoked:
        return 11;
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
