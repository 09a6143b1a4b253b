// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "errorreader.h"
#include "provideranswer.h"
#include "providerdescriptor.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace curfew {

//! What \p response says about the call \p operation: nothing for the documented success, else the Error.
//! A web page is never the service's success, and what RFC 6749 section 5.2 calls a refused client always is one; then
//! come the descriptor's rules, then those that hold for every provider: a 2xx body with `error` is no success, a 401
//! that can't be read refuses the client. \p secrets are kept out of the error's words.
[[nodiscard]] std::optional<Error> faultOf(const HttpResponse &response, const Operation &operation,
                                           const QList<QByteArrayView> &secrets = {});

//! Whether \p response refuses the client's own credential, which must not be tried again.
[[nodiscard]] bool refusesClient(const HttpResponse &response, const Operation &operation);

//! Whether \p response objects to a `token_type_hint`, or is a 400 that doesn't say to what it objects, so that the
//! same call may be tried without it (RFC 7009 section 2.1: a hint may be ignored; some servers answer 400 instead).
[[nodiscard]] bool refusesHint(const HttpResponse &response, const Operation &operation);

//! What became of a revoke. \p answer's own error, where no response came, counts as well.
[[nodiscard]] RevokeReply replyOf(const HttpAnswer &answer, const Operation &operation,
                                  const QList<QByteArrayView> &secrets = {});

} // namespace curfew
