// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicecontract.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

static bool isForm(const QByteArray &contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArray type = semicolon < 0 ? contentType : contentType.first(semicolon);
    return type.trimmed().compare("application/x-www-form-urlencoded", Qt::CaseInsensitive) == 0;
}

PracticeContract::PracticeContract(QString provider, QByteArray basePath, QList<Route> routes,
                                   std::unique_ptr<PracticeApi> api)
    : m_provider(std::move(provider))
    , m_basePath(std::move(basePath))
    , m_routes(std::move(routes))
    , m_api(std::move(api))
{
}

const PracticeApi *PracticeContract::apiAt(const QByteArray &path) const
{
    return m_api && m_api->covers(path) ? m_api.get() : nullptr;
}

PracticeEndpoint PracticeContract::endpoint(const PracticeRequest &request) const
{
    if (const PracticeApi *api = apiAt(request.path))
        return api->endpoint(request);
    for (const Route &route : m_routes) {
        if (route.path == request.path)
            return route.endpoint;
    }
    return PracticeEndpoint::Unknown;
}

QByteArray PracticeContract::path(PracticeEndpoint endpoint, const QStringList &arguments) const
{
    for (const Route &route : m_routes) {
        if (route.endpoint == endpoint)
            return route.path;
    }
    return m_api ? m_api->path(endpoint, arguments) : QByteArray();
}

PracticeAnswer PracticeContract::answer(const PracticeRequest &request, PracticeTenant &tenant) const
{
    if (const PracticeApi *api = apiAt(request.path))
        return api->answer(request, tenant);
    const PracticeEndpoint target = endpoint(request);
    if (target == PracticeEndpoint::Unknown)
        return error(404, "not_found", u"There is nothing here"_s);
    const QByteArray method = target == PracticeEndpoint::Discovery ? "GET" : "POST";
    if (request.method != method) {
        PracticeAnswer refused = error(405, "invalid_request", u"Method not allowed"_s);
        refused.headers.append({"Allow", method});
        return refused;
    }
    if (target == PracticeEndpoint::Discovery)
        return discovery(tenant);
    // RFC 6749 section 2.3.1 and RFC 7009 section 2.1: parameters stand in the body; a URL ends up in logs.
    if (!request.query.isEmpty())
        return error(400, "invalid_request", u"Parameters belong in the body"_s);
    if (!isForm(request.header("Content-Type")))
        return error(400, "invalid_request", u"The content type must be application/x-www-form-urlencoded"_s);
    const auto form = PracticeForm::read(request.body);
    if (!form)
        return error(400, "invalid_request", form.error());
    return respond(target, request, *form, tenant);
}

PracticeToken PracticeContract::mint(PracticeToken blueprint, PracticeTenant &tenant) const
{
    if (blueprint.form == PracticeToken::Form::Jwt) {
        blueprint.jti = tenant.mint.uuid();
        blueprint.value = tenant.mint.jwt(claims(blueprint, tenant));
    } else {
        blueprint.value = tenant.mint.opaque();
        blueprint.jti = QString::fromLatin1(blueprint.value); // so at SAP: the identifier is the secret itself
    }
    tenant.tokens.add(blueprint);
    return blueprint;
}

QJsonObject PracticeContract::metadata(const PracticeTenant &) const
{
    return {};
}

QJsonObject PracticeContract::claims(const PracticeToken &token, const PracticeTenant &tenant) const
{
    QJsonObject claims{{u"iss"_s, tenant.issuer()},
                       {u"sub"_s, token.session.subject},
                       {u"client_id"_s, token.session.clientId},
                       {u"aud"_s, QJsonArray::fromStringList(token.audience)},
                       {u"iat"_s, token.issuedAt.toSecsSinceEpoch()},
                       {u"exp"_s, token.expiresAt.toSecsSinceEpoch()},
                       {u"jti"_s, token.jti}};
    if (!token.scope.isEmpty())
        claims.insert(u"scope"_s, token.scope);
    if (!token.session.sid.isEmpty())
        claims.insert(u"sid"_s, token.session.sid);
    return claims;
}

PracticeAnswer PracticeContract::error(int status, const QByteArray &code, const QString &description) const
{
    return PracticeAnswer::json(
        status, QJsonObject{{u"error"_s, QString::fromUtf8(code)}, {u"error_description"_s, description}});
}

PracticeAnswer PracticeContract::refusal(const PracticeRefusal &refusal, const PracticeTenant &tenant) const
{
    if (refusal.reason == PracticeRefusal::Reason::Malformed)
        return error(400, "invalid_request", refusal.description);
    const bool bearer = refusal.reason == PracticeRefusal::Reason::Bearer;
    PracticeAnswer refused =
        error(401, bearer ? QByteArray("invalid_token") : tenant.behaviour.refusedClientCode, refusal.description);
    // RFC 6749 section 5.2, RFC 6750 section 3
    const QByteArray challenge = bearer ? "Bearer error=\"invalid_token\"" : "Basic realm=\"practice\"";
    refused.headers.append({"WWW-Authenticate", challenge});
    return refused;
}

PracticeContract::Admission PracticeContract::admit(const PracticeRequest &request, const PracticeForm &form,
                                                    PracticeSchemes schemes, PracticeTenant &tenant)
{
    return tenant.door.admit(request, form, schemes, tenant.tokens, tenant.behaviour, tenant.now());
}

PracticeAnswer PracticeContract::missing(const QByteArray &parameter) const
{
    return error(400, "invalid_request", u"The parameter %1 is missing"_s.arg(QString::fromLatin1(parameter)));
}

PracticeAnswer PracticeContract::grant(const PracticeRequest &request, const PracticeForm &form,
                                       PracticeSchemes schemes, PracticeTenant &tenant) const
{
    const Admission client = admit(request, form, schemes, tenant);
    if (!client)
        return refusal(client.error(), tenant);
    if (!form.has("grant_type"))
        return missing("grant_type");
    if (form.value("grant_type") != "client_credentials")
        return error(400, "unsupported_grant_type", u"Only client_credentials is offered here"_s);

    static constexpr std::chrono::seconds life = std::chrono::hours(1);
    PracticeToken blueprint;
    blueprint.use = PracticeToken::Use::ClientGrant;
    blueprint.session.key = tenant.mint.uuid();
    blueprint.session.clientId = *client;
    blueprint.session.subject = *client;
    blueprint.issuedAt = tenant.now();
    blueprint.expiresAt = blueprint.issuedAt.addSecs(life.count());
    const PracticeToken token = mint(blueprint, tenant);
    return PracticeAnswer::json(200,
                                QJsonObject{{u"access_token"_s, QString::fromLatin1(token.value)},
                                            {u"token_type"_s, u"Bearer"_s},
                                            {u"expires_in"_s, qint64(life.count())}});
}

PracticeAnswer PracticeContract::introspection(const PracticeToken &token, PracticeTenant &tenant) const
{
    QJsonObject body = claims(token, tenant); // before the look, which may change the token
    body.insert(u"active"_s, true);
    if (!token.session.person.isEmpty())
        body.insert(u"username"_s, token.session.person);
    return tenant.look(token) ? PracticeAnswer::json(200, body) : inactive();
}

PracticeAnswer PracticeContract::inactive()
{
    // RFC 7662 section 2.2: nothing else is said about a token that isn't active.
    return PracticeAnswer::json(200, QJsonObject{{u"active"_s, false}});
}

PracticeAnswer PracticeContract::discovery(const PracticeTenant &tenant) const
{
    const QString origin = tenant.url.toString(QUrl::RemovePath);
    const auto address = [&](PracticeEndpoint endpoint) { return origin + QString::fromLatin1(path(endpoint)); };
    QJsonObject document{{u"issuer"_s, tenant.issuer()},
                         {u"jwks_uri"_s, tenant.issuer() + u"/certs"_s},
                         {u"response_types_supported"_s, QJsonArray{u"code"_s}},
                         {u"token_endpoint"_s, address(PracticeEndpoint::Token)},
                         {u"revocation_endpoint"_s, address(PracticeEndpoint::Revoke)},
                         {u"introspection_endpoint"_s, address(PracticeEndpoint::Introspect)}};
    const auto lay = [&document](const QJsonObject &over) {
        for (auto member = over.begin(); member != over.end(); ++member) {
            if (member.value().isNull())
                document.remove(member.key());
            else
                document.insert(member.key(), member.value());
        }
    };
    lay(metadata(tenant));
    lay(tenant.behaviour.metadata);
    return PracticeAnswer::json(200, document);
}

} // namespace curfew
