// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycloakcontract.h"

#include "keycloakadmincontract.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

using Use = PracticeToken::Use;

static constexpr std::chrono::seconds accessTokenLife = std::chrono::hours(1);

KeycloakContract::KeycloakContract()
    : PracticeContract(u"keycloak"_s, "/realms/catena",
                       {{"/realms/catena/protocol/openid-connect/revoke", PracticeEndpoint::Revoke},
                        {"/realms/catena/protocol/openid-connect/token/introspect", PracticeEndpoint::Introspect},
                        {"/realms/catena/protocol/openid-connect/token", PracticeEndpoint::Token},
                        {"/realms/catena/.well-known/openid-configuration", PracticeEndpoint::Discovery}},
                       std::make_unique<KeycloakAdminContract>(u"catena"_s))
{
}

QJsonObject KeycloakContract::metadata(const PracticeTenant &) const
{
    return {
        {u"revocation_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_post"_s}},
        {u"introspection_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_post"_s}},
        {u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_basic"_s, u"client_secret_post"_s}}};
}

QJsonObject KeycloakContract::claims(const PracticeToken &token, const PracticeTenant &tenant) const
{
    QJsonObject claims = PracticeContract::claims(token, tenant);
    claims.remove(u"client_id"_s);
    claims.insert(u"azp"_s, token.session.clientId);
    if (const PracticePerson *person = tenant.people.byUserName(token.session.person))
        claims.insert(u"sub"_s, person->id);
    switch (token.use) {
    case Use::Refresh:
        claims.insert(u"typ"_s, u"Refresh"_s);
        claims.insert(u"aud"_s, tenant.issuer()); // a refresh token is meant for the realm itself
        if (token.session.kind == PracticeSession::Kind::Offline) {
            claims.insert(u"typ"_s, u"Offline"_s);
            claims.remove(u"exp"_s); // it lives for as long as it is used
        }
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
        return grantToken(request, form, tenant);

    const Admission client = admit(request, form, PracticeScheme::Body, tenant);
    if (!client)
        return refusal(client.error(), tenant);
    if (!form.has("token"))
        return error(400, "invalid_request", u"Token not provided"_s);
    const PracticeToken *token = tenant.tokens.find(form.value("token"));
    return endpoint == PracticeEndpoint::Revoke ? revoke(token, *client, form, tenant)
                                                : introspect(token, *client, form, tenant);
}

PracticeAnswer KeycloakContract::grantToken(const PracticeRequest &request, const PracticeForm &form,
                                            PracticeTenant &tenant) const
{
    static constexpr PracticeSchemes schemes = PracticeScheme::Basic | PracticeScheme::Body;
    const Admission client = admit(request, form, schemes, tenant);
    if (!client)
        return refusal(client.error(), tenant);
    const QByteArray type = form.value("grant_type");
    if (type == "refresh_token")
        return refresh(*client, form, tenant);
    if (type == "client_credentials" && !tenant.door.client(*client)->isAdministrator())
        return error(401, "unauthorized_client", u"Client not enabled to retrieve service account"_s);
    return grant(request, form, schemes, tenant);
}

PracticeAnswer KeycloakContract::refresh(const QString &clientId, const PracticeForm &form,
                                         PracticeTenant &tenant) const
{
    const auto invalid = [this](const QString &description) { return error(400, "invalid_grant", description); };
    if (!form.has("refresh_token"))
        return error(400, "invalid_request", u"No refresh token"_s);
    const PracticeToken *known = tenant.tokens.find(form.value("refresh_token"));
    if (!known || known->use != Use::Refresh)
        return invalid(u"Invalid refresh token"_s);
    if (known->session.clientId != clientId)
        return invalid(u"Invalid refresh token. Token client and authorized client don't match"_s);
    const bool offline = known->session.kind == PracticeSession::Kind::Offline;
    if (!PracticeTokens::works(*known, tenant.now()))
        return invalid(offline ? u"Offline user session not found"_s : u"Session not active"_s);
    const PracticePerson *person = tenant.people.byUserName(known->session.person);
    if (person && !person->enabled)
        return invalid(u"User disabled"_s);
    if (!tenant.accepts(*known))
        return invalid(u"Stale token"_s);

    const auto life = std::chrono::seconds(known->issuedAt.secsTo(known->expiresAt));
    PracticeToken blueprint = *known; // before mint(), which moves the tokens
    blueprint.issuedAt = tenant.now();
    blueprint.expiresAt = blueprint.issuedAt.addSecs(life.count());
    const PracticeToken refreshed = mint(blueprint, tenant);
    blueprint.use = Use::Access;
    blueprint.expiresAt = blueprint.issuedAt.addSecs(accessTokenLife.count());
    const PracticeClient *client = tenant.door.client(clientId);
    blueprint.audience = client->audience.isEmpty() ? QStringList{clientId} : client->audience;
    const PracticeToken access = mint(blueprint, tenant);
    return PracticeAnswer::json(200,
                                QJsonObject{{u"access_token"_s, QString::fromLatin1(access.value)},
                                            {u"expires_in"_s, qint64(accessTokenLife.count())},
                                            {u"refresh_token"_s, QString::fromLatin1(refreshed.value)},
                                            {u"refresh_expires_in"_s, offline ? 0 : qint64(life.count())},
                                            {u"token_type"_s, u"Bearer"_s},
                                            {u"session_state"_s, access.session.sid},
                                            {u"scope"_s, access.scope}});
}

PracticeAnswer KeycloakContract::revoke(const PracticeToken *token, const QString &clientId, const PracticeForm &form,
                                        PracticeTenant &tenant) const
{
    if (tenant.behaviour.refusesHint && form.has("token_type_hint"))
        return error(400, "invalid_request", u"token_type_hint is not supported"_s);
    // Keycloak answers 200 here, with an error in the body.
    // A refresh token is taken whatever became of its person.
    const bool taken =
        token && (token->use == Use::Refresh ? PracticeTokens::works(*token, tenant.now()) : tenant.works(*token));
    if (!taken)
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
