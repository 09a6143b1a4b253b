// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycloakcontract.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

using Use = PracticeToken::Use;

KeycloakContract::KeycloakContract()
    : PracticeContract(u"keycloak"_s, "/realms/catena",
                       {{"/realms/catena/protocol/openid-connect/revoke", PracticeEndpoint::Revoke},
                        {"/realms/catena/protocol/openid-connect/token/introspect", PracticeEndpoint::Introspect},
                        {"/realms/catena/protocol/openid-connect/token", PracticeEndpoint::Token},
                        {"/realms/catena/.well-known/openid-configuration", PracticeEndpoint::Discovery}})
{
}

QJsonObject KeycloakContract::metadata(const PracticeTenant &) const
{
    return {{u"revocation_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_post"_s}},
            {u"introspection_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_post"_s}},
            {u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_post"_s}}};
}

QJsonObject KeycloakContract::claims(const PracticeToken &token, const PracticeTenant &tenant) const
{
    QJsonObject claims = PracticeContract::claims(token, tenant);
    claims.remove(u"client_id"_s);
    claims.insert(u"azp"_s, token.session.clientId);
    switch (token.use) {
    case Use::Refresh:
        claims.insert(u"typ"_s, u"Refresh"_s);
        claims.insert(u"aud"_s, tenant.issuer()); // a refresh token is meant for the realm itself
        break;
    case Use::Id:
        claims.insert(u"typ"_s, u"ID"_s);
        claims.insert(u"aud"_s, token.session.clientId);
        break;
    case Use::Access:
    case Use::ClientGrant:
        claims.insert(u"typ"_s, u"Bearer"_s);
        break;
    }
    if (!token.session.person.isEmpty())
        claims.insert(u"preferred_username"_s, token.session.person);
    return claims;
}

PracticeAnswer KeycloakContract::refusal(const PracticeRefusal &refusal, const PracticeTenant &tenant) const
{
    if (refusal.reason == PracticeRefusal::Reason::Malformed)
        return error(400, "invalid_request", refusal.description);
    // Whatever was wrong with the client, the page knows one description.
    return error(401, tenant.behaviour.refusedClientCode, u"Invalid client or Invalid client credentials"_s);
}

PracticeAnswer KeycloakContract::respond(PracticeEndpoint endpoint, const PracticeRequest &request,
                                         const PracticeForm &form, PracticeTenant &tenant) const
{
    if (endpoint == PracticeEndpoint::Token)
        return grant(request, form, PracticeScheme::Body, tenant);

    const Admission client = admit(request, form, PracticeScheme::Body, tenant);
    if (!client)
        return refusal(client.error(), tenant);
    if (!form.has("token"))
        return error(400, "invalid_request", u"Token not provided"_s);
    const PracticeToken *token = tenant.tokens.find(form.value("token"));
    return endpoint == PracticeEndpoint::Revoke ? revoke(token, *client, form, tenant)
                                                : introspect(token, *client, form, tenant);
}

PracticeAnswer KeycloakContract::revoke(const PracticeToken *token, const QString &clientId, const PracticeForm &form,
                                        PracticeTenant &tenant) const
{
    if (tenant.behaviour.refusesHint && form.has("token_type_hint"))
        return error(400, "invalid_request", u"token_type_hint is not supported"_s);
    // Keycloak answers 200 here, with an error in the body.
    if (!token || !tenant.works(*token))
        return error(200, "invalid_token", u"Invalid token"_s);
    if (token->use == Use::Id || tenant.behaviour.unsupported.contains(token->use))
        return error(400, "unsupported_token_type", u"Unsupported token type"_s);
    if (token->session.clientId != clientId)
        return error(400, "invalid_request", u"Unmatching clients"_s);
    if (token->use != Use::Refresh)
        tenant.tokens.end(token->value);
    else if (tenant.behaviour.endsWholeClient)
        tenant.tokens.endClient(token->session.person, clientId);
    else
        tenant.tokens.endSession(token->session.key);
    return PracticeAnswer::empty();
}

PracticeAnswer KeycloakContract::introspect(const PracticeToken *token, const QString &clientId,
                                            const PracticeForm &form, PracticeTenant &tenant) const
{
    if (!token)
        return inactive();
    if (tenant.behaviour.audienceMatters) {
        // 26.6.2: the rule is for access tokens, and without the hint a refresh token is taken for one.
        const bool asRefreshToken = token->use == Use::Refresh && form.value("token_type_hint") == "refresh_token";
        const bool meant = token->use == Use::Access && token->audience.contains(clientId);
        if (!asRefreshToken && !meant)
            return inactive();
    }
    return introspection(*token, tenant);
}

} // namespace curfew
