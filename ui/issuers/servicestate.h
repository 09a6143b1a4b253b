// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "breakerstore.h"
#include "icons.h"
#include "issuer.h"
#include "providerdescriptor.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace curfew {

//! How a service stands in the list.
struct ServiceState {
    enum class Kind { Ready, NeedsCredential, Locked, Refused, Unreachable, NoProvider } kind = Kind::Ready;
    QDateTime lockedUntil; //!< UTC; invalid: not known, or passed

    bool operator==(const ServiceState &) const = default;
};

//! What the last attempt, if there was one, met with.
enum class Reach {
    Reachable,
    Unreachable,
    Refused, //!< the client was refused; one with a secret has a breaker that says so, too
};

//! \p descriptor may be nullptr: the provider's description is gone or waits for being accepted. \p breaker is that of
//! any of its clients.
[[nodiscard]] ServiceState serviceState(const Issuer &issuer, const ProviderDescriptor *descriptor,
                                        const std::optional<BreakerState> &breaker, Reach reach, const QDateTime &now);

[[nodiscard]] QString stateWords(const ServiceState &state, const QDateTime &now);
[[nodiscard]] Icon stateIcon(const ServiceState &state);
[[nodiscard]] Tone stateTone(const ServiceState &state);

} // namespace curfew
