// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequest.h"

#include <QNetworkRequest>

namespace curfew {

//! A request as Qt sends it.
struct WireRequest {
    QNetworkRequest head;
    QByteArray body; //!< holds secrets: wipe() it when it was sent
};

//! Renders \p request, after checkRequest(), with everything switched off that Qt would do by itself: redirects,
//! cookies, caches, stored passwords, decompression, HTTP/2.
[[nodiscard]] Result<WireRequest> renderRequest(const HttpRequest &request);

} // namespace curfew
