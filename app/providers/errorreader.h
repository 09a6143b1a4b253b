// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpresponse.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace curfew {

//! What an issuer says went wrong (RFC 6749 section 5.2; RFC 6750 section 3 where it stands in a header).
struct IssuerFault {
    QString code; //!< `error`; empty when none can be read
    QString words; //!< code and description, redacted, at most 512 characters; may be empty
};

//! Reads the error of \p response, whatever its status: `error` with `error_description` or `errorDescription`, numbers
//! and nested objects tolerated, else the `error` of a WWW-Authenticate header. \p secrets never reach `words`.
[[nodiscard]] IssuerFault readFault(const HttpResponse &response, const QList<QByteArrayView> &secrets = {});

} // namespace curfew
