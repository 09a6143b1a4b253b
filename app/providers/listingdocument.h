// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session.h"

#include <QJsonObject>

namespace curfew {

//! The `session list` document (docs/cli.md) of what \p issuer, by its configured name, listed. Every key is there;
//! null is what isn't known. No token is in it, only fingerprints.
[[nodiscard]] QJsonObject sessionListDocument(const QString &issuer, const Listing &listing);

} // namespace curfew
