// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"
#include "token.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>
#include <QList>

#include <chrono>
#include <optional>
#include <utility>

namespace curfew {

//! A whole HTTP answer, whatever its status; a redirect never becomes one.
//! Its body may hold live tokens: who has read it wipes it with wipe().
struct HttpResponse {
    int status = 0; //!< 200 to 299, or 400 to 599 but never 407
    QByteArray contentType; //!< the media type alone, lower case, without parameters: `application/json`
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< in the order received
    std::optional<std::chrono::seconds> retryAfter; //!< Retry-After, reckoned from the answer's own Date

    //! The value of the first header named \p name (its case doesn't matter); empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    //! By its media type, or by a body that begins as markup does and no service's answer: a captive portal or a proxy.
    [[nodiscard]] bool isWebPage() const;
    bool operator==(const HttpResponse &) const = default;
};

//! How one request ended.
struct HttpAnswer {
    //! An Error only where no HTTP answer was got or accepted: InvalidInput, InsecureUrl, OriginNotAllowed,
    //! NoCredential, BreakerOpen, Canceled (nothing left), NoConnection, TlsFailed, ProxyFailed (nothing reached the
    //! issuer), NoAnswer, Redirected, TooLarge (it was sent).
    Result<HttpResponse> response;
    int attempts = 0; //!< requests handed to the network, successful or not
    bool mayHaveArrived = false; //!< some attempt was, or may have been, sent without a whole answer coming back
    Token bearer = {}; //!< that the last request carried; null where there was none. Not for the answer's words
};

QDebug operator<<(QDebug, const HttpResponse &) = delete;

} // namespace curfew
