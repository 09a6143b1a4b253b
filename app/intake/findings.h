// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session.h"
#include "token.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace curfew {

//! What a token is for, as far as its surroundings or its own claims say.
enum class TokenRole { Unknown, AccessToken, RefreshToken, IdToken };

//! What the operator had.
enum class IntakeSource { Nothing, BareToken, Bearer, TokenResponse, CurlLine, Har, FreeText };

//! One token found in a text.
struct FoundToken {
    Token token;
    TokenKind kind = TokenKind::Opaque;
    TokenRole role = TokenRole::Unknown;
    int response = -1; //!< tokens of one token response share a number; -1: it came alone
};

//! Everything found in one text. Tokens stand once each, in the order of their first appearance.
struct Findings {
    IntakeSource source = IntakeSource::Nothing;
    QList<FoundToken> tokens;
    int passwords = 0; //!< passwords and client secrets seen; they are counted, never kept
    bool sanitisedHar = false; //!< a HAR from which the browser removed what is secret
    bool looksLikeName = false; //!< no token, but a login name or an e-mail address
    bool tooLarge = false; //!< beyond the bound, so nothing was read
    bool truncated = false; //!< more tokens than the bound; the rest was left out
};

//! The access token that came in the same token response as \p found; null when there is none, or when it is \p found.
[[nodiscard]] Token pairedAccessToken(const Findings &findings, const FoundToken &found);

//! Which of the tokens to look up with: one that hasn't expired before one that has, then an access token before an
//! ID token before one of unknown role before a refresh token, then the one that was issued last.
//! \return an index into Findings::tokens; -1 when there is none
[[nodiscard]] qsizetype preferredToken(const QList<FoundToken> &tokens, const QDateTime &now);

//! `access_token` or `refresh_token` (RFC 7009 section 2.1); empty for a role that has no registered hint.
[[nodiscard]] QString revocationHint(TokenRole role);

} // namespace curfew
