// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace curfew {

//! What went wrong, as far as it decides what to do next. The sentence for people is made in ui/ and in the CLI.
enum class ErrorKind {
    // Nothing left this machine.
    InvalidInput, //!< the caller's value can't be used
    InsecureUrl, //!< http beyond loopback, or a URL with userinfo, query or fragment where none belongs
    OriginNotAllowed, //!< the credential is not stored for this scheme, host and port
    UnknownIssuer,
    NoCredential, //!< no secret on file for the client that this needs
    SignInNeeded, //!< the operator's own sign-in is missing, or the issuer takes it no longer: sign in (again)
    BreakerOpen, //!< a refused client: nothing is sent until the secret is replaced or one more try succeeds
    Unsupported, //!< the provider has no such operation
    Canceled,
    NoConnection, //!< refused, unreachable or no such host
    AuthorityChanged, //!< another authority than before vouches for the address; it was not accepted
    TlsFailed, //!< the handshake failed: certificate, name, protocol version
    ProxyFailed,
    // It left, or may have left.
    NoAnswer, //!< sent, and the connection ended or the time ran out before a whole answer
    Redirected, //!< a 3xx: never followed with a credential or token in the request
    NotTheService, //!< HTML where JSON or nothing was due: a captive portal or a proxy page
    TooLarge, //!< longer than the request allows; the connection was cut
    BadResponse, //!< not the documented shape
    RateLimited, //!< 429
    ServerError, //!< 5xx
    ClientRefused, //!< the client's own credential was refused
    Refused, //!< any other documented "no"
    TokenNotKnown, //!< the issuer says that it doesn't know the token
    UnsupportedTokenType, //!< RFC 7009 section 2.2.1
    BearerExpired, //!< RFC 6750 invalid_token: the client-credentials token, not the client
    // The keychain.
    KeychainUnavailable, //!< no service, no bus or no libsecret
    KeychainLocked,
    KeychainTimedOut,
    KeychainFailed,
    EntryNotFound,
    // Files of the profile.
    ProfileFailed,
    JournalFailed,
    JournalDamaged,
};

//! A failure as a value. `kind` is the only field that logic reads.
struct Error {
    ErrorKind kind = ErrorKind::BadResponse;
    QString detail; //!< the other side's words or the technical reason, redacted; for "Details"
    int httpStatus = 0; //!< 0 when no response arrived
    std::optional<std::chrono::seconds> retryAfter;

    bool operator==(const Error &) const = default;
};

//! A stable lower_snake_case name of \p kind, as `--json` prints it.
[[nodiscard]] QString errorKindName(ErrorKind kind);

} // namespace curfew
