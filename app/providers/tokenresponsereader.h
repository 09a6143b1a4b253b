// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpresponse.h"
#include "providerdescriptor.h"
#include "result.h"
#include "token.h"

#include <QByteArrayView>
#include <QDeadlineTimer>
#include <QList>

#include <chrono>
#include <optional>

namespace curfew {

//! What a grant brought.
struct GrantedToken {
    Token token;
    std::optional<std::chrono::seconds> lifetime; //!< `expires_in`
    Token refresh; //!< null: none was given
    Token id; //!< OpenID Connect's; null: none was given

    //! How long \a token serves: it is renewed a little early, so that it doesn't expire on its way; without a lifetime
    //! it serves one minute.
    [[nodiscard]] QDeadlineTimer usable() const;
};

//! Reads the \p answer to \p operation, a token response (RFC 6749 section 5.1) whose tokens go straight into guarded
//! memory. Errors: those of the network and of the answer, where what is said of tokens is Refused (it isn't about the
//! token that a caller wants to end); BadResponse without a bearer `access_token`. \p secrets never reach their words.
[[nodiscard]] Result<GrantedToken> readGrant(const HttpAnswer &answer, const Operation &operation,
                                             const QList<QByteArrayView> &secrets = {});

} // namespace curfew
