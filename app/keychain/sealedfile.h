// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"
#include "secret.h"

#include <QString>

namespace curfew {

//! Files whose content only the holder of a random key can read or change: libsodium's crypto_secretbox
//! (XSalsa20-Poly1305), a random nonce a file. Mode 0600.

[[nodiscard]] Secret makeSealKey();

//! \return ProfileFailed, naming the file, when it can't be written
[[nodiscard]] Result<> writeSealed(const QString &path, const Secret &content, const Secret &key);

//! \return ProfileFailed, naming the file, when it can't be read, was changed, or \p key is not its key
[[nodiscard]] Result<Secret> readSealed(const QString &path, const Secret &key);

} // namespace curfew
