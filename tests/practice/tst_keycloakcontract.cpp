// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jwt.h"
#include "keycloakcontract.h"
#include "practicefixture.h"

using namespace Qt::StringLiterals;
using namespace curfew;

using Use = PracticeToken::Use;
using Fixture = PracticeFixture<KeycloakContract>;

static constexpr auto Revoke = PracticeEndpoint::Revoke;
static constexpr auto Introspect = PracticeEndpoint::Introspect;

class TestKeycloakContract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersARevocation_data();
    void answersARevocation();
    void aRefusedClientIsSpelledByVersion();
    void aRefreshTokenTakesItsClientSessionAlong();
    void anAccessTokenGoesAlone();
    void anOlderVersionEndsTheUsersOtherSessionsToo();
    void aRevokedTokenIsNoLongerKnown();
    void introspectionMayDependOnTheAudience_data();
    void introspectionMayDependOnTheAudience();
    void tokensSayWhatTheyAre();
    void isFoundBelowItsRealm();
};

static QByteArray body(const Fixture &realm, const PracticeToken &token, const QString &client)
{
    return "token=" + token.value + "&client_id=" + client.toUtf8()
        + "&client_secret=" + QUrl::toPercentEncoding(QString::fromLatin1(realm.issuer.secretOf(client)));
}

static QByteArray body(const Fixture &realm, const PracticeToken &token)
{
    return body(realm, token, token.session.clientId);
}

static PracticeToken tokenOf(const Fixture &realm, Use use)
{
    return firstOf(realm.issuer.tokens().all(), use);
}

void TestKeycloakContract::answersARevocation_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<PracticeAnswer>("answer");
    const auto says = [](int status, const QString &error, const QString &description) {
        return PracticeAnswer::json(status, QJsonObject{{u"error"_s, error}, {u"error_description"_s, description}});
    };
    const Fixture realm;
    const PracticeToken access = tokenOf(realm, Use::Access);
    const QByteArray good = body(realm, access);
    PracticeToken unknown = access;
    unknown.value = "never-given-out";
    const PracticeAnswer refused = says(401, u"invalid_client"_s, u"Invalid client or Invalid client credentials"_s);

    QTest::newRow("a living token") << good << QByteArray() << PracticeAnswer::empty();
    QTest::newRow("an unknown token is a 200 that says no")
        << body(realm, unknown) << QByteArray() << says(200, u"invalid_token"_s, u"Invalid token"_s);
    QTest::newRow("another client's token") << body(realm, access, u"driver-app"_s) << QByteArray()
                                            << says(400, u"invalid_request"_s, u"Unmatching clients"_s);
    QTest::newRow("an ID token") << body(realm, tokenOf(realm, Use::Id)) << QByteArray()
                                 << says(400, u"unsupported_token_type"_s, u"Unsupported token type"_s);
    QTest::newRow("no token") << good.sliced(good.indexOf('&') + 1) << QByteArray()
                              << says(400, u"invalid_request"_s, u"Token not provided"_s);
    QTest::newRow("no secret") << good.first(good.indexOf("&client_secret")) << QByteArray() << refused;
    QTest::newRow("a wrong secret") << QByteArray(good + "x") << QByteArray() << refused;
    QTest::newRow("an unknown client") << QByteArray("token=x&client_id=x&client_secret=x") << QByteArray() << refused;
    QTest::newRow("Basic") << QByteArray("token=" + access.value) << realm.basic(access.session.clientId) << refused;
    QTest::newRow("Basic and the body") << good << realm.basic(access.session.clientId)
                                        << says(400, u"invalid_request"_s,
                                                u"More than one client authentication method"_s);
    QTest::newRow("a parameter twice") << QByteArray(good + "&client_id=fleet-portal") << QByteArray()
                                       << says(400, u"invalid_request"_s, u"The parameter client_id is repeated"_s);
}

void TestKeycloakContract::answersARevocation()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, authorization);
    QFETCH(PracticeAnswer, answer);
    Fixture realm;
    const int before = realm.issuer.aliveCount();
    QCOMPARE(realm.post(Revoke, form, authorization), answer);
    QCOMPARE(realm.issuer.aliveCount(), answer.body.isEmpty() ? before - 1 : before);
}

void TestKeycloakContract::aRefusedClientIsSpelledByVersion()
{
    Fixture realm;
    realm.issuer.behaviour().refusedClientCode = "unauthorized_client";
    const PracticeAnswer answer = realm.post(Introspect, body(realm, tokenOf(realm, Use::Access)) + "x");
    QCOMPARE(std::pair(answer.status, errorOf(answer)), std::pair(401, u"unauthorized_client"_s));
    QCOMPARE(realm.issuer.failedAuthentications(), 1);
}

void TestKeycloakContract::aRefreshTokenTakesItsClientSessionAlong()
{
    Fixture realm;
    const PracticeToken refresh = tokenOf(realm, Use::Refresh);
    const QList<PracticeToken> before = realm.issuer.aliveTokens();
    QCOMPARE(realm.post(Revoke, body(realm, refresh)).status, 200);
    for (const PracticeToken &token : before)
        QCOMPARE(realm.issuer.isAlive(token.value), token.session.key != refresh.session.key);
}

void TestKeycloakContract::anAccessTokenGoesAlone()
{
    Fixture realm;
    const PracticeToken access = tokenOf(realm, Use::Access);
    const QList<PracticeToken> before = realm.issuer.aliveTokens();
    QCOMPARE(realm.post(Revoke, body(realm, access)).status, 200);
    for (const PracticeToken &token : before)
        QCOMPARE(realm.issuer.isAlive(token.value), token.value != access.value);
}

void TestKeycloakContract::anOlderVersionEndsTheUsersOtherSessionsToo()
{
    Fixture realm;
    realm.issuer.behaviour().endsWholeClient = true;
    const PracticeToken refresh = tokenOf(realm, Use::Refresh);
    QCOMPARE(realm.post(Revoke, body(realm, refresh)).status, 200);
    const QList<PracticeToken> left = realm.issuer.aliveTokens(refresh.session.person);
    QCOMPARE(left.size(), 2);
    for (const PracticeToken &token : left)
        QCOMPARE(token.session.clientId, u"driver-app"_s);
}

void TestKeycloakContract::aRevokedTokenIsNoLongerKnown()
{
    Fixture realm;
    const QByteArray form = body(realm, tokenOf(realm, Use::Access));
    QVERIFY(realm.post(Revoke, form).body.isEmpty());
    const PracticeAnswer again = realm.post(Revoke, form);
    QCOMPARE(std::pair(again.status, errorOf(again)), std::pair(200, u"invalid_token"_s));
}

void TestKeycloakContract::introspectionMayDependOnTheAudience_data()
{
    QTest::addColumn<bool>("audienceMatters");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("caller");
    QTest::addColumn<Use>("use");
    QTest::addColumn<QByteArray>("hint");
    QTest::addColumn<bool>("active");
    const QString portal = u"fleet-portal"_s;
    const QString driver = u"driver-app"_s;
    QTest::newRow("older: its own") << false << driver << driver << Use::Access << QByteArray() << true;
    QTest::newRow("older: another client's") << false << driver << portal << Use::Access << QByteArray() << true;
    QTest::newRow("older: refresh") << false << driver << driver << Use::Refresh << QByteArray() << true;
    QTest::newRow("in aud") << true << portal << portal << Use::Access << QByteArray() << true;
    QTest::newRow("its own, but not in aud") << true << driver << driver << Use::Access << QByteArray() << false;
    QTest::newRow("another client's") << true << portal << driver << Use::Access << QByteArray() << false;
    QTest::newRow("refresh with its hint")
        << true << driver << driver << Use::Refresh << QByteArray("refresh_token") << true;
    QTest::newRow("refresh without a hint") << true << driver << driver << Use::Refresh << QByteArray() << false;
    QTest::newRow("access with the wrong hint")
        << true << driver << driver << Use::Access << QByteArray("refresh_token") << false;
}

void TestKeycloakContract::introspectionMayDependOnTheAudience()
{
    QFETCH(bool, audienceMatters);
    QFETCH(QString, owner);
    QFETCH(QString, caller);
    QFETCH(Use, use);
    QFETCH(QByteArray, hint);
    QFETCH(bool, active);
    Fixture realm;
    realm.issuer.behaviour().audienceMatters = audienceMatters;
    const QList<PracticeToken> given = realm.issuer.signIn({u"a@example.com"_s, owner, {}, {}, 5});
    QByteArray form = body(realm, firstOf(given, use), caller);
    if (!hint.isEmpty())
        form += "&token_type_hint=" + hint;
    QCOMPARE(saysActive(realm.post(Introspect, form)), active);
}

void TestKeycloakContract::tokensSayWhatTheyAre()
{
    const Fixture realm;
    const QList<std::pair<Use, QString>> types{
        {Use::Access, u"Bearer"_s}, {Use::Refresh, u"Refresh"_s}, {Use::Id, u"ID"_s}};
    for (const auto &[use, type] : types) {
        const auto jwt = decodeJwt(tokenOf(realm, use).value);
        QVERIFY(jwt);
        QCOMPARE(jwt->text(u"typ"), type);
        QCOMPARE(jwt->text(u"iss"), u"http://127.0.0.1:4711/realms/catena"_s);
        QCOMPARE(jwt->clientId(), u"fleet-portal"_s);
    }
}

void TestKeycloakContract::isFoundBelowItsRealm()
{
    Fixture realm;
    const QJsonObject document =
        realm.issuer.answer(PracticeRequest::get("/realms/catena/.well-known/openid-configuration")).object();
    const QString issuer = u"http://127.0.0.1:4711/realms/catena"_s;
    QCOMPARE(document.value(u"issuer").toString(), issuer);
    QCOMPARE(document.value(u"revocation_endpoint").toString(), issuer + u"/protocol/openid-connect/revoke"_s);
    QCOMPARE(document.value(u"introspection_endpoint").toString(),
             issuer + u"/protocol/openid-connect/token/introspect"_s);
    QCOMPARE(realm.issuer.answer(PracticeRequest::get("/.well-known/openid-configuration")).status, 404);
}

QTEST_APPLESS_MAIN(TestKeycloakContract)
#include "tst_keycloakcontract.moc"
