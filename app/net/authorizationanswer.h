// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "token.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace curfew {

//! What an issuer sent back through the browser (RFC 6749 sections 4.1.2 and 4.1.2.1).
struct AuthorizationAnswer {
    Token code; //!< null where the issuer said no
    QString error; //!< empty beside a code
    QString description; //!< the issuer's words; may be empty
    std::optional<QString> issuer; //!< `iss` (RFC 9207 section 2); may be missing
};

//! Reads the answer from \p head, that of an HTTP request: its lines up to the empty one. Pure.
//! \return nothing unless it is a GET of `/callback` at \p host that carries \p state, and a code or an error, and none
//! of these twice
[[nodiscard]] std::optional<AuthorizationAnswer> readAuthorizationAnswer(QByteArrayView head, QByteArrayView host,
                                                                         QByteArrayView state);

} // namespace curfew
