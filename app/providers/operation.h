// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace curfew {

//! What a provider's answer means, when its status and error code alone decide.
enum class Meaning {
    Success,
    TokenNotKnown,
    Refused,
    UnsupportedTokenType,
    ClientRefused,
    BearerExpired,
    RateLimited,
    ServerError
};

//! One documented answer: the first rule that fits an answer gives its meaning. HTML never fits a 2xx rule.
struct AnswerRule {
    int status = 0; //!< HTTP status; 0 fits any
    QString error; //!< the body's `error`; empty fits any, and none (for Success: none alone)
    Meaning meaning = Meaning::Refused;
};

//! One call of a provider's API.
struct Operation {
    QByteArray verb;
    QString path; //!< relative to the issuer's URL; empty where discovery supplies the endpoint
    QString metadataKey; //!< the discovery document's member that names the endpoint; empty for a fixed path
    QMap<QString, QString> form; //!< body parameters; a value in braces (`{token}`, `{hint}`) is filled in
    QMap<QString, QString> fields; //!< listing: our field → RFC 6901 pointer into one element
    QString items; //!< listing: RFC 6901 pointer to the array; empty is the document itself
    QMap<QString, QString> hintFromType; //!< a JWT's `typ` claim → `token_type_hint` where the caller gives none
    std::optional<AuthMethod> clientMethod; //!< requestToken: how the client proves itself; else as everywhere
    QList<AnswerRule> answers;
};

} // namespace curfew
