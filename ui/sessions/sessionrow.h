// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkaddress.h"
#include "session.h"
#include "tokenstate.h"

#include <QFlags>

namespace curfew {

//! In what a session differs from all others of the person.
enum class Difference { Application = 1, Device = 2, Network = 4 };
Q_DECLARE_FLAGS(Differences, Difference)

//! One token of a row; names it, never holds it.
struct TokenRow {
    Fingerprint fingerprint; //!< null: the listing gave no usable token
    TokenKind kind = TokenKind::Opaque;
    QString grantType;
    QString scope;
    std::optional<QDateTime> issuedAt;
    std::optional<QDateTime> expiresAt;
    TokenState state;

    bool operator==(const TokenRow &) const = default;
};

//! One line of the sessions table: a session, with its texts made safe to show.
struct SessionRow {
    QString id;
    QString application; //!< its name, else its client id
    QString clientId;
    QString device;
    QString ip;
    std::optional<NetworkAddress> address;
    std::optional<QDateTime> issuedAt; //!< UTC
    std::optional<QDateTime> expiresAt; //!< UTC
    QList<TokenRow> tokens;
    TokenState state; //!< the worst of its tokens
    Differences differences;
    bool isAnchor = false; //!< the session of the token that was given
    bool isNew = false; //!< appeared when the list was read again
};

//! The rows of \p listing. \p anchor marks its own session; a token past its expiry at \p now is Expired.
[[nodiscard]] QList<SessionRow> rowsOf(const Listing &listing, const Fingerprint &anchor, const QDateTime &now);

//! Marks what is seen in one session only where other sessions agree with each other; nothing below three sessions,
//! since then nothing is usual.
void markDifferences(QList<SessionRow> &rows);

} // namespace curfew

Q_DECLARE_OPERATORS_FOR_FLAGS(curfew::Differences)
