// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QDeadlineTimer>
#include <QFuture>

namespace curfew {

//! The default collection of the Secret Service (freedesktop.org, Secret Service API 0.2), where QtKeychain stores.
enum class CollectionState {
    Missing, //!< no keyring yet: the first write makes one, with a prompt
    Unlocked,
    Locked,
};

//! Asks over D-Bus, because a locked keyring answers QtKeychain's read with "not found" and its delete with success.
//! \return KeychainUnavailable without a session bus or a service on it, KeychainTimedOut, KeychainFailed
[[nodiscard]] QFuture<Result<CollectionState>> collectionState(QDeadlineTimer until);

//! Has the service unlock the default collection, which opens its own prompt; the prompt is closed at the deadline.
//! \return as collectionState(); Canceled when the prompt was dismissed, or there is no screen to show it on
[[nodiscard]] QFuture<Result<>> unlockCollection(QDeadlineTimer until);

} // namespace curfew
