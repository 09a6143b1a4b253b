// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provideranswer.h"
#include "providerdescriptor.h"

#include <QByteArray>

namespace curfew {

//! Reads an issuer's metadata (OpenID Connect Discovery 1.0 section 4.2, RFC 8414 section 2). An endpoint on an origin
//! that is neither the issuer's nor accepted is left out and its origin named.
//! Errors: BadResponse when it is no JSON object, and for an endpoint that is relative, plain http beyond loopback, or
//! carries a user or a fragment.
[[nodiscard]] Result<Discovery> readDiscovery(const ProviderDescriptor &descriptor, const Issuer &issuer,
                                              const QByteArray &json);

} // namespace curfew
