// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace curfew {

//! Locks and unlocks the test's own GNOME Keyring as its user would, without a screen. Waits; for tests alone.
[[nodiscard]] bool lockKeyring();
[[nodiscard]] bool unlockKeyring(const QByteArray &password);

} // namespace curfew
