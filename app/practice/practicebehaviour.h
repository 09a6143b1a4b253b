// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicemeter.h"
#include "practicetokens.h"

#include <QJsonObject>
#include <QSet>

#include <chrono>

namespace curfew {

//! What a listing answers to an anchor that works no longer, or never did. SAP documents none of it.
enum class DeadAnchor { Unauthorized, BadRequest, EmptyList };

//! How one practice issuer differs from the documented, quick and honest one. Faults of single requests are
//! PracticeFaults.
struct PracticeBehaviour {
    std::chrono::milliseconds latency{0}; //!< before every answer
    QList<PracticeRate> rates; //!< beyond any of them: 429
    QList<PracticeRate> apiRates; //!< the same for the REST API beside the token endpoints, counted apart
    int failuresBeforeLock = 0; //!< refused authentications in a row that lock a client id; 0: never
    std::chrono::seconds lockedFor = std::chrono::minutes(60);
    PracticeLag lag;
    DeadAnchor deadAnchor = DeadAnchor::Unauthorized;
    bool rawBasic = false; //!< id and secret in Basic are not form-encoded, against RFC 6749
    bool refusesHint = false; //!< a revocation with token_type_hint is 400 `invalid_request`
    QSet<PracticeToken::Use> unsupported; //!< kinds whose revocation is 400 `unsupported_token_type`
    bool audienceMatters = false; //!< Keycloak 26.6.2: introspection needs the caller in `aud`
    bool endsWholeClient =
        false; //!< Keycloak before late 2024: a refresh token takes the user's other sessions with it
    bool disabledPeoplesTokensDie = false; //!< Keycloak: while a person is disabled; SAP promises nothing of the kind
    int versionMismatch = 412; //!< SCIM: the answer to an If-Match that doesn't fit; 409 where a server prefers that
    int patched = 204; //!< SCIM: the answer to a PATCH; RFC 7644 section 3.5.2 knows 200 with the resource, too
    QByteArray refusedClientCode = "invalid_client"; //!< or `unauthorized_client`, as current Keycloak says
    QJsonObject metadata; //!< laid over the discovery document; a null removes the key
};

} // namespace curfew
