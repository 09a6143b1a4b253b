// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "token.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace curfew {

enum class TokenKind { Jwt, Opaque };
enum class Grouping { Sid, Inferred };

//! One element of a session listing. Every text is the provider's: attacker-controlled, length bounded.
struct ListedToken {
    Token token; //!< null when the element carried no usable token
    TokenKind kind = TokenKind::Opaque;
    QString jti; //!< empty when unknown, or when it equals or contains the token
    QString clientId;
    QString grantType;
    QString scope;
    std::optional<QDateTime> issuedAt; //!< UTC
    std::optional<QDateTime> expiresAt; //!< UTC
    QJsonObject raw; //!< the element as sent, tokens masked
};

//! What ends together: the tokens of one client session.
struct Session {
    QString id; //!< first 16 hex digits of SHA-256 over the group key; stable between calls
    QString clientId;
    QString application;
    QString ip;
    QString userAgent;
    Grouping grouping = Grouping::Inferred;
    std::optional<QDateTime> issuedAt; //!< the earliest of its tokens
    std::optional<QDateTime> expiresAt; //!< the latest of its tokens
    QList<ListedToken> tokens;
};

//! One answer of a list-sessions endpoint.
struct Listing {
    QString uid; //!< the service's login name of the person
    QString sub;
    QList<Session> sessions;
    QStringList warnings;
    QDateTime takenAt; //!< UTC

    [[nodiscard]] QString user() const { return uid.isEmpty() ? sub : uid; }
    [[nodiscard]] qsizetype tokenCount() const;
    [[nodiscard]] const Session *sessionOf(const Fingerprint &fingerprint) const; //!< nullptr when not listed
};

} // namespace curfew
