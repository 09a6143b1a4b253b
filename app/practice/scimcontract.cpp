// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scimcontract.h"

#include "scimfilter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

ScimContract::ScimContract()
    : PracticeApi(u"sap-directory"_s, "/scim",
                  {{"GET", "/Users", PracticeEndpoint::Users},
                   {"GET", "/Users/*", PracticeEndpoint::User},
                   {"PATCH", "/Users/*", PracticeEndpoint::UserPatch},
                   {"PUT", "/Users/*", PracticeEndpoint::UserUpdate}})
{
}

static PracticeAnswer scim(int status, const QJsonObject &body)
{
    return {status, {{"Content-Type", "application/scim+json"}}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

//! RFC 7644 section 3.12; \p type is left out where table 9 has none for the status.
static PracticeAnswer error(int status, const QString &type, const QString &detail)
{
    QJsonObject body{{u"schemas"_s, QJsonArray{u"urn:ietf:params:scim:api:messages:2.0:Error"_s}},
                     {u"status"_s, QString::number(status)},
                     {u"detail"_s, detail}};
    if (!type.isEmpty())
        body.insert(u"scimType"_s, type);
    return scim(status, body);
}

static PracticeAnswer resource(const PracticePerson &person, const PracticeTenant &tenant)
{
    PracticeAnswer answer = scim(200, scimUser(person, tenant.url));
    answer.headers.append({"ETag", scimVersion(person)});
    return answer;
}

PracticeAnswer ScimContract::refusal(int status, const QString &description) const
{
    return error(status, status == 400 ? u"invalidSyntax"_s : QString(), description);
}

tl::expected<QString, PracticeAnswer> ScimContract::admit(const PracticeRequest &request, PracticeTenant &tenant) const
{
    static constexpr PracticeSchemes schemes = PracticeScheme::Basic | PracticeScheme::Bearer;
    const auto client = tenant.door.admit(request, {}, schemes, tenant.tokens, tenant.behaviour, tenant.now());
    if (client)
        return *client;
    PracticeAnswer refused = error(401, {}, client.error().description);
    const QByteArray challenge = "Basic realm=\"practice\", Bearer realm=\"practice\"";
    refused.headers.append({"WWW-Authenticate", challenge});
    return tl::unexpected(refused);
}

PracticeAnswer ScimContract::respond(const Call &call, PracticeTenant &tenant) const
{
    const PracticeRole role = call.request.method == "GET" ? PracticeRole::ViewUsers : PracticeRole::ManageUsers;
    if (!hasRole(call.clientId, role, tenant))
        return error(403, {}, u"The client may not do that"_s);
    if (call.endpoint == PracticeEndpoint::Users)
        return users(call, tenant);
    const PracticePerson *person = tenant.people.byId(call.argument(0));
    if (!person)
        return error(404, {}, u"Resource %1 not found"_s.arg(call.argument(0)));
    return call.endpoint == PracticeEndpoint::User ? resource(*person, tenant) : change(call, *person, tenant);
}

//! A number of RFC 7644 section 3.4.2.4, \p otherwise where there is none.
static std::optional<qsizetype> number(const PracticeForm &query, const QByteArray &name, qsizetype otherwise)
{
    if (!query.has(name))
        return otherwise;
    bool isNumber = false;
    const int value = query.value(name).toInt(&isNumber);
    return isNumber ? std::optional<qsizetype>(value) : std::nullopt;
}

PracticeAnswer ScimContract::users(const Call &call, const PracticeTenant &tenant) const
{
    std::optional<ScimFilter> filter;
    if (call.query.has("filter")) {
        filter = ScimFilter::parse(call.query.text("filter"));
        if (!filter)
            return error(400, u"invalidFilter"_s, u"The filter can't be read, or is not offered here"_s);
    }
    static constexpr qsizetype longestPage = 100;
    const auto start = number(call.query, "startIndex", 1);
    const auto count = number(call.query, "count", longestPage);
    if (!start || !count)
        return error(400, u"invalidValue"_s, u"startIndex and count are numbers"_s);
    const qsizetype startIndex = std::max<qsizetype>(*start, 1);
    const qsizetype page = std::clamp<qsizetype>(*count, 0, longestPage);

    qsizetype total = 0;
    QJsonArray found;
    for (const PracticePerson &person : tenant.people.all()) {
        if (filter && !filter->holds(person))
            continue;
        ++total;
        if (total >= startIndex && found.size() < page)
            found.append(scimUser(person, tenant.url));
    }
    return scim(200,
                {{u"schemas"_s, QJsonArray{u"urn:ietf:params:scim:api:messages:2.0:ListResponse"_s}},
                 {u"totalResults"_s, total},
                 {u"startIndex"_s, startIndex},
                 {u"itemsPerPage"_s, found.size()},
                 {u"Resources"_s, found}});
}

static bool isTaken(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/scim+json" || type == "application/json";
}

PracticeAnswer ScimContract::change(const Call &call, const PracticePerson &person, PracticeTenant &tenant) const
{
    if (!isTaken(call.request.header("Content-Type")))
        return error(415, {}, u"The content type must be application/scim+json"_s);
    const QByteArray expected = call.request.header("If-Match");
    if (!expected.isEmpty() && expected != "*" && expected != scimVersion(person))
        return error(tenant.behaviour.versionMismatch, {}, u"The resource has been changed since"_s);
    const bool isPatch = call.endpoint == PracticeEndpoint::UserPatch;
    const auto changed = isPatch ? scimPatched(person, call.request.body) : scimReplaced(person, call.request.body);
    if (!changed)
        return error(400, changed.error().type, changed.error().detail);
    const PracticePerson *other = tenant.people.byEmail(changed->email);
    if (other && other->id != person.id)
        return error(409, u"uniqueness"_s, u"The address belongs to somebody else"_s);
    tenant.people.change(*changed, tenant.now());
    if (isPatch && tenant.behaviour.patched == 204)
        return PracticeAnswer::empty(204);
    return resource(*tenant.people.byId(changed->id), tenant);
}

} // namespace curfew
