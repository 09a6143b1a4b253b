// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequest.h"
#include "providerdescriptor.h"

namespace curfew {

//! What fills the placeholders of a PersonCall.
struct PersonParts {
    QString name; //!< what is searched for
    QString person; //!< the service's id of the person
    QString session;
    QString client; //!< the service's name or id of an application
};

//! The request for \p call at the issuer at \p url; everything but the authentication. Pure.
//! InvalidInput when a part can't stand in an address, which its answers must not be able to change.
[[nodiscard]] Result<HttpRequest> buildPersonRequest(const ProviderDescriptor &descriptor, const QUrl &url,
                                                     const PersonCall &call, const PersonParts &parts);

} // namespace curfew
