// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycloakadminbench.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

using Bench = KeycloakAdminBench;
using Use = PracticeToken::Use;

// A person's sessions, and what ends with what. What is expected is what Keycloak 26.7.5 did when it was asked the
// same.
class TestKeycloakContainment : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listsSessionsWithTheirApplications();
    void describesASession();
    void describesOfflineSessionsAndConsents();
    void endsOneSessionOfItsKind_data();
    void endsOneSessionOfItsKind();
    void logsOutWithoutEndingOfflineSessions();
    void aStaleOfflineSessionCanBeRevoked();
    void removesAConsentWithWhatHangsOnIt();
    void removesWhatIsThere_data();
    void removesWhatIsThere();
    void blocksThePersonAndNotTheirSessions();
    void whatWasNotEndedComesBack();
    void aNewSignInIsANewSession();
    void refreshesForWhomItMay_data();
    void refreshesForWhomItMay();
    void aLieChangesNothing();
    void whoeverSignsInIsKnown();
};

static const QByteArray sessions = "/admin/realms/catena/sessions/"_ba;
static const QString namesake = u"dona.moore2@example.com"_s;

static QStringList idsOf(const QJsonArray &list)
{
    QStringList ids;
    for (const QJsonValue &session : list)
        ids.append(session[u"id"].toString());
    return ids;
}

void TestKeycloakContainment::listsSessionsWithTheirApplications()
{
    Bench realm;
    const QJsonArray list = realm.list(realm.at(practiceVictim(), "/sessions"));
    QStringList ids = idsOf(list);
    QStringList applications;
    for (const QJsonValue &session : list)
        applications +=
            session[u"ipAddress"].toString() + u' ' + session[u"clients"].toObject().begin().value().toString();
    applications.sort();
    QCOMPARE(applications,
             QStringList({u"10.10.10.20 fleet-portal"_s, u"10.10.10.7 driver-app"_s, u"203.0.113.9 fleet-portal"_s}));
    QStringList sorted = ids;
    sorted.sort();
    QCOMPARE(ids, sorted);
    // Of one browser, two applications share a session.
    const PracticeSession browser = firstOf(realm.given(practiceVictim(), Bench::Online), Use::Access).session;
    QVERIFY(!realm.issuer.signIn({practiceVictim(), u"driver-app"_s, browser.userAgent, browser.ip}).isEmpty());
    const QJsonArray shared = realm.list(realm.at(practiceVictim(), "/sessions"));
    QCOMPARE(idsOf(shared), ids);
    QList<qsizetype> counts;
    for (const QJsonValue &session : shared)
        counts.append(session[u"clients"].toObject().size());
    std::sort(counts.begin(), counts.end());
    QCOMPARE(counts, QList<qsizetype>({1, 1, 2}));
}

void TestKeycloakContainment::describesASession()
{
    Bench realm;
    const QJsonArray list = realm.list(realm.at(namesake, "/sessions"));
    // At 14:02:11 the session was 25 minutes old.
    QByteArray expected = R"([{"id": "SID", "username": "dona.moore2@example.com", "userId": "ID",
        "ipAddress": "10.10.10.61", "start": 1772458631000, "lastAccess": 1772458631000, "rememberMe": false,
        "clients": {"UUID": "driver-app"}, "transientUser": false}])";
    const QString uuid = list.first()[u"clients"].toObject().keys().constFirst();
    QVERIFY(!QUuid::fromString(uuid).isNull());
    expected.replace("SID", firstOf(realm.given(namesake, Bench::Online), Use::Access).session.sid.toLatin1());
    expected.replace("UUID", uuid.toLatin1());
    expected.replace("ID", realm.issuer.person(namesake)->id.toLatin1());
    QCOMPARE(QJsonDocument(list), QJsonDocument::fromJson(expected));
}

void TestKeycloakContainment::describesOfflineSessionsAndConsents()
{
    Bench realm;
    const QJsonArray consents = realm.list(realm.at(practiceVictim(), "/consents"));
    const QString uuid = consents.last()[u"additionalGrants"][0][u"client"].toString();
    // She went to the Driver App 35 minutes before, which asked her; the Fleet Portal asks nobody.
    const QByteArray expected = R"([
        {"clientId": "driver-app", "grantedClientScopes": ["profile", "email", "roles"],
         "createdDate": 1772458031000, "lastUpdatedDate": 1772458031000, "additionalGrants": []},
        {"clientId": "fleet-portal", "grantedClientScopes": [],
         "additionalGrants": [{"client": "UUID", "key": "Offline Token"}]}])";
    QCOMPARE(QJsonDocument(consents), QJsonDocument::fromJson(QByteArray(expected).replace("UUID", uuid.toLatin1())));

    const QJsonArray offline = realm.list(realm.at(practiceVictim(), "/offline-sessions/" + uuid.toLatin1()));
    QCOMPARE(offline.size(), 1);
    QCOMPARE(offline.first()[u"clients"].toObject(), QJsonObject({{uuid, u"fleet-portal"_s}}));
    QCOMPARE(offline.first()[u"ipAddress"].toString(), u"203.0.113.9"_s);
    QCOMPARE(realm.list(realm.at(namesake, "/offline-sessions/" + uuid.toLatin1())), QJsonArray());
}

void TestKeycloakContainment::endsOneSessionOfItsKind_data()
{
    QTest::addColumn<PracticeSession::Kind>("kind");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("ends");
    QTest::newRow("online") << Bench::Online << QByteArray() << true;
    QTest::newRow("online, said so") << Bench::Online << QByteArray("?isOffline=false") << true;
    QTest::newRow("online, asked for as offline") << Bench::Online << QByteArray("?isOffline=true") << false;
    QTest::newRow("offline") << Bench::Offline << QByteArray("?isOffline=true") << true;
    QTest::newRow("offline, asked for as online") << Bench::Offline << QByteArray() << false;
}

void TestKeycloakContainment::endsOneSessionOfItsKind()
{
    QFETCH(PracticeSession::Kind, kind);
    QFETCH(QByteArray, query);
    QFETCH(bool, ends);
    Bench realm;
    const PracticeToken token = firstOf(realm.given(practiceVictim(), kind), Use::Refresh);
    const QByteArray path = sessions + token.session.sid.toLatin1() + query;
    const PracticeAnswer answer = realm.ask("DELETE", path);
    const QByteArray notFound = R"({"error":"Sesssion not found"})";
    QCOMPARE(std::pair(answer.status, answer.body), ends ? std::pair(204, QByteArray()) : std::pair(404, notFound));
    QCOMPARE(realm.introspected(token), !ends);
    const QList<PracticeToken> all = realm.issuer.tokens().givenTo(practiceVictim());
    for (const PracticeToken &other : all) {
        if (other.use != Use::Id)
            QCOMPARE(realm.issuer.isAlive(other.value), !ends || other.session.sid != token.session.sid);
    }
    if (ends)
        QCOMPARE(realm.ask("DELETE", path).body, notFound); // it is no longer there
}

void TestKeycloakContainment::logsOutWithoutEndingOfflineSessions()
{
    Bench realm;
    const PracticeToken online = firstOf(realm.given(practiceVictim(), Bench::Online), Use::Refresh);
    const PracticeToken offline = firstOf(realm.given(practiceVictim(), Bench::Offline), Use::Refresh);
    QVERIFY(realm.introspected(online) && realm.introspected(offline));
    QCOMPARE(realm.ask("POST", realm.at(practiceVictim(), "/logout")).status, 204);

    QCOMPARE(realm.list(realm.at(practiceVictim(), "/sessions")), QJsonArray());
    QCOMPARE(realm.list(realm.at(practiceVictim(), "/consents")).size(), 2);
    QCOMPARE(realm.issuer.sessions(practiceVictim(), Bench::Offline).size(), 1);
    QCOMPARE(realm.list(realm.at(namesake, "/sessions")).size(), 1); // nobody else's
    // Listed, and yet of no use: the user has a not-before now.
    QCOMPARE(realm.ask("GET", realm.at(practiceVictim())).object().value(u"notBefore").toInteger(), 1772460131);
    QVERIFY(!realm.introspected(offline));
    QCOMPARE(realm.refresh(offline).object().value(u"error_description").toString(), u"Stale token"_s);
    QCOMPARE(realm.refresh(online).object().value(u"error_description").toString(), u"Session not active"_s);
    QCOMPARE(realm.issuer.aliveCount(practiceVictim()), 0);
}

void TestKeycloakContainment::aStaleOfflineSessionCanBeRevoked()
{
    Bench realm;
    const PracticeToken offline = firstOf(realm.given(practiceVictim(), Bench::Offline), Use::Refresh);
    QCOMPARE(realm.ask("POST", realm.at(practiceVictim(), "/logout")).status, 204);
    QCOMPARE(realm.post(PracticeEndpoint::Revoke, realm.form(offline)), PracticeAnswer::empty());
    QCOMPARE(realm.issuer.sessions(practiceVictim(), Bench::Offline).size(), 0);
}

void TestKeycloakContainment::removesAConsentWithWhatHangsOnIt()
{
    Bench realm;
    const QString portal = u"fleet-portal"_s;
    const QString driver = u"driver-app"_s;
    const auto isIn = [&](const QString &client) {
        const auto open = realm.issuer.sessions(practiceVictim(), Bench::Online);
        return std::any_of(open.cbegin(), open.cend(),
                           [&](const PracticeUserSession &session) { return session.clientIds.contains(client); });
    };
    // Nobody was asked for the Fleet Portal: only the offline session is such a grant.
    QCOMPARE(realm.ask("DELETE", realm.at(practiceVictim(), "/consents/fleet-portal")).status, 204);
    QCOMPARE(realm.issuer.sessions(practiceVictim(), Bench::Offline).size(), 0);
    QVERIFY(isIn(portal));
    // A consent ends the client's part of her sessions.
    QCOMPARE(realm.ask("DELETE", realm.at(practiceVictim(), "/consents/driver-app")).status, 204);
    QVERIFY(!isIn(driver) && isIn(portal));
    QCOMPARE(realm.list(realm.at(practiceVictim(), "/consents")), QJsonArray());
    // She is asked again.
    QVERIFY(realm.issuer.signIn(practiceVictim(), driver));
    QCOMPARE(realm.list(realm.at(practiceVictim(), "/consents")).size(), 1);
}

void TestKeycloakContainment::removesWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("an unknown client") << QByteArray("nope") << QByteArray("Client not found");
    QTest::newRow("a client that was never allowed")
        << QByteArray("yard-terminal") << QByteArray("Consent nor offline token not found");
}

void TestKeycloakContainment::removesWhatIsThere()
{
    QFETCH(QByteArray, client);
    QFETCH(QByteArray, error);
    Bench realm;
    const PracticeAnswer answer = realm.ask("DELETE", realm.at(practiceVictim(), "/consents/" + client));
    QCOMPARE(std::pair(answer.status, answer.body), std::pair(404, QByteArray(R"({"error":")" + error + R"("})")));
}

void TestKeycloakContainment::blocksThePersonAndNotTheirSessions()
{
    Bench realm;
    const PracticeToken online = firstOf(realm.given(practiceVictim(), Bench::Online), Use::Refresh);
    const PracticeToken access = firstOf(realm.given(practiceVictim(), Bench::Online), Use::Access);
    const PracticeToken offline = firstOf(realm.given(practiceVictim(), Bench::Offline), Use::Refresh);
    QCOMPARE(realm.ask("PUT", realm.at(practiceVictim()), R"({"enabled":false})").status, 204);

    QCOMPARE(realm.list(realm.at(practiceVictim(), "/sessions")).size(), 3);
    for (const PracticeToken &token : {online, access, offline})
        QVERIFY(!realm.introspected(token));
    for (const PracticeToken &token : {online, offline}) {
        const PracticeAnswer refused = realm.refresh(token);
        QCOMPARE(std::pair(refused.status, refused.body),
                 std::pair(400, QByteArray(R"({"error":"invalid_grant","error_description":"User disabled"})")));
    }
    const auto given = realm.issuer.signIn(practiceVictim(), u"fleet-portal"_s);
    QVERIFY(!given);
    QCOMPARE(given.error(), u"Account disabled"_s);
    QCOMPARE(realm.issuer.addSessions(practiceVictim(), u"fleet-portal"_s, 3), QList<QByteArray>());
    QVERIFY(realm.issuer.signIn(namesake, u"fleet-portal"_s)); // everybody else is let in
}

void TestKeycloakContainment::whatWasNotEndedComesBack()
{
    Bench realm;
    const PracticeToken kept = firstOf(realm.given(practiceVictim(), Bench::Offline), Use::Refresh);
    const PracticeToken ended = firstOf(realm.given(practiceVictim(), Bench::Online), Use::Refresh);
    QCOMPARE(realm.ask("PUT", realm.at(practiceVictim()), R"({"enabled":false})").status, 204);
    QCOMPARE(realm.ask("DELETE", sessions + ended.session.sid.toLatin1()).status, 204);
    QCOMPARE(realm.ask("PUT", realm.at(practiceVictim()), R"({"enabled":true})").status, 204);
    QVERIFY(realm.introspected(kept));
    QVERIFY(!realm.introspected(ended));
}

void TestKeycloakContainment::aNewSignInIsANewSession()
{
    Bench realm;
    const QStringList before = idsOf(realm.list(realm.at(practiceVictim(), "/sessions")));
    QCOMPARE(realm.ask("POST", realm.at(practiceVictim(), "/logout")).status, 204);
    realm.pass(1s);
    const auto given = realm.issuer.signIn(practiceVictim(), u"fleet-portal"_s);
    QVERIFY(given);
    QVERIFY(realm.introspected(firstOf(*given, Use::Access)));
    const QStringList after = idsOf(realm.list(realm.at(practiceVictim(), "/sessions")));
    QCOMPARE(after.size(), 1);
    QVERIFY(!before.contains(after.constFirst()));
    // In the same browser again, it is the same one.
    QVERIFY(realm.issuer.signIn(practiceVictim(), u"driver-app"_s));
    QCOMPARE(idsOf(realm.list(realm.at(practiceVictim(), "/sessions"))), after);
}

void TestKeycloakContainment::refreshesForWhomItMay_data()
{
    QTest::addColumn<std::function<void(QByteArray &)>>("change"); // of the form
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("description");
    const auto row = [](const char *name, int status, const QString &description, auto change) {
        QTest::newRow(name) << std::function<void(QByteArray &)>(change) << status << description;
    };
    row("its own", 200, {}, [](QByteArray &) {});
    row("none", 400, u"No refresh token"_s, [](QByteArray &form) { form.replace("refresh_token=", "x="); });
    row("an unknown one", 400, u"Invalid refresh token"_s,
        [](QByteArray &form) { form.replace("refresh_token=", "refresh_token=x"); });
    row("without the secret", 401, u"Invalid client or Invalid client credentials"_s,
        [](QByteArray &form) { form.replace("client_secret=", "client_secret=x"); });
}

void TestKeycloakContainment::refreshesForWhomItMay()
{
    QFETCH(std::function<void(QByteArray &)>, change);
    QFETCH(int, status);
    QFETCH(QString, description);
    Bench realm;
    const PracticeToken token = firstOf(realm.given(practiceVictim(), Bench::Online), Use::Refresh);
    QByteArray form = realm.form(token, "refresh_token");
    change(form);
    realm.pass(60s);
    const PracticeAnswer answer = realm.post(PracticeEndpoint::Token, "grant_type=refresh_token&" + form);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.object().value(u"error_description").toString(), description);
    if (status != 200)
        return;
    const PracticeToken *access =
        realm.issuer.tokens().find(answer.object().value(u"access_token").toString().toLatin1());
    QVERIFY(access);
    QCOMPARE(access->session.sid, token.session.sid);
    QVERIFY(realm.introspected(*access));
    const PracticeToken portal = firstOf(realm.given(u"li.wen@example.com"_s, Bench::Online), Use::Refresh);
    form = "grant_type=refresh_token&" + realm.form(token, "refresh_token");
    form.replace(token.value, portal.value);
    QCOMPARE(realm.post(PracticeEndpoint::Token, form).object().value(u"error_description").toString(),
             u"Invalid refresh token. Token client and authorized client don't match"_s);
}

void TestKeycloakContainment::aLieChangesNothing()
{
    Bench realm;
    for (const PracticeEndpoint endpoint :
         {PracticeEndpoint::UserUpdate, PracticeEndpoint::UserLogout, PracticeEndpoint::ConsentRemoval})
        realm.issuer.faults().next(endpoint, PracticeFault::lie());
    const int alive = realm.issuer.aliveCount();
    QCOMPARE(realm.ask("PUT", realm.at(practiceVictim()), R"({"enabled":false})").status, 204);
    QCOMPARE(realm.ask("POST", realm.at(practiceVictim(), "/logout")).status, 204);
    QCOMPARE(realm.ask("DELETE", realm.at(practiceVictim(), "/consents/driver-app")).status, 204);
    QVERIFY(realm.issuer.person(practiceVictim())->enabled);
    QCOMPARE(realm.issuer.person(practiceVictim())->consents.size(), 1);
    QCOMPARE(realm.issuer.aliveCount(), alive);
    QCOMPARE(realm.issuer.count(PracticeEndpoint::UserUpdate), 1);
    QCOMPARE(realm.ask("PUT", realm.at(practiceVictim()), R"({"enabled":false})").status, 204);
    QVERIFY(!realm.issuer.person(practiceVictim())->enabled);
}

void TestKeycloakContainment::whoeverSignsInIsKnown()
{
    Bench realm;
    QVERIFY(realm.issuer.signIn(u"robin.finch@example.com"_s, u"fleet-portal"_s));
    const PracticePerson *robin = realm.issuer.person(u"Robin.Finch@example.com"_s);
    QVERIFY(robin);
    QCOMPARE(robin->displayName(), u"Robin Finch"_s);
    QCOMPARE(realm.list(realm.at(u"robin.finch@example.com"_s, "/sessions")).size(), 1);
}

QTEST_APPLESS_MAIN(TestKeycloakContainment)
#include "tst_keycloakcontainment.moc"
