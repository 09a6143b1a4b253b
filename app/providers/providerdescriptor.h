// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "localizedtext.h"
#include "outcome.h"
#include "result.h"

#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
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

struct RequestRate {
    int requests = 0;
    std::chrono::seconds window{60};
};

struct ProviderLimits {
    int inFlight = 8; //!< the default window
    int mostInFlight = 8; //!< what `--parallel` may raise it to
    QList<RequestRate> rates;
    int failuresBeforeLockOut = 0; //!< 0: none documented
    std::chrono::minutes lockOut{0};
};

//! What one successful revoke may end besides the token itself, as far as other items of a plan are concerned. Where it
//! may, they are looked at before they are sent: Keycloak 26 loses the end of a refresh token now and then when an
//! access token of its session is revoked at the same moment.
enum class Cascade {
    Token, //!< nothing that a plan may rely on
    Session, //!< the tokens of the same client, person and session; of some only by a refresh token
};

//! Everything in which two providers differ without logic; one JSON file each, `resources/providers/`.
struct ProviderDescriptor {
    QString id;
    QString name;
    QString mark; //!< two or three letters for the list of services
    QStringList references; //!< the documentation each statement rests on
    LocalizedText summary; //!< one line: what it can do
    QString defaultUrl; //!< empty where the operator must enter one
    LocalizedText urlHint; //!< what the URL looks like
    bool urlIsOrigin = false; //!< the URL has no path: those of the operations are the whole
    QList<AuthMethod> authMethods;
    AuthMethod defaultMethod = AuthMethod::ClientSecretBasic;
    bool rawBasic = false; //!< id and secret are not form-encoded before Basic (against RFC 6749 section 2.3.1)
    bool methodFromMetadata = false; //!< a method the metadata doesn't offer gives way to one that it does
    bool needsDiscovery = false; //!< endpoints come from the metadata alone
    bool discoveryBlocks = true; //!< whether metadata that names another issuer stops the work
    bool introspectionDependsOnAudience = false; //!< `active: false` may mean "not your token" (Keycloak 26.6.2)
    bool tokenIsBearer = false; //!< a request is authorised by the token itself or its pair (Kajabi)
    QMap<QString, Operation>
        operations; //!< `listSessions`, `revokeToken`, `introspectToken`, `requestToken`, `discover`; `authorize`,
                    //!< which no file names, where an operator may sign in
    QList<VerifiedBy> verification; //!< what can prove an end; empty: nothing
    LocalizedText verificationText; //!< how an end is checked, and what can't be
    ProviderLimits limits;
    Cascade cascade = Cascade::Token; //!< `"cascade": "session"` in the file
    LocalizedText ends; //!< what one successful call really ends
    LocalizedText doesNotEnd;
    QString sourceHash; //!< SHA-256 of the file, lower-case hex
    bool shipped = true; //!< false for an operator's own

    //! InvalidInput when an issuer of this provider can't be at \p url, which is acceptable otherwise.
    [[nodiscard]] Result<> checkUrl(const QUrl &url) const;
    [[nodiscard]] bool lists() const { return operations.contains(QStringLiteral("listSessions")); }
    [[nodiscard]] bool introspects() const { return operations.contains(QStringLiteral("introspectToken")); }
};

} // namespace curfew
