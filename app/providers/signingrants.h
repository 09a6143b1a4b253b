// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "httprequest.h"
#include "result.h"
#include "tokenresponsereader.h"

#include <QUrl>

namespace curfew {

//! What an authorization code is exchanged with.
struct CodeGrant {
    Token code;
    std::shared_ptr<const Secret> verifier; //!< RFC 7636 section 4.1
    QUrl redirectUri;
};

//! The request for the first tokens of a sign-in (RFC 6749 section 4.1.3, RFC 7636 section 4.5). Pure.
[[nodiscard]] HttpRequest codeRequest(const QUrl &tokenEndpoint, const CredentialPtr &credential,
                                      const CodeGrant &grant);
//! The request for its next ones (RFC 6749 section 6). Errors: SignInNeeded without a refresh token. Pure.
[[nodiscard]] Result<HttpRequest> renewalRequest(const QUrl &tokenEndpoint, const CredentialPtr &credential);

//! Puts \p granted in place of what \p signIn had; without a new refresh token the old one stays.
void adopt(SignIn &signIn, const GrantedToken &granted);

} // namespace curfew
