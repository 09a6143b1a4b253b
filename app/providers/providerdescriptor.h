// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "localizedtext.h"
#include "operation.h"
#include "outcome.h"
#include "peopledescription.h"
#include "result.h"

#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace curfew {

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

//! What becomes of a client's id and secret before Basic's base64.
enum class BasicEncoding {
    Form, //!< they are form-encoded (RFC 6749 section 2.3.1)
    Raw, //!< nothing: against the RFC
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
    QString realmMarker; //!< `/realms/`: the URL ends in it and one part, the `{realm}`; empty: the URL has none
    QList<AuthMethod> authMethods;
    AuthMethod defaultMethod = AuthMethod::ClientSecretBasic;
    BasicEncoding basicEncoding = BasicEncoding::Form; //!< `"basicEncoding"` in the file
    bool methodFromMetadata = false; //!< a method the metadata doesn't offer gives way to one that it does
    bool needsDiscovery = false; //!< endpoints come from the metadata alone
    bool discoveryBlocks = true; //!< whether metadata that names another issuer stops the work
    bool introspectionDependsOnAudience = false; //!< `active: false` may mean "not your token" (Keycloak 26.6.2)
    bool tokenIsBearer = false; //!< a request is authorised by the token itself or its pair (Kajabi)
    QMap<QString, Operation>
        operations; //!< `listSessions`, `revokeToken`, `introspectToken`, `requestToken`, `discover`; `authorize`,
                    //!< which no file names, where an operator may sign in
    std::optional<PeopleDescription> people; //!< nothing where people can't be found by name
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
    //! The realm that \p url ends in, as it stands there; empty where there is none.
    [[nodiscard]] QString realmOf(const QUrl &url) const;
    //! \p url up to where the realm begins: paths of `people` stand below it.
    [[nodiscard]] QUrl rootOf(const QUrl &url) const;
    //! Whether tokens can be given to it; else it only finds people by name.
    [[nodiscard]] bool takesTokens() const { return revokes() || !people; }
    [[nodiscard]] bool revokes() const { return operations.contains(QStringLiteral("revokeToken")); }
    [[nodiscard]] bool lists() const { return operations.contains(QStringLiteral("listSessions")); }
    [[nodiscard]] bool introspects() const { return operations.contains(QStringLiteral("introspectToken")); }
};

} // namespace curfew
