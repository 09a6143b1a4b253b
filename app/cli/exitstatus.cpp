// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exitstatus.h"

#include <algorithm>
#include <array>

namespace curfew {

ExitStatus graver(ExitStatus one, ExitStatus other)
{
    static constexpr std::array order{ExitStatus::Interrupted,   ExitStatus::JournalDamaged, ExitStatus::Usage,
                                      ExitStatus::Configuration, ExitStatus::Unreachable,    ExitStatus::NotAllEnded,
                                      ExitStatus::Good};
    return *std::find_if(order.begin(), order.end(),
                         [&](ExitStatus candidate) { return candidate == one || candidate == other; });
}

ExitStatus statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::InsecureUrl:
    case ErrorKind::Unsupported:
        return ExitStatus::Usage;
    case ErrorKind::OriginNotAllowed:
    case ErrorKind::UnknownIssuer:
    case ErrorKind::NoCredential:
    case ErrorKind::SignInNeeded:
    case ErrorKind::AuthorityChanged:
    case ErrorKind::BreakerOpen:
    case ErrorKind::ClientRefused:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainTimedOut:
    case ErrorKind::KeychainFailed:
    case ErrorKind::EntryNotFound:
    case ErrorKind::ProfileFailed:
    case ErrorKind::JournalFailed:
        return ExitStatus::Configuration;
    case ErrorKind::JournalDamaged:
        return ExitStatus::JournalDamaged;
    case ErrorKind::Canceled:
        return ExitStatus::Interrupted;
    case ErrorKind::NoConnection:
    case ErrorKind::TlsFailed:
    case ErrorKind::ProxyFailed:
    case ErrorKind::NoAnswer:
    case ErrorKind::Redirected:
    case ErrorKind::NotTheService:
    case ErrorKind::TooLarge:
    case ErrorKind::BadResponse:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerError:
    case ErrorKind::Refused:
    case ErrorKind::TokenNotKnown:
    case ErrorKind::UnsupportedTokenType:
    case ErrorKind::BearerExpired:
        return ExitStatus::Unreachable;
    }
    Q_UNREACHABLE();
}

ExitStatus statusOf(const QList<ItemRecord> &items)
{
    const bool allGood = std::all_of(
        items.begin(), items.end(), [](const ItemRecord &item) { return item.result && isGood(item.result->outcome); });
    return allGood ? ExitStatus::Good : ExitStatus::NotAllEnded;
}

} // namespace curfew
