// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycloakadminbench.h"

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

using Bench = KeycloakAdminBench;
using Use = PracticeToken::Use;

// What is expected is what Keycloak 26.7.5 answered when it was asked the same.
class TestKeycloakAdminContract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void letsInWhomTheRealmTrusts_data();
    void letsInWhomTheRealmTrusts();
    void aTokenIsGoodForAnHour();
    void onlyAServiceAccountGetsATokenOfItsOwn();
    void findsPeople_data();
    void findsPeople();
    void countsWhoFits();
    void describesAPerson_data();
    void describesAPerson();
    void changesAPerson_data();
    void changesAPerson();
    void anAddressBelongsToOnePerson();
    void namesClientsToWhoMaySeeThem();
};

static const QByteArray users = "/admin/realms/catena/users"_ba;

void TestKeycloakAdminContract::letsInWhomTheRealmTrusts_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path"); // below the realm; ID stands for the person's
    QTest::addColumn<QString>("client"); // whose token is shown; empty: none
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body"); // null: whatever
    const QByteArray unauthorized = R"({"error":"HTTP 401 Unauthorized"})";
    const QByteArray forbidden = R"({"error":"HTTP 403 Forbidden"})";
    const QByteArray noUser = R"({"error":"User not found"})";
    const QString admin = u"curfew-admin"_s;
    const QString reader = u"curfew-reader"_s;
    const auto row = [](const char *name, const char *method, const char *path, const QString &client, int status,
                        const QByteArray &body) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << client << status << body;
    };
    row("nobody", "GET", "/users", {}, 401, unauthorized);
    row("nobody, nowhere", "GET", "/userz", {}, 401, unauthorized);
    row("nobody writes", "PUT", "/users/ID", {}, 401, unauthorized);
    row("reads", "GET", "/users", reader, 200, {});
    row("counts everybody", "GET", "/users/count", reader, 200, "9");
    row("nobody counts", "GET", "/users/count", {}, 401, unauthorized);
    row("reads sessions", "GET", "/users/ID/sessions", reader, 200, {});
    row("reads consents", "GET", "/users/ID/consents", reader, 200, {});
    row("a reader changes nobody", "PUT", "/users/ID", reader, 403, forbidden);
    row("a reader logs nobody out", "POST", "/users/ID/logout", reader, 403, forbidden);
    row("a reader ends no session", "DELETE", "/sessions/x", reader, 403, forbidden);
    row("a reader ends no consent", "DELETE", "/users/ID/consents/driver-app", reader, 403, forbidden);
    row("users' rights show no clients", "GET", "/clients", admin, 403, forbidden);
    row("an unknown user", "GET", "/users/11111111-1111-4111-8111-111111111111", admin, 404, noUser);
    row("a user by name", "GET", "/users/dona.moore%40example.com", admin, 404, noUser);
    row("logs out an unknown user", "POST", "/users/x/logout", admin, 404, noUser);
    row("sessions of an unknown user", "GET", "/users/x/sessions", reader, 404, noUser);
    row("consents of an unknown user", "DELETE", "/users/x/consents/driver-app", admin, 404, noUser);
    row("changes an unknown user", "PUT", "/users/x", reader, 404, noUser);
    row("an unknown path", "GET", "/userz", admin, 404, R"({"error":"HTTP 404 Not Found"})");
    row("nobody is deleted", "DELETE", "/users", admin, 405, R"({"error":"HTTP 405 Method Not Allowed"})");
    row("an unknown client's offline sessions", "GET", "/users/ID/offline-sessions/x", reader, 404,
        R"({"error":"Client not found"})");
}

void TestKeycloakAdminContract::letsInWhomTheRealmTrusts()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QString, client);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Bench realm;
    path.replace("ID", realm.issuer.person(practiceVictim())->id.toLatin1());
    const PracticeAnswer answer = realm.issuer.answer(PracticeRequest::of(
        method, "/admin/realms/catena" + path, client.isEmpty() ? QByteArray() : realm.bearer(client)));
    QCOMPARE(answer.status, status);
    if (!body.isNull())
        QCOMPARE(answer.body, body);
}

void TestKeycloakAdminContract::aTokenIsGoodForAnHour()
{
    Bench realm;
    const QByteArray bearer = realm.bearer(u"curfew-admin"_s);
    const auto status = [&](const QByteArray &authorization) {
        return realm.issuer.answer(PracticeRequest::of("GET", users, authorization)).status;
    };
    realm.pass(59min);
    QCOMPARE(status(bearer), 200);
    realm.pass(1min);
    QCOMPARE(status(bearer), 401);
    QCOMPARE(status(realm.basic(u"curfew-admin"_s)), 401); // a secret is no token
    const PracticeToken persons = firstOf(realm.issuer.tokens().all(), Use::Access);
    QCOMPARE(status("Bearer " + persons.value), 401);
}

void TestKeycloakAdminContract::onlyAServiceAccountGetsATokenOfItsOwn()
{
    Bench realm;
    const PracticeAnswer answer =
        realm.post(PracticeEndpoint::Token, "grant_type=client_credentials", realm.basic(u"fleet-portal"_s));
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.object().value(u"error_description").toString(),
             u"Client not enabled to retrieve service account"_s);
    const QByteArray inBody = "grant_type=client_credentials&client_id=curfew-admin&client_secret="
        + QUrl::toPercentEncoding(QString::fromLatin1(realm.issuer.secretOf(u"curfew-admin"_s)));
    QCOMPARE(realm.post(PracticeEndpoint::Token, inBody).status, 200);
}

void TestKeycloakAdminContract::findsPeople_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("found");
    const QString dona = u"dona.moore@example.com"_s;
    const QString namesake = u"dona.moore2@example.com"_s;
    const QString job = u"svc.dona.moore@example.com"_s;
    const QString glass = u"breakglass-admin"_s;
    const QStringList accounts{u"service-account-curfew-admin"_s, u"service-account-curfew-reader"_s};
    const QStringList people{u"amira.haddad@example.com"_s,
                             glass,
                             namesake,
                             dona,
                             u"jonas.becker@example.com"_s,
                             u"li.wen@example.com"_s,
                             u"marek.former@example.com"_s,
                             u"petra.novak@example.com"_s,
                             job};
    const auto row = [](const char *name, const char *query, const QStringList &found) {
        QTest::newRow(name) << QByteArray(query) << 200 << found;
    };
    row("an address", "email=dona.moore%40example.com&exact=true", {dona});
    row("in another case", "email=DONA.Moore%40example.com&exact=true", {dona});
    row("a part of it, exactly", "email=dona.moore&exact=true", {});
    row("an address, not exactly", "email=dona.moore%40example.com", {dona, job});
    row("exact is true or isn't", "email=dona.moore%40example.com&exact=yes", {dona, job});
    row("a part of it", "email=moore", {namesake, dona, job});
    row("a name that isn't the address", "username=breakglass-admin&exact=true", {glass});
    row("its address", "email=breakglass-admin%40example.com&exact=true", {glass});
    row("two names at once", "firstName=Dona&lastName=moore&exact=true", {namesake, dona});
    row("both have to fit", "username=dona.moore%40example.com&email=nope&exact=true", {});
    row("an asterisk is one", "email=*", {});
    row("an asterisk is one, exactly", "email=*&exact=true", {});
    row("a per cent sign isn't", "username=d%25e", {people.constFirst(), namesake, dona, accounts.last(), job});
    row("nor is an underscore", "username=dona_moore%40", {dona, job});
    row("exactly, it is", "username=dona_moore%40example.com&exact=true", {});
    row("a plus is a space", "email=dona+moore&exact=true", {});
    row("nothing asked finds everybody", "exact=true", people);
    row("asked by name, service accounts too", "username=service-account", accounts);
    row("a page", "email=moore&first=1&max=1", {dona});
    row("beyond the last", "email=moore&first=3", {});
    row("none", "email=moore&max=0", {});
    QTest::newRow("a number that is none") << QByteArray("email=moore&max=x") << 404 << QStringList();
}

void TestKeycloakAdminContract::findsPeople()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(QStringList, found);
    Bench realm;
    const PracticeAnswer answer = realm.ask("GET", users + '?' + query);
    QCOMPARE(answer.status, status);
    QStringList names;
    const QJsonArray list = QJsonDocument::fromJson(answer.body).array();
    for (const QJsonValue &user : list)
        names.append(user[u"username"].toString());
    QCOMPARE(names, found);
}

void TestKeycloakAdminContract::countsWhoFits()
{
    Bench realm;
    QCOMPARE(realm.ask("GET", users + "/count?exact=true&username=dona.moore%40example.com").body, "1");
    QCOMPARE(realm.ask("GET", users + "/count?exact=true&username=dona").body, "0");
    QCOMPARE(realm.ask("GET", users + "/count?exact=true&email=dona.moore%40example.com").body, "1");
}

void TestKeycloakAdminContract::describesAPerson_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QByteArray>("user");
    const QString admin = u"curfew-admin"_s;
    const QString reader = u"curfew-reader"_s;
    const QByteArray search = "?email=dona.moore%40example.com&exact=true";
    QTest::newRow("briefly") << QByteArray(search + "&briefRepresentation=true") << reader << QByteArray(R"([{
        "id": "ID", "username": "dona.moore@example.com", "firstName": "Dona", "lastName": "Moore",
        "email": "dona.moore@example.com", "emailVerified": true, "enabled": true, "createdTimestamp": 1709540100000,
        "access": {"manage": false}}])");
    QTest::newRow("in a list") << search << admin << QByteArray(R"([{
        "id": "ID", "username": "dona.moore@example.com", "firstName": "Dona", "lastName": "Moore",
        "email": "dona.moore@example.com", "emailVerified": true, "enabled": true, "createdTimestamp": 1709540100000,
        "totp": false, "disableableCredentialTypes": [], "requiredActions": [], "notBefore": 0,
        "access": {"manage": true}}])");
    QTest::newRow("alone") << QByteArray("/ID") << admin << QByteArray(R"({
        "id": "ID", "username": "dona.moore@example.com", "firstName": "Dona", "lastName": "Moore",
        "email": "dona.moore@example.com", "emailVerified": true, "enabled": true, "createdTimestamp": 1709540100000,
        "totp": false, "disableableCredentialTypes": [], "requiredActions": [], "notBefore": 0,
        "access": {"manageGroupMembership": true, "resetPassword": true, "view": true, "mapRoles": true,
                   "impersonate": false, "manage": true}})");
    QTest::newRow("a service account") << QByteArray("?username=service-account-curfew-admin&exact=true") << reader
                                       << QByteArray(R"([{
        "id": "ID", "username": "service-account-curfew-admin", "emailVerified": false, "enabled": true,
        "createdTimestamp": 1709540100000, "totp": false, "disableableCredentialTypes": [], "requiredActions": [],
        "notBefore": 0, "access": {"manage": false}}])");
}

void TestKeycloakAdminContract::describesAPerson()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, client);
    QFETCH(QByteArray, user);
    Bench realm;
    const bool isAccount = path.contains("service-account");
    const QString name = isAccount ? u"service-account-curfew-admin"_s : practiceVictim();
    const QByteArray id = realm.issuer.person(name)->id.toLatin1();
    const QByteArray asked = users + path.replace("ID", id);
    const PracticeAnswer answer = realm.issuer.answer(realm.request("GET", asked, client));
    QCOMPARE(answer.header("Content-Type"), "application/json;charset=UTF-8");
    QCOMPARE(QJsonDocument::fromJson(answer.body), QJsonDocument::fromJson(user.replace("ID", id)));
}

void TestKeycloakAdminContract::changesAPerson_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<QString>("name"); // afterwards
    const QByteArray json = "application/json";
    const QByteArray unread = R"({"error":"unknown_error","error_description":"Cannot parse the JSON"})";
    const auto row = [&](const char *name, const char *body, int status, const QByteArray &answer, bool enabled,
                         const QString &after = u"Dona Moore dona.moore@example.com"_s) {
        QTest::newRow(name) << json << QByteArray(body) << status << answer << enabled << after;
    };
    row("is disabled, and else the same", R"({"enabled":false})", 204, {}, false);
    row("a word is read as a flag", R"({"enabled":"false"})", 204, {}, false);
    row("a null says nothing", R"({"enabled":null})", 204, {}, true);
    row("nothing said", "{}", 204, {}, true);
    row("another name", R"({"firstName":"Dora"})", 204, {}, true, u"Dora Moore dona.moore@example.com"_s);
    row("attributes take what is missing along", R"({"enabled":false,"attributes":{"locale":["de"]}})", 204, {}, false,
        u" "_s);
    row("attributes beside the rest",
        R"({"attributes":{},"firstName":"Dona","lastName":"Moore","email":"dona.moore@example.com"})", 204, {}, true);
    row("not JSON", R"({"enabled":)", 400, R"({"error":"invalid_request","error_description":"Cannot parse the JSON"})",
        true);
    row("no object", "[]", 400, unread, true);
    row("no flag", R"({"enabled":[]})", 400, unread, true);
    row("a slip of the pen", R"({"enablde":false})", 400,
        R"({"error":"Invalid json representation for UserRepresentation. Unrecognized field \"enablde\""})", true);
    row("nothing", "", 400, R"({"errorMessage":"Could not update user!"})", true);
    QTest::newRow("another type")
        << QByteArray("text/plain") << QByteArray(R"({"enabled":false})") << 415
        << QByteArray(R"({"error":"The content-type header value did not match the value in @Consumes"})") << true
        << u"Dona Moore dona.moore@example.com"_s;
}

void TestKeycloakAdminContract::changesAPerson()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    QFETCH(bool, enabled);
    QFETCH(QString, name);
    Bench realm;
    const PracticeAnswer got = realm.issuer.answer(
        PracticeRequest::of("PUT", realm.at(practiceVictim()), realm.bearer(u"curfew-admin"_s), body, contentType));
    QCOMPARE(std::pair(got.status, got.body), std::pair(status, answer));
    const QJsonObject user = realm.ask("GET", realm.at(practiceVictim())).object();
    QCOMPARE(user.value(u"enabled").toBool(), enabled);
    QCOMPARE(user.value(u"firstName").toString() + u' ' + user.value(u"lastName").toString()
                 + (user.contains(u"email") ? u' ' + user.value(u"email").toString() : QString()),
             name);
    QCOMPARE(user.value(u"username").toString(), practiceVictim());
}

void TestKeycloakAdminContract::anAddressBelongsToOnePerson()
{
    Bench realm;
    const PracticeAnswer answer =
        realm.ask("PUT", realm.at(practiceVictim()), R"({"email":"dona.moore2@example.com","enabled":false})");
    QCOMPARE(std::pair(answer.status, answer.body),
             std::pair(409, QByteArray(R"({"errorMessage":"User exists with same email"})")));
    QVERIFY(realm.issuer.person(practiceVictim())->enabled);
}

void TestKeycloakAdminContract::namesClientsToWhoMaySeeThem()
{
    Bench realm;
    PracticeRequest request =
        realm.request("GET", "/admin/realms/catena/clients?clientId=driver-app", u"curfew-reader"_s);
    const QJsonArray found = QJsonDocument::fromJson(realm.issuer.answer(request).body).array();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first()[u"clientId"].toString(), u"driver-app"_s);
    QCOMPARE(found.first()[u"consentRequired"].toBool(), true);
    request.query = "clientId=Driver-App";
    QCOMPARE(realm.issuer.answer(request).body, "[]");
}

QTEST_APPLESS_MAIN(TestKeycloakAdminContract)
#include "tst_keycloakadmincontract.moc"
