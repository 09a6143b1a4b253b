// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerfactory.h"

#include "kajabiprovider.h"

namespace curfew {

std::unique_ptr<DeclarativeProvider> makeProvider(const ProviderDescriptor &descriptor, const Issuer &issuer,
                                                  HttpChannel &channel)
{
    if (descriptor.tokenIsBearer)
        return std::make_unique<KajabiProvider>(descriptor, issuer, channel);
    return std::make_unique<DeclarativeProvider>(descriptor, issuer, channel);
}

} // namespace curfew
