// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpchannel.h"
#include "issuer.h"
#include "providerdescriptor.h"

namespace curfew {

//! How requests may go to \p issuer: to its own origin and the accepted ones, as fast as \p descriptor allows.
//! \p parallel is cut to what the descriptor allows; without one the descriptor's default holds.
//! \p roots replace the system's unless empty.
[[nodiscard]] ChannelSettings channelSettings(const ProviderDescriptor &descriptor, const Issuer &issuer,
                                              std::chrono::milliseconds timeout, std::optional<int> parallel = {},
                                              const QList<QSslCertificate> &roots = {});

} // namespace curfew
