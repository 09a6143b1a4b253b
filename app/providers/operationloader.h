// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providerdescriptor.h"
#include "strictobject.h"

namespace curfew {

//! Reads one member of a descriptor's `operations`; \p name is one of operationNames().
[[nodiscard]] Operation readOperation(const QString &name, StrictObject object);
[[nodiscard]] QStringList operationNames();

} // namespace curfew
