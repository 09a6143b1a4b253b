// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "httprequest.h"
#include "issuer.h"
#include "issuerendpoints.h"
#include "provideranswer.h"
#include "providerdescriptor.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace curfew {

class BearerSource;
class HttpChannel;

//! A token to end, and what goes with it.
struct RevokeTarget {
    Token token;
    QString hint; //!< `access_token`, `refresh_token` or empty (RFC 7009 section 2.1)
    Token bearer; //!< the paired access token (Kajabi); null when there is none
};

//! Speaks to one issuer as its descriptor says. A subclass overrides one step, where data can't say it.
//! A \a credential may be null: then the request carries none.
class DeclarativeProvider : public QObject {
    Q_OBJECT

public:
    //! \p channel must outlive the provider.
    DeclarativeProvider(ProviderDescriptor descriptor, Issuer issuer, HttpChannel &channel, QObject *parent = nullptr);
    ~DeclarativeProvider() override;

    [[nodiscard]] const ProviderDescriptor &descriptor() const { return m_descriptor; }
    [[nodiscard]] const Issuer &issuer() const { return m_issuer; }

    //! Reads the issuer's metadata and, when it is usable, takes the endpoints from it.
    //! Errors: those of the network; BadResponse when it names another issuer and the descriptor minds;
    //! OriginNotAllowed when the revocation endpoint is on an origin that was not accepted; Unsupported when there is
    //! none, or the provider publishes no metadata.
    [[nodiscard]] QFuture<Result<Discovery>> discover(Repeat repeat = Repeat::Safely);
    //! The metadata read last, also where discover() ended as OriginNotAllowed: its foreign origins can be shown.
    [[nodiscard]] const std::optional<Discovery> &discovery() const;
    //! Where \p operation goes; empty when the issuer has no such endpoint (so far).
    [[nodiscard]] QUrl endpoint(const QString &operation) const;
    [[nodiscard]] bool canIntrospect() const { return !endpoint(QStringLiteral("introspectToken")).isEmpty(); }
    [[nodiscard]] bool canList() const { return !endpoint(QStringLiteral("listSessions")).isEmpty(); }

    [[nodiscard]] Error missing(const QString &operation) const; //!< why endpoint() is empty

    //! The sessions of the person to whom \p anchor belongs.
    [[nodiscard]] QFuture<Result<Listing>> listSessions(const Token &anchor, const CredentialPtr &credential);
    //! Never fails: what isn't a clear answer is Sight::Unseen with its Error.
    [[nodiscard]] QFuture<Look> look(const RevokeTarget &target, const CredentialPtr &credential);
    [[nodiscard]] QFuture<RevokeReply> revoke(const RevokeTarget &target, const CredentialPtr &credential);
    //! Sends \p request, which is about no token and lacks its authentication alone; \p operation says what its answers
    //! mean.
    [[nodiscard]] QFuture<HttpAnswer> send(const Operation &operation, const HttpRequest &request,
                                           const CredentialPtr &credential);
    //! One harmless authenticated request, never repeated, to see whether the client is accepted: the introspection of
    //! a token that never was, else a client-credentials grant. Errors: ClientRefused; Unsupported where there is
    //! neither; others where the answer doesn't tell.
    [[nodiscard]] QFuture<Result<>> authenticate(const CredentialPtr &credential);

protected:
    //! The access token that authorises a call about \p target, where calls carry a bearer; null: one from a grant of
    //! \p credential. Errors: NoCredential.
    [[nodiscard]] virtual Result<Token> bearerFor(const RevokeTarget &target, const CredentialPtr &credential) const;

private:
    [[nodiscard]] QFuture<HttpAnswer> call(const QString &name, const RevokeTarget &target,
                                           const CredentialPtr &credential, Repeat repeat = Repeat::Safely);
    [[nodiscard]] QFuture<Look> look(const RevokeTarget &target, const CredentialPtr &credential, Repeat repeat);
    [[nodiscard]] Result<HttpRequest> grantRequest(const CredentialPtr &credential) const;
    [[nodiscard]] QFuture<Result<Discovery>> readMetadata(const QUrl &url, Repeat repeat);

    ProviderDescriptor m_descriptor;
    Issuer m_issuer;
    IssuerEndpoints m_endpoints;
    HttpChannel &m_channel;
    BearerSource *m_bearers = nullptr; //!< a child; nullptr where the issuer grants none
};

} // namespace curfew
