// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "error.h"

using namespace Qt::StringLiterals;

namespace curfew {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return u"invalid_input"_s;
    case ErrorKind::InsecureUrl:
        return u"insecure_url"_s;
    case ErrorKind::OriginNotAllowed:
        return u"origin_not_allowed"_s;
    case ErrorKind::UnknownIssuer:
        return u"unknown_issuer"_s;
    case ErrorKind::NoCredential:
        return u"no_credential"_s;
    case ErrorKind::SignInNeeded:
        return u"sign_in_needed"_s;
    case ErrorKind::BreakerOpen:
        return u"breaker_open"_s;
    case ErrorKind::Unsupported:
        return u"unsupported"_s;
    case ErrorKind::Canceled:
        return u"canceled"_s;
    case ErrorKind::NoConnection:
        return u"no_connection"_s;
    case ErrorKind::AuthorityChanged:
        return u"authority_changed"_s;
    case ErrorKind::TlsFailed:
        return u"tls_failed"_s;
    case ErrorKind::ProxyFailed:
        return u"proxy_failed"_s;
    case ErrorKind::NoAnswer:
        return u"no_answer"_s;
    case ErrorKind::Redirected:
        return u"redirected"_s;
    case ErrorKind::NotTheService:
        return u"not_the_service"_s;
    case ErrorKind::TooLarge:
        return u"too_large"_s;
    case ErrorKind::BadResponse:
        return u"bad_response"_s;
    case ErrorKind::RateLimited:
        return u"rate_limited"_s;
    case ErrorKind::ServerError:
        return u"server_error"_s;
    case ErrorKind::ClientRefused:
        return u"client_refused"_s;
    case ErrorKind::Refused:
        return u"refused"_s;
    case ErrorKind::TokenNotKnown:
        return u"token_not_known"_s;
    case ErrorKind::UnsupportedTokenType:
        return u"unsupported_token_type"_s;
    case ErrorKind::BearerExpired:
        return u"bearer_expired"_s;
    case ErrorKind::KeychainUnavailable:
        return u"keychain_unavailable"_s;
    case ErrorKind::KeychainLocked:
        return u"keychain_locked"_s;
    case ErrorKind::KeychainTimedOut:
        return u"keychain_timed_out"_s;
    case ErrorKind::KeychainFailed:
        return u"keychain_failed"_s;
    case ErrorKind::EntryNotFound:
        return u"entry_not_found"_s;
    case ErrorKind::ProfileFailed:
        return u"profile_failed"_s;
    case ErrorKind::JournalFailed:
        return u"journal_failed"_s;
    case ErrorKind::JournalDamaged:
        return u"journal_damaged"_s;
    }
    Q_UNREACHABLE();
}

} // namespace curfew
