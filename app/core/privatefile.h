// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

namespace curfew {

//! Writes \p content to \p path whole or not at all, readable by its owner alone from its first byte on.
//! \return InvalidInput with the system's reason
[[nodiscard]] Result<> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace curfew
