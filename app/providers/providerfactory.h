// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declarativeprovider.h"

#include <memory>

namespace curfew {

//! The provider for \p issuer: declarative, or a subclass where \p descriptor asks for what data can't say.
//! \p channel must outlive it.
[[nodiscard]] std::unique_ptr<DeclarativeProvider> makeProvider(const ProviderDescriptor &descriptor,
                                                                const Issuer &issuer, HttpChannel &channel);

} // namespace curfew
