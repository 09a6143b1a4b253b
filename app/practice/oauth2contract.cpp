// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth2contract.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

OAuth2Contract::OAuth2Contract()
    : PracticeContract(u"oauth2"_s, {},
                       {{"/oauth/revoke", PracticeEndpoint::Revoke},
                        {"/oauth/introspect", PracticeEndpoint::Introspect},
                        {"/oauth/token", PracticeEndpoint::Token},
                        {"/.well-known/openid-configuration", PracticeEndpoint::Discovery},
                        {"/.well-known/oauth-authorization-server", PracticeEndpoint::Discovery}})
{
}

QJsonObject OAuth2Contract::metadata(const PracticeTenant &) const
{
    const QJsonArray confidential{u"client_secret_basic"_s, u"client_secret_post"_s};
    QJsonArray withPublic = confidential;
    withPublic.append(u"none"_s);
    return {{u"revocation_endpoint_auth_methods_supported"_s, withPublic},
            {u"introspection_endpoint_auth_methods_supported"_s, confidential},
            {u"token_endpoint_auth_methods_supported"_s, confidential}};
}

PracticeAnswer OAuth2Contract::respond(PracticeEndpoint endpoint, const PracticeRequest &request,
                                       const PracticeForm &form, PracticeTenant &tenant) const
{
    PracticeSchemes schemes = PracticeScheme::Basic | PracticeScheme::Body;
    if (endpoint == PracticeEndpoint::Token)
        return grant(request, form, schemes, tenant);
    // RFC 7662 section 2.1: introspection is for authenticated callers; RFC 7009 section 2.1: revocation is for all.
    if (endpoint == PracticeEndpoint::Revoke)
        schemes |= PracticeScheme::Public;
    const Admission client = admit(request, form, schemes, tenant);
    if (!client)
        return refusal(client.error(), tenant);
    if (!form.has("token"))
        return missing("token");
    const PracticeToken *token = tenant.tokens.find(form.value("token"));
    if (endpoint == PracticeEndpoint::Revoke)
        return revoke(token, *client, form, tenant);
    return token && token->session.clientId == *client ? introspection(*token, tenant) : inactive();
}

PracticeAnswer OAuth2Contract::revoke(const PracticeToken *token, const QString &clientId, const PracticeForm &form,
                                      PracticeTenant &tenant) const
{
    if (tenant.behaviour.refusesHint && form.has("token_type_hint"))
        return error(400, "invalid_request", u"token_type_hint is not supported"_s);
    if (!token)
        return PracticeAnswer::empty();
    if (token->session.clientId != clientId)
        return error(400, "invalid_grant", u"The token was issued to another client"_s);
    if (token->use == PracticeToken::Use::Id || tenant.behaviour.unsupported.contains(token->use))
        return error(400, "unsupported_token_type", u"Tokens of this type can't be revoked"_s);
    // RFC 7009 section 2.1: with a refresh token go the access tokens of the same grant.
    if (token->use == PracticeToken::Use::Refresh)
        tenant.tokens.endSession(token->session.key);
    else
        tenant.tokens.end(token->value);
    return PracticeAnswer::empty();
}

} // namespace curfew
