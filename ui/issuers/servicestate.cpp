// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicestate.h"

#include "issuerwords.h"
#include "timewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::ServiceState)
};

using Kind = ServiceState::Kind;

} // namespace

ServiceState serviceState(const Issuer &issuer, const ProviderDescriptor *descriptor,
                          const std::optional<BreakerState> &breaker, Reach reach, const QDateTime &now)
{
    if (!descriptor)
        return {Kind::NoProvider, {}};
    if (breaker) {
        const bool running = breaker->lockedUntil && *breaker->lockedUntil > now;
        return {Kind::Locked, running ? *breaker->lockedUntil : QDateTime()};
    }
    const bool usable = std::any_of(issuer.clients.begin(), issuer.clients.end(), [descriptor](const Client &client) {
        return client.hasSecret || !needsSecret(client, *descriptor);
    });
    if (!usable && !descriptor->tokenIsBearer)
        return {Kind::NeedsCredential, {}};
    switch (reach) {
    case Reach::Reachable:
        return {Kind::Ready, {}};
    case Reach::Unreachable:
        return {Kind::Unreachable, {}};
    case Reach::Refused:
        break;
    }
    return {Kind::Refused, {}};
}

QString stateWords(const ServiceState &state, const QDateTime &now)
{
    switch (state.kind) {
    case Kind::Ready:
        return Words::tr("ready");
    case Kind::NeedsCredential:
        return Words::tr("needs a credential");
    case Kind::Locked:
        return state.lockedUntil.isValid() ? Words::tr("locked until %1").arg(untilTime(state.lockedUntil, now))
                                           : Words::tr("stopped: secret was refused");
    case Kind::Refused:
        return Words::tr("client was refused");
    case Kind::Unreachable:
        return Words::tr("unreachable");
    case Kind::NoProvider:
        break;
    }
    return Words::tr("its description is missing");
}

Icon stateIcon(const ServiceState &state)
{
    switch (state.kind) {
    case Kind::Ready:
        return Icon::Ready;
    case Kind::NeedsCredential:
    case Kind::Refused:
        return Icon::NeedsCredential;
    case Kind::Locked:
        return state.lockedUntil.isValid() ? Icon::Locked : Icon::NeedsCredential;
    case Kind::Unreachable:
        return Icon::Unreachable;
    case Kind::NoProvider:
        break;
    }
    return Icon::Warning;
}

Tone stateTone(const ServiceState &state)
{
    return state.kind == Kind::Ready ? Tone::Plain : Tone::Amber;
}

} // namespace curfew
