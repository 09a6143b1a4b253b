// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providerdescriptor.h"

#include <QString>
#include <QUrl>

namespace curfew {

//! A message to the service's administrator: what to create, which rights, the menu path where it is known, and how
//! to hand the secret over. \p url may be empty.
[[nodiscard]] QString administratorRequest(const ProviderDescriptor &descriptor, const QUrl &url);

} // namespace curfew
