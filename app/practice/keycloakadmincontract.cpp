// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycloakadmincontract.h"

#include "keycloakgrants.h"
#include "keycloakuser.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

using Kind = PracticeSession::Kind;

KeycloakAdminContract::KeycloakAdminContract(const QString &realm)
    : PracticeApi(u"keycloak-admin"_s, "/admin/realms/" + realm.toUtf8(),
                  {{"GET", "/users", PracticeEndpoint::Users},
                   {"GET", "/users/count", PracticeEndpoint::UserCount},
                   {"GET", "/users/*", PracticeEndpoint::User},
                   {"PUT", "/users/*", PracticeEndpoint::UserUpdate},
                   {"POST", "/users/*/logout", PracticeEndpoint::UserLogout},
                   {"GET", "/users/*/sessions", PracticeEndpoint::UserSessions},
                   {"GET", "/users/*/offline-sessions/*", PracticeEndpoint::OfflineSessions},
                   {"GET", "/users/*/consents", PracticeEndpoint::UserConsents},
                   {"DELETE", "/users/*/consents/*", PracticeEndpoint::ConsentRemoval},
                   {"DELETE", "/sessions/*", PracticeEndpoint::SessionRemoval},
                   {"GET", "/clients", PracticeEndpoint::Clients}})
{
}

static PracticeAnswer ok(const QJsonDocument &document)
{
    return {200,
            {{"Content-Type", "application/json;charset=UTF-8"}, {"Cache-Control", "no-cache"}},
            document.toJson(QJsonDocument::Compact)};
}

static PracticeAnswer error(int status, const QString &text)
{
    return {status,
            {{"Content-Type", "application/json"}},
            QJsonDocument(QJsonObject{{u"error"_s, text}}).toJson(QJsonDocument::Compact)};
}

static PracticeAnswer forbidden()
{
    return error(403, u"HTTP 403 Forbidden"_s);
}

PracticeAnswer KeycloakAdminContract::refusal(int status, const QString &description) const
{
    return error(status, u"HTTP %1 %2"_s.arg(status).arg(description));
}

tl::expected<QString, PracticeAnswer> KeycloakAdminContract::admit(const PracticeRequest &request,
                                                                   PracticeTenant &tenant) const
{
    const auto client =
        tenant.door.admit(request, {}, PracticeScheme::Bearer, tenant.tokens, tenant.behaviour, tenant.now());
    // Whatever was wrong with it.
    if (!client)
        return tl::unexpected(error(401, u"HTTP 401 Unauthorized"_s));
    return *client;
}

PracticeAnswer KeycloakAdminContract::respond(const Call &call, PracticeTenant &tenant) const
{
    const auto may = [&](PracticeRole role) { return hasRole(call.clientId, role, tenant); };
    if (call.endpoint == PracticeEndpoint::Clients)
        return may(PracticeRole::ViewClients) ? clients(call, tenant) : forbidden();
    if (call.endpoint == PracticeEndpoint::SessionRemoval)
        return may(PracticeRole::ManageUsers) ? endSession(call, tenant) : forbidden();
    if (!may(PracticeRole::ViewUsers))
        return forbidden();
    if (call.endpoint == PracticeEndpoint::Users)
        return users(call, tenant);
    if (call.endpoint == PracticeEndpoint::UserCount)
        return count(call, tenant);
    const PracticePerson *person = tenant.people.byId(call.argument(0));
    if (!person)
        return error(404, u"User not found"_s);
    if (call.request.method == "GET")
        return read(call, *person, tenant);
    return may(PracticeRole::ManageUsers) ? act(call, *person, tenant) : forbidden();
}

static bool readCount(const PracticeForm &query, const QByteArray &name, qsizetype &count)
{
    if (!query.has(name))
        return true;
    bool isNumber = false;
    count = query.value(name).toInt(&isNumber);
    return isNumber;
}

PracticeAnswer KeycloakAdminContract::users(const Call &call, const PracticeTenant &tenant) const
{
    qsizetype first = 0;
    qsizetype max = 100;
    // So Keycloak: a number that can't be read is a path that doesn't exist.
    if (!readCount(call.query, "first", first) || !readCount(call.query, "max", max))
        return refusal(404, u"Not Found"_s);
    const KeycloakDetail detail =
        call.query.value("briefRepresentation") == "true" ? KeycloakDetail::Brief : KeycloakDetail::Listed;
    const KeycloakAccess access =
        hasRole(call.clientId, PracticeRole::ManageUsers, tenant) ? KeycloakAccess::Manage : KeycloakAccess::View;
    QJsonArray found;
    for (const PracticePerson &person : tenant.people.all()) {
        if (!keycloakSearchMeans(person, call.query))
            continue;
        if (first > 0)
            --first;
        else if (found.size() < max)
            found.append(keycloakUser(person, detail, access));
    }
    return ok(QJsonDocument(found));
}

PracticeAnswer KeycloakAdminContract::count(const Call &call, const PracticeTenant &tenant)
{
    const auto &people = tenant.people.all();
    const auto found = std::count_if(people.begin(), people.end(), [&call](const PracticePerson &person) {
        return keycloakSearchMeans(person, call.query);
    });
    return {200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}}, QByteArray::number(found)};
}

PracticeAnswer KeycloakAdminContract::clients(const Call &call, const PracticeTenant &tenant) const
{
    QJsonArray found;
    for (const PracticeClient &client : tenant.door.clients()) {
        if (call.query.has("clientId") && call.query.text("clientId") != client.id)
            continue;
        found.append(QJsonObject{{u"id"_s, keycloakClientUuid(client.id)},
                                 {u"clientId"_s, client.id},
                                 {u"name"_s, client.application},
                                 {u"enabled"_s, true},
                                 {u"protocol"_s, u"openid-connect"_s},
                                 {u"publicClient"_s, client.isPublic()},
                                 {u"consentRequired"_s, client.needsConsent},
                                 {u"serviceAccountsEnabled"_s, client.isAdministrator()}});
    }
    return ok(QJsonDocument(found));
}

PracticeAnswer KeycloakAdminContract::endSession(const Call &call, PracticeTenant &tenant) const
{
    const Kind kind = call.query.value("isOffline") == "true" ? Kind::Offline : Kind::Online;
    const auto sessions = practiceUserSessions(tenant.tokens, kind, {}, tenant.now());
    const auto session = std::find_if(sessions.cbegin(), sessions.cend(), [&](const PracticeUserSession &candidate) {
        return candidate.id == call.argument(0);
    });
    if (session == sessions.cend())
        return error(404, u"Sesssion not found"_s); // sic
    for (const QString &key : session->keys)
        tenant.tokens.endSession(key);
    return PracticeAnswer::empty(204);
}

PracticeAnswer KeycloakAdminContract::read(const Call &call, const PracticePerson &person,
                                           const PracticeTenant &tenant) const
{
    if (call.endpoint == PracticeEndpoint::OfflineSessions)
        return offlineSessions(call.argument(1), person, tenant);
    if (call.endpoint == PracticeEndpoint::UserConsents)
        return ok(QJsonDocument(keycloakConsents(
            person, practiceUserSessions(tenant.tokens, Kind::Offline, person.userName, tenant.now()))));
    if (call.endpoint == PracticeEndpoint::User) {
        const bool manage = hasRole(call.clientId, PracticeRole::ManageUsers, tenant);
        return ok(QJsonDocument(
            keycloakUser(person, KeycloakDetail::Whole, manage ? KeycloakAccess::Manage : KeycloakAccess::View)));
    }
    QJsonArray found;
    const auto sessions = practiceUserSessions(tenant.tokens, Kind::Online, person.userName, tenant.now());
    for (const PracticeUserSession &session : sessions)
        found.append(keycloakSession(session, person));
    return ok(QJsonDocument(found));
}

PracticeAnswer KeycloakAdminContract::offlineSessions(const QString &clientUuid, const PracticePerson &person,
                                                      const PracticeTenant &tenant) const
{
    const QList<PracticeClient> &known = tenant.door.clients();
    const auto client = std::find_if(known.cbegin(), known.cend(), [&](const PracticeClient &candidate) {
        return keycloakClientUuid(candidate.id) == clientUuid;
    });
    if (client == known.cend())
        return error(404, u"Client not found"_s);
    QJsonArray found;
    const auto sessions = practiceUserSessions(tenant.tokens, Kind::Offline, person.userName, tenant.now());
    for (const PracticeUserSession &session : sessions) {
        if (session.clientIds.contains(client->id))
            found.append(keycloakSession(session, person));
    }
    return ok(QJsonDocument(found));
}

PracticeAnswer KeycloakAdminContract::act(const Call &call, const PracticePerson &person, PracticeTenant &tenant) const
{
    if (call.endpoint == PracticeEndpoint::UserUpdate)
        return update(call, person, tenant);
    return call.endpoint == PracticeEndpoint::UserLogout ? logOut(person, tenant)
                                                         : removeConsent(call.argument(1), person, tenant);
}

PracticeAnswer KeycloakAdminContract::update(const Call &call, const PracticePerson &person,
                                             PracticeTenant &tenant) const
{
    const auto changed = keycloakUpdated(person, call.request);
    if (!changed)
        return changed.error();
    const PracticePerson *other = changed->email.isEmpty() ? nullptr : tenant.people.byEmail(changed->email);
    if (other && other->id != person.id)
        return {409, {{"Content-Type", "application/json"}}, R"({"errorMessage":"User exists with same email"})"};
    tenant.people.change(*changed, tenant.now());
    return PracticeAnswer::empty(204);
}

PracticeAnswer KeycloakAdminContract::logOut(PracticePerson person, PracticeTenant &tenant) const
{
    const auto sessions = practiceUserSessions(tenant.tokens, Kind::Online, person.userName, tenant.now());
    for (const PracticeUserSession &session : sessions) {
        for (const QString &key : session.keys)
            tenant.tokens.endSession(key);
    }
    // Offline sessions stay listed, but what was issued to them before this second is refused as stale.
    person.notBefore = tenant.now();
    tenant.people.change(person, tenant.now());
    return PracticeAnswer::empty(204);
}

PracticeAnswer KeycloakAdminContract::removeConsent(const QString &clientId, PracticePerson person,
                                                    PracticeTenant &tenant) const
{
    if (!tenant.door.client(clientId))
        return error(404, u"Client not found"_s);
    const qsizetype before = person.consents.size();
    person.consents.removeIf([&](const PracticeConsent &consent) { return consent.clientId == clientId; });
    const bool hadConsent = person.consents.size() < before;
    bool hadOffline = false;
    QStringList keys;
    for (const PracticeToken &token : tenant.tokens.all()) {
        const PracticeSession &session = token.session;
        if (token.use != PracticeToken::Use::Refresh || session.person != person.userName
            || session.clientId != clientId || !PracticeTokens::works(token, tenant.now()))
            continue;
        hadOffline = hadOffline || session.kind == Kind::Offline;
        // A consent takes the client's part of the online sessions along; the sessions stay.
        if (session.kind == Kind::Offline || hadConsent)
            keys.append(session.key);
    }
    if (!hadConsent && !hadOffline)
        return error(404, u"Consent nor offline token not found"_s);
    for (const QString &key : std::as_const(keys))
        tenant.tokens.endSession(key);
    tenant.people.change(person, tenant.now());
    return PracticeAnswer::empty(204);
}

} // namespace curfew
