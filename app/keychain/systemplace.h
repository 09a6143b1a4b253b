// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain.h"

#include <QProcessEnvironment>

namespace curfew {

//! Which of the freedesktop keychains QtKeychain talks to in a session with this environment (its keychain_unix.cpp, a
//! rule taken from Chromium's xdg_util.cc): KWallet in KDE up to Plasma 5, else the Secret Service. Plasma 6 counts as
//! the latter: there KWallet speaks it itself.
[[nodiscard]] KeychainPlace freedesktopPlace(const QProcessEnvironment &environment);

//! The keychain of this platform, and of this session.
[[nodiscard]] KeychainPlace systemPlace();

} // namespace curfew
