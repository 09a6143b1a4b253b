// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangebench.h"
#include "persondirectory.h"

#include <QUrlQuery>

Q_DECLARE_METATYPE(curfew::PersonStep)

using namespace Qt::StringLiterals;

namespace curfew {

using test::await;
using test::ExchangeBench;

// As Keycloak's documentation has them: https://www.keycloak.org/docs-api/latest/rest-api/, UserRepresentation,
// UserSessionRepresentation; consents as its Admin Console reads them.
static QByteArray user(const QByteArray &id, const QByteArray &name, const QByteArray &email)
{
    return QByteArray(R"({"id":"ID","username":"NAME","firstName":"Robin","lastName":"Finch","email":"EMAIL",)"
                      R"("emailVerified":true,"enabled":true,"createdTimestamp":1767225600000})")
        .replace("ID", id)
        .replace("NAME", name)
        .replace("EMAIL", email);
}
static const char *const theSession =
    R"({"id":"0e3b-1","username":"robin","userId":"u-1","ipAddress":"203.0.113.9","start":1767225600000,)"
    R"("lastAccess":1767225660000,"rememberMe":false,"clients":{"c-2":"travel","c-1":"mail"},"transientUser":false})";
static const char *const theConsents =
    R"([{"clientId":"mail","grantedClientScopes":["profile","email"],"createdDate":1767225600000,)"
    R"("lastUpdatedDate":1767225600000,"additionalGrants":[]},)"
    R"({"clientId":"backup","grantedClientScopes":[],"createdDate":null,"lastUpdatedDate":null,)"
    R"("additionalGrants":[{"client":"c-9","key":"Offline Token"}]}])";

//! A directory at a loopback server. Keycloak's grants bearers; SAP's is asked with Basic.
struct DirectoryBench : ExchangeBench {
    explicit DirectoryBench(const QString &id)
        : ExchangeBench(test::shippedProvider(id),
                        id == "keycloak-admin"_L1 ? AuthMethod::Bearer : AuthMethod::ClientSecretBasic,
                        id == "keycloak-admin"_L1 ? u"/auth/realms/catena"_s : QString())
        , directory(*provider)
        , client(credential(issuer.clients.constFirst().method))
    {
    }
    //! Answers each target that \p answers begins with, and 404 for the rest; a grant always.
    void answer(const QList<std::pair<QByteArray, FaultReply>> &answers)
    {
        server.answerWith([answers](const RecordedRequest &request) {
            if (request.target.endsWith("/protocol/openid-connect/token"))
                return FaultReply::http(200, R"({"access_token":"bearer-1","token_type":"Bearer","expires_in":60})");
            for (const auto &[target, reply] : answers) {
                if (request.verb + ' ' + request.target == target)
                    return reply;
            }
            return FaultReply::http(404, R"({"error":"unknown"})");
        });
    }
    [[nodiscard]] QByteArrayList targets() const
    {
        QByteArrayList all;
        for (const RecordedRequest &request : server.requests())
            all.append(request.verb + ' ' + request.target);
        return all;
    }

    PersonDirectory directory;
    CredentialPtr client;
};

class TestPersonDirectory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsByEmailAndByName();
    void foldsTheSamePerson();
    void ignoresWhoIsNotCalledSo();
    void findsById_data();
    void findsById();
    void anIdThatSomebodyTookAsANameIsTwoPeople();
    void anIdThatNobodyMayLookAtIsNoAnswer();
    void nobodyIsDoubted_data();
    void nobodyIsDoubted();
    void whoIsThereIsNotCounted();
    void findsByAnyAddress();
    void aPageIsNotEverybody_data();
    void aPageIsNotEverybody();
    void asksNothingForAName_data();
    void asksNothingForAName();
    void filtersAreEscaped();
    void readsWhatAPersonHas();
    void whatCouldNotBeReadIsSaid_data();
    void whatCouldNotBeReadIsSaid();
    void aSessionListedTwiceIsOne();
    void aSessionThatCantBeAddressedIsWarnedOf();
    void anAnswerThatIsNoPerson_data();
    void anAnswerThatIsNoPerson();
    void anIdCantLeaveItsPlace_data();
    void anIdCantLeaveItsPlace();
    void stepsOnTheWire_data();
    void stepsOnTheWire();
    void aBearerThatExpiredIsRenewedOnce();
    void saysNoForGood();
    void aConflictIsARefusal_data();
    void aConflictIsARefusal();
    void whatWasShownStaysUnsaid_data();
    void whatWasShownStaysUnsaid();
};

static QByteArray find()
{
    return "GET /auth/admin/realms/catena/users?briefRepresentation=true&"_ba;
}

static QByteArray count()
{
    return "GET /auth/admin/realms/catena/users/count?briefRepresentation=true&"_ba;
}

void TestPersonDirectory::findsByEmailAndByName()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    bench.answer({{find() + "email=robin%2Bx%40example.com&exact=true",
                   FaultReply::http(200, '[' + user("u-1", "robin", "robin+x@example.com") + ']')},
                  {find() + "exact=true&username=robin%2Bx%40example.com",
                   FaultReply::http(200, '[' + user("u-2", "Robin+x@example.com", "other@example.com") + ']')}});
    const auto found = await(bench.directory.find(u" robin+x@example.com "_s, bench.client));
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
    // Who took somebody else's address as a user name must be seen, not guessed away.
    QCOMPARE(found->size(), 2);
    const Person first = found->constFirst();
    QCOMPARE(first.id, u"u-1"_s);
    QCOMPARE(first.userName, u"robin"_s);
    QCOMPARE(first.name, u"Robin Finch"_s);
    QCOMPARE(first.email, u"robin+x@example.com"_s);
    QCOMPARE(first.enabled, std::optional(true));
    QCOMPARE(bench.last().header("Authorization"), QByteArray("Bearer bearer-1"));
    QCOMPARE(bench.last().header("Accept"), QByteArray("application/json"));
}

void TestPersonDirectory::foldsTheSamePerson()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    const FaultReply same = FaultReply::http(200, '[' + user("u-1", "robin@example.com", "robin@example.com") + ']');
    bench.answer({{find() + "email=robin%40example.com&exact=true", same},
                  {find() + "exact=true&username=robin%40example.com", same}});
    const auto found = await(bench.directory.find(u"robin@example.com"_s, bench.client));
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
}

// A server that ignores the search answers everybody.
void TestPersonDirectory::ignoresWhoIsNotCalledSo()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    const FaultReply everybody = FaultReply::http(
        200, '[' + user("u-1", "robin", "robin@example.com") + ',' + user("u-2", "dona", "dona@example.com") + ']');
    bench.answer({{find() + "email=DONA&exact=true", everybody}, {find() + "exact=true&username=DONA", everybody}});
    const auto found = await(bench.directory.find(u"DONA"_s, bench.client));
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->constFirst().id, u"u-2"_s);
}

void TestPersonDirectory::findsById_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("of the realm") << "u-1"_ba;
    QTest::newRow("federated") << "f:1b2c:robin"_ba;
}

void TestPersonDirectory::findsById()
{
    QFETCH(QByteArray, id);
    DirectoryBench bench(u"keycloak-admin"_s);
    const QByteArray encoded = id.toPercentEncoding();
    const FaultReply nobody = FaultReply::http(200, "[]");
    bench.answer({{find() + "email=" + encoded + "&exact=true", nobody},
                  {find() + "exact=true&username=" + encoded, nobody},
                  {"GET /auth/admin/realms/catena/users/" + encoded,
                   FaultReply::http(200, user(id, "robin", "r@example.com"))}});
    const auto found = await(bench.directory.find(QString::fromLatin1(id), bench.client));
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->constFirst().userName, u"robin"_s);
}

void TestPersonDirectory::anIdThatSomebodyTookAsANameIsTwoPeople()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    bench.answer({{find() + "email=u-1&exact=true", FaultReply::http(200, "[]")},
                  {find() + "exact=true&username=u-1", FaultReply::http(200, '[' + user("u-2", "u-1", "") + ']')},
                  {"GET /auth/admin/realms/catena/users/u-1",
                   FaultReply::http(200, user("u-1", "robin", "robin@example.com"))}});
    const auto found = await(bench.directory.find(u"u-1"_s, bench.client));
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
}

void TestPersonDirectory::anIdThatNobodyMayLookAtIsNoAnswer()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    const FaultReply nobody = FaultReply::http(200, "[]"); // as a search ends that may see nobody
    bench.answer(
        {{find() + "email=u-1&exact=true", nobody},
         {find() + "exact=true&username=u-1", nobody},
         {"GET /auth/admin/realms/catena/users/u-1", FaultReply::http(403, "{\"error\":\"HTTP 403 Forbidden\"}")}});
    const auto found = await(bench.directory.find(u"u-1"_s, bench.client));
    QVERIFY(!found);
    QCOMPARE(found.error().httpStatus, 403);
}

// Keycloak answers a client that may search but look at nobody with an empty list; its count tells.
void TestPersonDirectory::nobodyIsDoubted_data()
{
    QTest::addColumn<FaultReply>("byEmail");
    QTest::addColumn<FaultReply>("byName");
    QTest::addColumn<std::optional<ErrorKind>>("error"); // nothing: it is true that there is nobody
    using Kind = std::optional<ErrorKind>;
    const FaultReply none = FaultReply::http(200, "0");
    const FaultReply one = FaultReply::http(200, "1");
    QTest::newRow("nobody") << none << none << Kind();
    QTest::newRow("hidden, with the address") << one << none << Kind(ErrorKind::Refused);
    QTest::newRow("hidden, with the name") << none << one << Kind(ErrorKind::Refused);
    QTest::newRow("nobody may count") << FaultReply::http(403, R"({"error":"x"})") << none << Kind(ErrorKind::Refused);
    QTest::newRow("no number") << FaultReply::http(200, "{}") << none << Kind(ErrorKind::BadResponse);
    QTest::newRow("less than nobody") << none << FaultReply::http(200, "-1") << Kind(ErrorKind::BadResponse);
    QTest::newRow("nothing") << none << FaultReply::http(200, "") << Kind(ErrorKind::BadResponse);
}

void TestPersonDirectory::nobodyIsDoubted()
{
    QFETCH(FaultReply, byEmail);
    QFETCH(FaultReply, byName);
    QFETCH(std::optional<ErrorKind>, error);
    for (const QByteArray &name : {"robin"_ba, "u-1"_ba}) {
        DirectoryBench bench(u"keycloak-admin"_s);
        bench.answer({{find() + "email=" + name + "&exact=true", FaultReply::http(200, "[]")},
                      {find() + "exact=true&username=" + name, FaultReply::http(200, "[]")},
                      {count() + "email=" + name + "&exact=true", byEmail},
                      {count() + "exact=true&username=" + name, byName}});
        const auto found = await(bench.directory.find(QString::fromLatin1(name), bench.client));
        QCOMPARE(found ? std::optional<ErrorKind>() : std::optional(found.error().kind), error);
        QVERIFY(!found || found->isEmpty());
    }
}

void TestPersonDirectory::whoIsThereIsNotCounted()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    const FaultReply robin = FaultReply::http(200, '[' + user("u-1", "robin", "robin@example.com") + ']');
    bench.answer({{find() + "email=robin&exact=true", FaultReply::http(200, "[]")},
                  {find() + "exact=true&username=robin", robin}});
    QCOMPARE(await(bench.directory.find(u"robin"_s, bench.client))->size(), 1);
    const QByteArrayList targets = bench.targets();
    QVERIFY(std::none_of(targets.begin(), targets.end(), [](const QByteArray &t) { return t.startsWith(count()); }));
}

void TestPersonDirectory::findsByAnyAddress()
{
    DirectoryBench bench(u"sap-directory"_s);
    const QByteArray two = test::fixture(u"scim-list.json"_s)
                               .replace("\"emails\": [", "\"emails\": [{ \"value\": \"old@example.com\" }, ");
    bench.server.answerWith(FaultReply::http(200, two, "application/scim+json"));
    const auto found = await(bench.directory.find(u"Old@example.com"_s, bench.client));
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->constFirst().email, u"robin.finch@example.com"_s);
    QCOMPARE(found->constFirst().otherEmails, QStringList{u"old@example.com"_s});
}

// RFC 7644 section 3.4.2: `Resources` may be left out when nothing fits, and may be a page of what does.
void TestPersonDirectory::aPageIsNotEverybody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("people"); // -1: an error
    const QByteArray one = test::fixture(u"scim-list.json"_s);
    QTest::newRow("all that fit") << one << 1;
    QTest::newRow("one of three that fit")
        << QByteArray(one).replace("\"totalResults\": 1", "\"totalResults\": 3") << -1;
    QTest::newRow("nobody fits") << "{\"totalResults\": 0}"_ba << 0;
    QTest::newRow("somebody fits who isn't shown") << "{\"totalResults\": 1}"_ba << -1;
    const auto total = [one](const QByteArray &value) {
        return QByteArray(one).replace("\"totalResults\": 1", "\"totalResults\": " + value);
    };
    QTest::newRow("how many is a text") << total("\"3\"") << -1;
    QTest::newRow("how many is the same, as a text") << total("\"1\"") << -1;
    QTest::newRow("nobody fits, and one is shown") << total("0") << -1;
    QTest::newRow("less than nobody") << total("-1") << -1;
    QTest::newRow("half a person") << total("1.5") << -1;
    QTest::newRow("how many isn't said") << QByteArray(one).replace("totalResults", "itemsPerPage") << -1;
    QTest::newRow("nobody fits, and no list") << R"({"totalResults": 0, "Resources": {}})"_ba << -1;
}

void TestPersonDirectory::aPageIsNotEverybody()
{
    QFETCH(QByteArray, body);
    QFETCH(int, people);
    DirectoryBench bench(u"sap-directory"_s);
    bench.server.answerWith(FaultReply::http(200, body, "application/scim+json"));
    const auto found = await(bench.directory.find(u"robin"_s, bench.client));
    QCOMPARE(found ? int(found->size()) : -1, people);
}

void TestPersonDirectory::asksNothingForAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u"  "_s;
    QTest::newRow("everybody") << u"*"_s;
    QTest::newRow("part of a name") << u"rob*"_s;
    QTest::newRow("SQL's wildcard") << u"%"_s;
    QTest::newRow("a line end") << u"robin\nfinch"_s;
    QTest::newRow("endless") << QString(300, u'a');
}

void TestPersonDirectory::asksNothingForAName()
{
    QFETCH(QString, name);
    DirectoryBench bench(u"sap-directory"_s);
    const auto found = await(bench.directory.find(name, bench.client));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(bench.server.requests().size(), 0);
}

void TestPersonDirectory::filtersAreEscaped()
{
    DirectoryBench bench(u"sap-directory"_s);
    bench.server.answerWith(FaultReply::http(200, test::fixture(u"scim-list.json"_s), "application/scim+json"));
    const auto found = await(bench.directory.find(u"robin\" or active eq \"true\\"_s, bench.client));
    QVERIFY(found);
    QCOMPARE(found->size(), 0); // whatever the server makes of it, nobody is called so
    QCOMPARE(bench.server.requests().size(), 2);
    const QByteArray query = bench.server.requests().constFirst().target;
    const QByteArray filter = "emails.value eq \"robin\\\" or active eq \\\"true\\\\\"";
    QCOMPARE(QByteArray::fromPercentEncoding(query), "/scim/Users?filter=" + filter);
    QCOMPARE(bench.last().header("Accept"), QByteArray("application/scim+json"));
    QCOMPARE(bench.last().header("Authorization"), "Basic " + QByteArray("client:secret").toBase64());

    const auto robin = await(bench.directory.find(u"robin"_s, bench.client));
    QVERIFY(robin);
    QCOMPARE(robin->size(), 1);
    QCOMPARE(robin->constFirst().lastSignIn, test::utc("2026-03-01T14:02:11Z"));
    QCOMPARE(robin->constFirst().email, u"robin.finch@example.com"_s);
}

static QByteArray ofUser()
{
    return "GET /auth/admin/realms/catena/users/u-1/"_ba;
}

void TestPersonDirectory::readsWhatAPersonHas()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    const QByteArray offline = QByteArray(theSession).replace("0e3b-1", "0ff-1");
    bench.answer({{ofUser() + "sessions", FaultReply::http(200, '[' + QByteArray(theSession) + R"(,{"start":1}])")},
                  {ofUser() + "consents", FaultReply::http(200, theConsents)},
                  {ofUser() + "offline-sessions/c-9", FaultReply::http(200, '[' + offline + ']')}});
    const auto access = await(bench.directory.access(u"u-1"_s, bench.client));
    QVERIFY2(access, access ? "" : qPrintable(access.error().detail));
    QVERIFY(access->sessions);
    QCOMPARE(access->sessions->size(), 2);
    const PersonSession online = access->sessions->at(0);
    QCOMPARE(online.id, u"0e3b-1"_s);
    QCOMPARE(online.kind, SessionKind::Online);
    QCOMPARE(online.applications, (QStringList{u"mail"_s, u"travel"_s}));
    QCOMPARE(online.ip, u"203.0.113.9"_s);
    QCOMPARE(online.startedAt, test::utc("2026-01-01T00:00:00Z")); // milliseconds
    QCOMPARE(access->sessions->at(1).id, u"0ff-1"_s);
    QCOMPARE(access->sessions->at(1).kind, SessionKind::Offline);
    QCOMPARE(access->consents.size(), 1); // an offline session alone is no consent
    QCOMPARE(access->consents.constFirst().clientId, u"mail"_s);
    QCOMPARE(access->warnings.size(), 1);
}

void TestPersonDirectory::whatCouldNotBeReadIsSaid_data()
{
    QTest::addColumn<int>("sessions");
    QTest::addColumn<int>("consents");
    QTest::addColumn<int>("offline");
    QTest::addColumn<QByteArray>("read"); // empty: an error
    QTest::newRow("no sessions") << 403 << 200 << 200 << QByteArray();
    QTest::newRow("no consents") << 200 << 403 << 200 << "1 of some sessions"_ba;
    QTest::newRow("no offline sessions") << 200 << 200 << 500 << "1 of some sessions, 1 consents"_ba;
    QTest::newRow("all") << 200 << 200 << 200 << "2 of all sessions, 1 consents"_ba;
}

// What was read is kept; what wasn't is not "none".
void TestPersonDirectory::whatCouldNotBeReadIsSaid()
{
    QFETCH(int, sessions);
    QFETCH(int, consents);
    QFETCH(int, offline);
    QFETCH(QByteArray, read);
    DirectoryBench bench(u"keycloak-admin"_s);
    const QByteArray session = '[' + QByteArray(theSession) + ']';
    bench.answer({{ofUser() + "sessions", FaultReply::http(sessions, session)},
                  {ofUser() + "consents", FaultReply::http(consents, theConsents)},
                  {ofUser() + "offline-sessions/c-9", FaultReply::http(offline, session)}});
    const auto access = await(bench.directory.access(u"u-1"_s, bench.client));
    QByteArray told;
    if (access) {
        told = QByteArray::number(access->sessions->size())
            + (access->hasRead(SessionKind::Offline) ? " of all sessions" : " of some sessions");
        if (!access->consentsUnread)
            told += ", " + QByteArray::number(access->consents.size()) + " consents";
        QCOMPARE(access->isWhole(), consents == 200 && offline == 200);
        QCOMPARE(access->unread() ? access->unread()->httpStatus : 200, std::max(consents, offline));
    }
    QCOMPARE(told, read);
}

void TestPersonDirectory::aSessionListedTwiceIsOne()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    const QByteArray twice = '[' + QByteArray(theSession) + ',' + theSession + ']';
    bench.answer({{ofUser() + "sessions", FaultReply::http(200, twice)},
                  {ofUser() + "consents", FaultReply::http(200, theConsents)},
                  {ofUser() + "offline-sessions/c-9", FaultReply::http(200, twice)}});
    const auto access = await(bench.directory.access(u"u-1"_s, bench.client));
    QVERIFY(access && access->sessions);
    QCOMPARE(access->sessions->size(), 2); // Keycloak's offline session has the id of the one it came from
    QVERIFY(access->sessions->at(0).kind != access->sessions->at(1).kind);
}

void TestPersonDirectory::aSessionThatCantBeAddressedIsWarnedOf()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    bench.answer({{ofUser() + "sessions", FaultReply::http(200, R"([{"id":".."},{"id":"."},{"id":"s-1"}])")},
                  {ofUser() + "consents", FaultReply::http(200, "[]")}});
    const auto access = await(bench.directory.access(u"u-1"_s, bench.client));
    QVERIFY(access && access->sessions);
    QCOMPARE(access->sessions->size(), 1);
    QCOMPARE(access->warnings.size(), 2);
}

void TestPersonDirectory::anAnswerThatIsNoPerson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no list") << "{}"_ba;
    QTest::newRow("no JSON") << "robin"_ba;
    QTest::newRow("no person") << R"(["robin"])"_ba;
    QTest::newRow("no id") << R"([{"username":"robin"}])"_ba;
    QTest::newRow("an id that is no text") << R"([{"id":7,"username":"robin"}])"_ba;
    QTest::newRow("an endless id") << R"([{"id":"ID","username":"robin"}])"_ba.replace("ID", QByteArray(2000, 'i'));
    QTest::newRow("an id that leaves its place") << R"([{"id":"..","username":"robin"}])"_ba;
}

void TestPersonDirectory::anAnswerThatIsNoPerson()
{
    QFETCH(QByteArray, body);
    DirectoryBench bench(u"keycloak-admin"_s);
    bench.answer({{find() + "email=robin&exact=true", FaultReply::http(200, body)}});
    const auto found = await(bench.directory.find(u"robin"_s, bench.client));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::BadResponse);
}

void TestPersonDirectory::anIdCantLeaveItsPlace_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("target"); // empty: nothing may be sent
    QTest::newRow("up") << u".."_s << QByteArray();
    QTest::newRow("here") << u"."_s << QByteArray();
    QTest::newRow("nothing") << QString() << QByteArray();
    QTest::newRow("a path") << u"../clients/c-1"_s << "DELETE /auth/admin/realms/catena/sessions/..%2Fclients%2Fc-1"_ba;
    QTest::newRow("a query") << u"s?isOffline=true"_s
                             << "DELETE /auth/admin/realms/catena/sessions/s%3FisOffline%3Dtrue"_ba;
    QTest::newRow("a fragment") << u"s#x"_s << "DELETE /auth/admin/realms/catena/sessions/s%23x"_ba;
    QTest::newRow("encoded") << u"%2e%2e"_s << "DELETE /auth/admin/realms/catena/sessions/%252e%252e"_ba;
}

void TestPersonDirectory::anIdCantLeaveItsPlace()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, target);
    DirectoryBench bench(u"keycloak-admin"_s);
    bench.answer({});
    const PersonStep step{Target::Session, Action::EndSession, id, SessionKind::Online, {}};
    const RevokeReply reply = await(bench.directory.carryOut(u"u-1"_s, step, bench.client));
    if (target.isEmpty()) {
        QCOMPARE(reply.reply, Reply::NotSent);
        QVERIFY(bench.targets().isEmpty());
    } else {
        QCOMPARE(bench.targets().constLast(), target);
    }
}

void TestPersonDirectory::stepsOnTheWire_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<PersonStep>("step");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("mediaType");
    QTest::addColumn<QByteArray>("body");
    const QString kc = u"keycloak-admin"_s;
    const auto user = [](Action action) { return PersonStep{Target::User, action, {}, {}, {}}; };
    const auto session = [](SessionKind kind) {
        return PersonStep{Target::Session, Action::EndSession, u"s-1"_s, kind, {}};
    };
    QTest::newRow("block") << kc << user(Action::Disable) << "PUT /auth/admin/realms/catena/users/u-1"_ba
                           << "application/json"_ba
                           << R"({"enabled":false})"_ba;
    QTest::newRow("allow") << kc << user(Action::Enable) << "PUT /auth/admin/realms/catena/users/u-1"_ba
                           << "application/json"_ba
                           << R"({"enabled":true})"_ba;
    QTest::newRow("sign out") << kc << user(Action::Logout) << "POST /auth/admin/realms/catena/users/u-1/logout"_ba
                              << QByteArray() << QByteArray();
    QTest::newRow("a session") << kc << session(SessionKind::Online)
                               << "DELETE /auth/admin/realms/catena/sessions/s-1"_ba << QByteArray() << QByteArray();
    QTest::newRow("an offline session") << kc << session(SessionKind::Offline)
                                        << "DELETE /auth/admin/realms/catena/sessions/s-1?isOffline=true"_ba
                                        << QByteArray() << QByteArray();
    QTest::newRow("a consent") << kc << PersonStep{Target::User, Action::Revoke, {}, {}, u"https://app/"_s}
                               << "DELETE /auth/admin/realms/catena/users/u-1/consents/https%3A%2F%2Fapp%2F"_ba
                               << QByteArray() << QByteArray();
    QTest::newRow("SCIM: block") << u"sap-directory"_s << user(Action::Disable) << "PATCH /scim/Users/u-1"_ba
                                 << "application/scim+json"_ba
                                 << QByteArray(R"({"Operations":[{"op":"replace","path":"active","value":false}],)"
                                               R"("schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"]})");
}

void TestPersonDirectory::stepsOnTheWire()
{
    QFETCH(QString, provider);
    QFETCH(PersonStep, step);
    DirectoryBench bench(provider);
    bench.server.answerWith([](const RecordedRequest &request) {
        return request.target.endsWith("/token")
            ? FaultReply::http(200, R"({"access_token":"bearer-1","token_type":"Bearer","expires_in":60})")
            : FaultReply::http(204, {}, {});
    });
    QVERIFY(bench.directory.offers(step));
    const RevokeReply reply = await(bench.directory.carryOut(u"u-1"_s, step, bench.client));
    QCOMPARE(reply.reply, Reply::Success);
    QCOMPARE(reply.httpStatus, 204);
    QCOMPARE(reply.attempts, 1);
    QTEST(bench.targets().constLast(), "request");
    QTEST(bench.last().header("Content-Type"), "mediaType");
    QTEST(bench.last().body, "body");
}

void TestPersonDirectory::aBearerThatExpiredIsRenewedOnce()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    bench.answer({{ofUser().chopped(1), FaultReply::http(401, R"({"error":"HTTP 401 Unauthorized"})")}});
    const auto read = await(bench.directory.read(u"u-1"_s, bench.client));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Refused); // of the account, and not of the client: no breaker
    QCOMPARE(bench.targets().count("POST /auth/realms/catena/protocol/openid-connect/token"), 2);
    QCOMPARE(bench.targets().count(ofUser().chopped(1)), 2);
}

void TestPersonDirectory::saysNoForGood()
{
    DirectoryBench bench(u"keycloak-admin"_s);
    bench.answer(
        {{"PUT /auth/admin/realms/catena/users/u-1", FaultReply::http(403, "{\"error\":\"HTTP 403 Forbidden\"}")}});
    const PersonStep block{Target::User, Action::Disable, {}, {}, {}};
    const RevokeReply reply = await(bench.directory.carryOut(u"u-1"_s, block, bench.client));
    QCOMPARE(reply.reply, Reply::Refused);
    QCOMPARE(reply.httpStatus, 403);
    QCOMPARE(reply.attempts, 1);
}

void TestPersonDirectory::aConflictIsARefusal_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("409") << 409;
    QTest::newRow("412") << 412;
}

// One attribute is replaced, whatever version the account is of: no version is sent that could be out of date.
void TestPersonDirectory::aConflictIsARefusal()
{
    QFETCH(int, status);
    DirectoryBench bench(u"sap-directory"_s);
    bench.server.answerWith(FaultReply::http(status, "{}", "application/scim+json"));
    const PersonStep block{Target::User, Action::Disable, {}, {}, {}};
    const RevokeReply reply = await(bench.directory.carryOut(u"u-1"_s, block, bench.client));
    QCOMPARE(reply.reply, Reply::Refused);
    QCOMPARE(reply.httpStatus, status);
    QCOMPARE(reply.attempts, 1);
}

void TestPersonDirectory::whatWasShownStaysUnsaid_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("a bearer from a grant") << u"keycloak-admin"_s << "bearer-1"_ba;
    QTest::newRow("a client's secret") << u"sap-directory"_s << "secret"_ba;
}

//! Whatever a service quotes of what it was sent.
void TestPersonDirectory::whatWasShownStaysUnsaid()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, shown);
    DirectoryBench bench(provider);
    const QByteArray echo = R"({"error":"forbidden","error_description":"no rights with ECHO here"})";
    bench.server.answerWith([echo = QByteArray(echo).replace("ECHO", shown)](const RecordedRequest &request) {
        if (request.target.endsWith("/protocol/openid-connect/token"))
            return FaultReply::http(200, R"({"access_token":"bearer-1","token_type":"Bearer","expires_in":60})");
        return FaultReply::http(403, echo);
    });
    const auto read = await(bench.directory.read(u"u-1"_s, bench.client));
    QVERIFY(!read);
    QCOMPARE(read.error().detail, u"forbidden: no rights with [hidden] here"_s);
    const PersonStep block{Target::User, Action::Disable, {}, {}, {}};
    const RevokeReply reply = await(bench.directory.carryOut(u"u-1"_s, block, bench.client));
    QCOMPARE(reply.message, u"forbidden: no rights with [hidden] here"_s);
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestPersonDirectory)
#include "tst_persondirectory.moc"
