// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providerdescriptor.h"

#include <QByteArray>

namespace curfew {

//! Reads a provider descriptor (docs/providers.md). Strict: an unknown key, a wrong type, a missing or absolute path,
//! an http URL are refused, so that a typo fails here and not at an issuer. At most 64 KiB.
//! Errors: InvalidInput; its detail is `line N, key.path: what is wrong`.
[[nodiscard]] Result<ProviderDescriptor> loadDescriptor(const QByteArray &json);

} // namespace curfew
