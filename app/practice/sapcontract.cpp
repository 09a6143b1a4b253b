// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sapcontract.h"

#include "scimcontract.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

SapContract::SapContract()
    : PracticeContract(u"sap-ias"_s, {},
                       {{"/oauth2/token/list", PracticeEndpoint::List},
                        {"/oauth2/revoke", PracticeEndpoint::Revoke},
                        {"/oauth2/introspect", PracticeEndpoint::Introspect},
                        {"/oauth2/token", PracticeEndpoint::Token},
                        {"/.well-known/openid-configuration", PracticeEndpoint::Discovery}},
                       std::make_unique<ScimContract>())
{
}

QJsonObject SapContract::metadata(const PracticeTenant &) const
{
    return {
        {u"token_endpoint_auth_methods_supported"_s,
         QJsonArray{u"tls_client_auth"_s, u"client_secret_basic"_s, u"client_secret_post"_s, u"private_key_jwt"_s}}};
}

PracticeAnswer SapContract::respond(PracticeEndpoint endpoint, const PracticeRequest &request, const PracticeForm &form,
                                    PracticeTenant &tenant) const
{
    if (endpoint == PracticeEndpoint::Token)
        return grant(request, form, PracticeScheme::Basic | PracticeScheme::Body, tenant);

    const Admission client =
        admit(request, form, PracticeScheme::Basic | PracticeScheme::Bearer | PracticeScheme::Public, tenant);
    if (!client)
        return refusal(client.error(), tenant);
    if (!form.has("token"))
        return missing("token");
    const PracticeToken *token = tenant.tokens.find(form.value("token"));
    if (endpoint == PracticeEndpoint::List)
        return list(token, tenant);
    if (endpoint == PracticeEndpoint::Revoke)
        return revoke(token, *client, form, tenant);
    return token && token->session.clientId == *client ? introspection(*token, tenant) : inactive();
}

static QJsonObject element(const PracticeToken &token, const PracticeTenant &tenant)
{
    const PracticeSession &session = token.session;
    const PracticeClient *client = tenant.door.client(session.clientId);
    const bool isPublic = client && client->isPublic();
    return {{u"sub"_s, session.subject},
            {u"iss"_s, tenant.issuer()},
            {u"client_id"_s, session.clientId},
            {u"uid"_s, session.person},
            {u"sp_name"_s, session.application},
            {u"client_agent"_s, session.userAgent},
            {u"grant_type"_s, u"AUTHORIZATION_CODE"_s},
            {u"scope"_s, token.scope},
            {u"client_ip"_s, session.ip},
            {u"exp"_s, token.expiresAt.toSecsSinceEpoch()},
            {u"iat"_s, token.issuedAt.toSecsSinceEpoch()},
            {u"value"_s, QString::fromLatin1(token.value)},
            {u"jti"_s, token.jti},
            {u"client_auth_method"_s, isPublic ? u"none"_s : u"client_secret_basic"_s}};
}

PracticeAnswer SapContract::deadAnchor(DeadAnchor manner) const
{
    if (manner == DeadAnchor::EmptyList)
        return PracticeAnswer::json(200, QJsonDocument(QJsonArray()));
    return error(manner == DeadAnchor::BadRequest ? 400 : 401, "invalid_token", u"The token is invalid or expired"_s);
}

PracticeAnswer SapContract::list(const PracticeToken *anchor, PracticeTenant &tenant) const
{
    if (!anchor || anchor->session.person.isEmpty() || !tenant.works(*anchor))
        return deadAnchor(tenant.behaviour.deadAnchor);
    QJsonArray elements;
    const QList<QByteArray> values = tenant.tokens.ofPerson(anchor->session.person);
    for (const QByteArray &value : values) {
        const PracticeToken *token = tenant.tokens.find(value);
        if (token->use != PracticeToken::Use::Id && tenant.look(*token))
            elements.append(element(*token, tenant));
    }
    return PracticeAnswer::json(200, QJsonDocument(elements));
}

PracticeAnswer SapContract::revoke(const PracticeToken *token, const QString &clientId, const PracticeForm &form,
                                   PracticeTenant &tenant) const
{
    if (tenant.behaviour.refusesHint && form.has("token_type_hint"))
        return error(400, "invalid_request", u"token_type_hint is not supported"_s);
    // RFC 7009 section 2.2: an unknown or dead token is what the caller wanted it to be.
    if (!token)
        return PracticeAnswer::empty();
    if (token->session.clientId != clientId)
        return error(400, "invalid_grant", u"The token was issued to another client"_s);
    if (token->use == PracticeToken::Use::Id || tenant.behaviour.unsupported.contains(token->use))
        return error(400, "unsupported_token_type", u"Tokens of this type can't be revoked"_s);
    tenant.tokens.endSession(token->session.key);
    return PracticeAnswer::empty();
}

} // namespace curfew
