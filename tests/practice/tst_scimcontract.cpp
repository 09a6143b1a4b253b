// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicefixture.h"
#include "sapcontract.h"

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

using Use = PracticeToken::Use;

//! The practice tenant's directory, asked by a client that may change people.
class Directory : public PracticeFixture<SapContract> {
public:
    Directory()
        : dona("/scim/Users/" + issuer.person(practiceVictim())->id.toLatin1())
    {
    }
    [[nodiscard]] QByteArray administrator() const { return basic(u"2b6e9d40-7c1f-4a85-b3d2-9e0f8a7b6c5d"_s); }
    [[nodiscard]] QByteArray reader() const { return basic(u"f7a1c3e5-2b4d-4e6f-8a9b-0c1d2e3f4a5b"_s); }
    [[nodiscard]] PracticeAnswer find(const QByteArray &query)
    {
        PracticeRequest request = PracticeRequest::of("GET", "/scim/Users", administrator());
        request.query = query;
        return issuer.answer(request);
    }
    [[nodiscard]] PracticeAnswer read() { return issuer.answer(PracticeRequest::of("GET", dona, administrator())); }
    [[nodiscard]] PracticeAnswer change(const QByteArray &method, const QByteArray &body,
                                        const QByteArray &ifMatch = {},
                                        const QByteArray &contentType = "application/scim+json")
    {
        static const QByteArray name = "If-Match";
        PracticeRequest request = PracticeRequest::of(method, dona, administrator(), body, contentType);
        if (!ifMatch.isEmpty())
            request.headers.append({name, ifMatch});
        return issuer.answer(request);
    }

    QByteArray dona; //!< the path of the victim's user
};

// What is expected is spelled out in RFC 7643, RFC 7644, and the example of SAP's Identity Directory API.
class TestScimContract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void letsInWhoMayLook_data();
    void letsInWhoMayLook();
    void takesABearer();
    void wrongSecretsLockTheClient();
    void finds_data();
    void finds();
    void pages_data();
    void pages();
    void describesAPerson();
    void refusesAFilterItCantRead();
    void patches_data();
    void patches();
    void replaces_data();
    void replaces();
    void comparesVersions_data();
    void comparesVersions();
    void anInactivePersonKeepsTheirTokens();
    void keepsItsOwnPace();
    void aLieChangesNothing();
};

static QByteArray patchOf(const QByteArray &operations)
{
    return R"({"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":)" + operations + '}';
}

static QByteArray deactivation()
{
    return patchOf(R"([{"op":"replace","path":"active","value":false}])");
}

void TestScimContract::letsInWhoMayLook_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *method, const char *path, const char *who, int status) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QString::fromLatin1(who) << status;
    };
    row("nobody", "GET", "/scim/Users", "nobody", 401);
    row("nobody changes", "PATCH", "/scim/Users/ID", "nobody", 401);
    row("a wrong secret", "GET", "/scim/Users", "wrong", 401);
    row("an application", "GET", "/scim/Users", "application", 403);
    row("a reader", "GET", "/scim/Users", "reader", 200);
    row("a reader changes nobody", "PATCH", "/scim/Users/ID", "reader", 403);
    row("an administrator", "GET", "/scim/Users/ID", "administrator", 200);
    row("an unknown person", "GET", "/scim/Users/P123456", "administrator", 404);
    row("a changed unknown person", "PATCH", "/scim/Users/P123456", "administrator", 404);
    row("nobody is deleted", "DELETE", "/scim/Users/ID", "administrator", 405);
    row("groups", "GET", "/scim/Groups", "administrator", 404);
}

void TestScimContract::letsInWhoMayLook()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QString, who);
    QFETCH(int, status);
    Directory directory;
    const QHash<QString, QByteArray> authorizations{
        {u"wrong"_s, practiceBasic("2b6e9d40-7c1f-4a85-b3d2-9e0f8a7b6c5d", "x")},
        {u"application"_s, directory.basic(directory.issuer.clients().first().id)},
        {u"reader"_s, directory.reader()},
        {u"administrator"_s, directory.administrator()}};
    const PracticeAnswer answer = directory.issuer.answer(PracticeRequest::of(
        method, path == "/scim/Users/ID" ? directory.dona : path, authorizations.value(who), {}, {}));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Content-Type"), "application/scim+json");
    if (status == 200)
        return;
    // RFC 7644 section 3.12
    QCOMPARE(answer.object().value(u"schemas").toArray(), QJsonArray{u"urn:ietf:params:scim:api:messages:2.0:Error"_s});
    QCOMPARE(answer.object().value(u"status").toString(), QString::number(status));
    QVERIFY(!answer.object().value(u"detail").toString().isEmpty());
    QCOMPARE(!answer.header("WWW-Authenticate").isEmpty(), status == 401);
}

void TestScimContract::takesABearer()
{
    Directory directory;
    const PracticeAnswer grant =
        directory.post(PracticeEndpoint::Token, "grant_type=client_credentials", directory.administrator());
    const QByteArray bearer = "Bearer " + grant.object().value(u"access_token").toString().toLatin1();
    QCOMPARE(directory.issuer.answer(PracticeRequest::of("GET", directory.dona, bearer)).status, 200);
    directory.pass(1h);
    QCOMPARE(directory.issuer.answer(PracticeRequest::of("GET", directory.dona, bearer)).status, 401);
}

void TestScimContract::wrongSecretsLockTheClient()
{
    Directory directory;
    const QByteArray wrong = practiceBasic("2b6e9d40-7c1f-4a85-b3d2-9e0f8a7b6c5d", "x");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(directory.issuer.answer(PracticeRequest::of("GET", directory.dona, wrong)).status, 401);
    QCOMPARE(directory.read().status, 401);
    directory.pass(60min);
    QCOMPARE(directory.read().status, 200);
}

void TestScimContract::finds_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QStringList>("found");
    const QString dona = practiceVictim();
    const auto row = [](const char *name, const char *filter, const QStringList &found) {
        QTest::newRow(name) << QByteArray(filter) << found;
    };
    row("an address", "emails.value eq \"dona.moore@example.com\"", {dona});
    row("a user name", "userName eq \"dona.moore@example.com\"", {dona});
    row("a user name that is no address", "userName eq \"breakglass-admin\"", {u"breakglass-admin"_s});
    row("its address", "emails.value eq \"breakglass-admin@example.com\"", {u"breakglass-admin"_s});
    row("nobody", "userName eq \"nobody\"", {});
    row("an asterisk", "userName eq \"*\"", {});
    row("a part", "userName eq \"dona.moore\"", {});
    row("nothing", "userName eq \"\"", {});
}

void TestScimContract::finds()
{
    QFETCH(QByteArray, filter);
    QFETCH(QStringList, found);
    Directory directory;
    const PracticeAnswer answer = directory.find("filter=" + QUrl::toPercentEncoding(QString::fromLatin1(filter)));
    QCOMPARE(answer.status, 200);
    QStringList names;
    const QJsonArray resources = answer.object().value(u"Resources").toArray();
    for (const QJsonValue &user : resources)
        names.append(user[u"userName"].toString());
    QCOMPARE(names, found);
    QCOMPARE(answer.object().value(u"totalResults").toInt(), found.size());
}

void TestScimContract::pages_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("startIndex");
    QTest::addColumn<int>("itemsPerPage");
    // Nine people; RFC 7644 section 3.4.2.4: what is below one counts as one, what is below zero as zero
    QTest::newRow("without a filter, everybody") << QByteArray() << 1 << 9;
    QTest::newRow("a page") << QByteArray("startIndex=3&count=2") << 3 << 2;
    QTest::newRow("the last page") << QByteArray("startIndex=9&count=5") << 9 << 1;
    QTest::newRow("beyond it") << QByteArray("startIndex=10") << 10 << 0;
    QTest::newRow("below one") << QByteArray("startIndex=0&count=1") << 1 << 1;
    QTest::newRow("none") << QByteArray("count=0") << 1 << 0;
    QTest::newRow("below none") << QByteArray("count=-1") << 1 << 0;
}

void TestScimContract::pages()
{
    QFETCH(QByteArray, query);
    QFETCH(int, startIndex);
    QFETCH(int, itemsPerPage);
    Directory directory;
    const QJsonObject list = directory.find(query).object();
    QCOMPARE(list.value(u"schemas").toArray(), QJsonArray{u"urn:ietf:params:scim:api:messages:2.0:ListResponse"_s});
    QCOMPARE(list.value(u"totalResults").toInt(), 9);
    QCOMPARE(list.value(u"startIndex").toInt(), startIndex);
    QCOMPARE(list.value(u"itemsPerPage").toInt(), itemsPerPage);
    QCOMPARE(list.value(u"Resources").toArray().size(), itemsPerPage);
    QCOMPARE(directory.find("startIndex=x").status, 400);
}

void TestScimContract::describesAPerson()
{
    Directory directory;
    const PracticeAnswer answer = directory.read();
    const QByteArray version = answer.header("ETag");
    QVERIFY(version.startsWith("W/\"") && version.endsWith('"'));
    // Dona's last sign-in was four minutes before 14:02:11.
    QByteArray expected = R"({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:sap:2.0:User"],
        "id": "ID",
        "meta": {"resourceType": "User", "created": "2024-03-04T08:15:00Z", "lastModified": "2024-03-04T08:15:00Z",
                 "location": "http://127.0.0.1:4711/scim/Users/ID", "version": "VERSION"},
        "userName": "dona.moore@example.com", "displayName": "Dona Moore",
        "name": {"givenName": "Dona", "familyName": "Moore"}, "userType": "employee", "active": true,
        "emails": [{"value": "dona.moore@example.com", "primary": true}],
        "urn:ietf:params:scim:schemas:extension:sap:2.0:User": {
            "userUuid": "ID", "userId": "UID", "mailVerified": true, "status": "active",
            "loginTime": "2026-03-02T13:58:11Z"}})";
    expected.replace(
        "UID", firstOf(directory.issuer.tokens().givenTo(practiceVictim()), Use::Access).session.subject.toLatin1());
    expected.replace("ID", directory.issuer.person(practiceVictim())->id.toLatin1());
    expected.replace("VERSION", QByteArray(version).replace('"', "\\\""));
    QCOMPARE(QJsonDocument(answer.object()), QJsonDocument::fromJson(expected));
}

void TestScimContract::refusesAFilterItCantRead()
{
    Directory directory;
    const PracticeAnswer answer = directory.find("filter=userName%20eq%20dona");
    QCOMPARE(std::pair(answer.status, answer.object().value(u"scimType").toString()),
             std::pair(400, u"invalidFilter"_s));
    QCOMPARE(directory.find("filter=userName%20co%20%22dona%22").object().value(u"scimType").toString(),
             u"invalidFilter"_s);
}

void TestScimContract::patches_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("scimType");
    QTest::addColumn<bool>("active"); // afterwards
    const QByteArray scim = "application/scim+json";
    const auto row = [&](const char *name, const QByteArray &body, int status, const QString &type, bool active) {
        QTest::newRow(name) << scim << body << status << type << active;
    };
    const QString syntax = u"invalidSyntax"_s;
    row("by a path", deactivation(), 204, {}, false);
    row("by a value", patchOf(R"([{"op":"replace","value":{"active":false}}])"), 204, {}, false);
    row("there and back", patchOf(R"([{"op":"replace","path":"active","value":false},
                                      {"op":"replace","path":"active","value":true}])"),
        204, {}, true);
    row("no schemas", R"({"Operations":[{"op":"replace","path":"active","value":false}]})", 400, syntax, true);
    row("another schema", R"({"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                              "Operations":[{"op":"replace","path":"active","value":false}]})",
        400, syntax, true);
    row("no JSON", "active=false", 400, syntax, true);
    row("no operations", patchOf("[]"), 400, syntax, true);
    row("another operation", patchOf(R"([{"op":"set","path":"active","value":false}])"), 400, syntax, true);
    row("no boolean", patchOf(R"([{"op":"replace","path":"active","value":"false"}])"), 400, u"invalidValue"_s, true);
    row("another path", patchOf(R"([{"op":"replace","path":"userName","value":"x"}])"), 400, u"invalidPath"_s, true);
    row("one of two is wrong", patchOf(R"([{"op":"replace","path":"active","value":false},
                                           {"op":"replace","path":"x","value":true}])"),
        400, u"invalidPath"_s, true);
    QTest::newRow("plain JSON") << QByteArray("application/json; charset=utf-8") << deactivation() << 204 << QString()
                                << false;
    QTest::newRow("a form") << QByteArray("application/x-www-form-urlencoded") << deactivation() << 415 << QString()
                            << true;
    QTest::newRow("no type") << QByteArray() << deactivation() << 415 << QString() << true;
}

void TestScimContract::patches()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, scimType);
    QFETCH(bool, active);
    Directory directory;
    const PracticeAnswer answer = directory.change("PATCH", body, {}, contentType);
    QCOMPARE(std::pair(answer.status, answer.object().value(u"scimType").toString()), std::pair(status, scimType));
    QCOMPARE(directory.read().object().value(u"active").toBool(), active);
    QCOMPARE(directory.read().object()[u"urn:ietf:params:scim:schemas:extension:sap:2.0:User"][u"status"].toString(),
             active ? u"active"_s : u"inactive"_s);
}

void TestScimContract::replaces_data()
{
    QTest::addColumn<std::function<void(QJsonObject &)>>("change"); // of what was read
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("scimType");
    QTest::addColumn<bool>("active");
    const auto row = [](const char *name, int status, const QString &type, bool active, auto change) {
        QTest::newRow(name) << std::function<void(QJsonObject &)>(change) << status << type << active;
    };
    row("as it was", 200, {}, true, [](QJsonObject &) {});
    row("inactive", 200, {}, false, [](QJsonObject &user) { user[u"active"] = false; });
    row("what isn't asserted stays", 200, {}, true, [](QJsonObject &user) { user.remove(u"active"); });
    row("no schemas", 400, u"invalidSyntax"_s, true, [](QJsonObject &user) { user.remove(u"schemas"); });
    row("no user name", 400, u"invalidValue"_s, true, [](QJsonObject &user) { user.remove(u"userName"); });
    row("no address", 400, u"invalidValue"_s, true, [](QJsonObject &user) { user.remove(u"emails"); });
    row("another id", 400, u"mutability"_s, true, [](QJsonObject &user) { user[u"id"] = u"x"_s; });
    row("no boolean", 400, u"invalidValue"_s, true, [](QJsonObject &user) { user[u"active"] = 0; });
    row("somebody else's address", 409, u"uniqueness"_s, true, [](QJsonObject &user) {
        user[u"emails"] = QJsonArray{QJsonObject{{u"value"_s, u"dona.moore2@example.com"_s}}};
    });
}

void TestScimContract::replaces()
{
    QFETCH(std::function<void(QJsonObject &)>, change);
    QFETCH(int, status);
    QFETCH(QString, scimType);
    QFETCH(bool, active);
    Directory directory;
    QJsonObject user = directory.read().object();
    change(user);
    const PracticeAnswer answer = directory.change("PUT", QJsonDocument(user).toJson());
    QCOMPARE(std::pair(answer.status, answer.object().value(u"scimType").toString()), std::pair(status, scimType));
    QCOMPARE(directory.read().object().value(u"active").toBool(), active);
    if (status == 200)
        QCOMPARE(answer, directory.read());
}

void TestScimContract::comparesVersions_data()
{
    QTest::addColumn<QByteArray>("ifMatch"); // VERSION stands for what was read
    QTest::addColumn<int>("mismatch"); // how the server says so
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray() << 412 << 204;
    QTest::newRow("any") << QByteArray("*") << 412 << 204;
    QTest::newRow("the one read") << QByteArray("VERSION") << 412 << 204;
    QTest::newRow("another") << QByteArray("W/\"1\"") << 412 << 412;
    QTest::newRow("another, 409") << QByteArray("W/\"1\"") << 409 << 409;
}

void TestScimContract::comparesVersions()
{
    QFETCH(QByteArray, ifMatch);
    QFETCH(int, mismatch);
    QFETCH(int, status);
    Directory directory;
    directory.issuer.behaviour().versionMismatch = mismatch;
    const PracticeAnswer before = directory.read();
    const QByteArray version = before.object()[u"meta"][u"version"].toString().toLatin1();
    QCOMPARE(before.header("ETag"), version);
    ifMatch.replace("VERSION", version);
    directory.pass(90s);
    QCOMPARE(directory.change("PATCH", deactivation(), ifMatch).status, status);
    const QJsonObject meta = directory.read().object().value(u"meta").toObject();
    QCOMPARE(meta.value(u"version").toString().toLatin1() == version, status != 204);
    QCOMPARE(meta.value(u"lastModified").toString(),
             status == 204 ? u"2026-03-02T14:03:41Z"_s : u"2024-03-04T08:15:00Z"_s);
    QCOMPARE(directory.change("PATCH", deactivation(), version).status, status == 204 ? mismatch : 204);
}

void TestScimContract::anInactivePersonKeepsTheirTokens()
{
    Directory directory;
    directory.issuer.behaviour().patched = 200;
    const PracticeAnswer answer = directory.change("PATCH", deactivation());
    QCOMPARE(answer, directory.read());
    QCOMPARE(directory.issuer.aliveCount(practiceVictim()), 18);
    const PracticeToken token = firstOf(directory.issuer.tokens().givenTo(practiceVictim()), Use::Access);
    QVERIFY(saysActive(
        directory.post(PracticeEndpoint::Introspect, "token=" + token.value, directory.basic(token.session.clientId))));
    QVERIFY(!directory.issuer.signIn(practiceVictim(), token.session.clientId));
    directory.issuer.behaviour().disabledPeoplesTokensDie = true; // a tenant that promises more
    QCOMPARE(directory.issuer.aliveCount(practiceVictim()), 0);
}

void TestScimContract::keepsItsOwnPace()
{
    Directory directory;
    directory.issuer.enforceDocumentedRates();
    for (int i = 0; i < 200; ++i) {
        directory.pass(i % 40 == 0 ? 1s : 0s); // not too many in one second
        QCOMPARE(directory.read().status, 200);
    }
    directory.pass(1s);
    const PracticeAnswer refused = directory.read();
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("Retry-After"), "55"); // sixty after the first, five seconds ago
    // The token endpoints have a pace of their own.
    QCOMPARE(directory.post(PracticeEndpoint::Token, "grant_type=client_credentials", directory.administrator()).status,
             200);
    directory.pass(60s);
    QCOMPARE(directory.read().status, 200);
}

void TestScimContract::aLieChangesNothing()
{
    Directory directory;
    directory.issuer.faults().next(PracticeEndpoint::UserPatch, PracticeFault::lie());
    QCOMPARE(directory.change("PATCH", deactivation()).status, 204);
    QVERIFY(directory.issuer.person(practiceVictim())->enabled);
    QCOMPARE(directory.issuer.count(PracticeEndpoint::UserPatch), 1);
}

QTEST_APPLESS_MAIN(TestScimContract)
#include "tst_scimcontract.moc"
