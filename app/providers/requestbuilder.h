// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "httprequest.h"
#include "providerdescriptor.h"

#include <QUrl>

namespace curfew {

//! What goes into one request, beside what the descriptor says.
struct RequestParts {
    QUrl url;
    Token token; //!< for `{token}`; may be null where the form has none
    QString hint; //!< for `{hint}`; empty: the parameter isn't sent
    CredentialPtr credential; //!< null: the request shows no client
    AuthMethod method = AuthMethod::None; //!< how the client proves itself
    Token bearer; //!< for AuthMethod::Bearer and AuthMethod::AuthorizationCode
};

//! Lets \p parts' client prove itself in \p request, or name itself where it is a public one. \p operation decides what
//! counts as its refusal.
void authorize(HttpRequest &request, const Operation &operation, const RequestParts &parts, BasicEncoding encoding);

//! The request for \p operation, exactly as the descriptor has it: each parameter once, all of them in the body, one
//! way of authentication. Pure.
[[nodiscard]] HttpRequest buildRequest(const Operation &operation, const RequestParts &parts, BasicEncoding encoding);

} // namespace curfew
