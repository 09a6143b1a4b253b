// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth2contract.h"
#include "practicefixture.h"

using namespace Qt::StringLiterals;
using namespace curfew;

using Use = PracticeToken::Use;
using Fixture = PracticeFixture<OAuth2Contract>;

static constexpr auto Revoke = PracticeEndpoint::Revoke;
static constexpr auto Introspect = PracticeEndpoint::Introspect;

class TestOAuth2Contract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersARevocation_data();
    void answersARevocation();
    void mayNotKnowTheHint();
    void mayNotRevokeOneKind();
    void introspectionNeedsAnAuthenticatedClient_data();
    void introspectionNeedsAnAuthenticatedClient();
    void isFoundByDiscovery_data();
    void isFoundByDiscovery();
    void discoveryMayBeTamperedWith();
};

void TestOAuth2Contract::answersARevocation_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("ended");
    const Fixture id;
    const QList<PracticeToken> all = id.issuer.tokens().all();
    const QByteArray access = "token=" + firstOf(all, Use::Access).value; // of reader, the first visit
    const QByteArray refresh = "token=" + firstOf(all, Use::Refresh).value;
    const QByteArray basic = id.basic(u"reader"_s);
    const auto row = [](const char *name, const QByteArray &form, const QByteArray &authorization, int status,
                        const QString &error,
                        int ended) { QTest::newRow(name) << form << authorization << status << error << ended; };
    row("an access token goes alone", access, basic, 200, {}, 1);
    row("a refresh token takes its grant along", refresh, basic, 200, {}, 2);
    row("credentials in the body", access + "&client_id=reader&client_secret=open+sesame%3A+100%25", {}, 200, {}, 1);
    row("an unknown token", "token=x", basic, 200, {}, 0);
    row("another client's token", access, id.basic(u"notebook"_s), 400, u"invalid_grant"_s, 0);
    row("an ID token", "token=" + firstOf(all, Use::Id).value, basic, 400, u"unsupported_token_type"_s, 0);
    row("another client's token by a public client", access + "&client_id=desk-widget", {}, 400, u"invalid_grant"_s, 0);
    row("a confidential client without its secret", access + "&client_id=reader", {}, 401, u"invalid_client"_s, 0);
    row("a secret without an id", access + "&client_secret=x", {}, 400, u"invalid_request"_s, 0);
    row("two authentications", access + "&client_id=reader&client_secret=x", basic, 400, u"invalid_request"_s, 0);
    row("no token", "token_type_hint=access_token", basic, 400, u"invalid_request"_s, 0);
}

void TestOAuth2Contract::answersARevocation()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QString, error);
    QFETCH(int, ended);
    Fixture id;
    const int before = id.issuer.aliveCount();
    const PracticeAnswer answer = id.post(Revoke, form, authorization);
    QCOMPARE(std::pair(answer.status, errorOf(answer)), std::pair(status, error));
    QCOMPARE(before - id.issuer.aliveCount(), ended);
}

void TestOAuth2Contract::mayNotKnowTheHint()
{
    Fixture id;
    id.issuer.behaviour().refusesHint = true;
    const QByteArray form = "token=" + firstOf(id.issuer.aliveTokens(), Use::Access).value;
    const PracticeAnswer hinted = id.post(Revoke, form + "&token_type_hint=access_token", id.basic(u"reader"_s));
    QCOMPARE(std::pair(hinted.status, errorOf(hinted)), std::pair(400, u"invalid_request"_s));
    QCOMPARE(id.post(Revoke, form, id.basic(u"reader"_s)).status, 200);
}

void TestOAuth2Contract::mayNotRevokeOneKind()
{
    Fixture id;
    id.issuer.behaviour().unsupported = {Use::Access};
    const PracticeAnswer answer =
        id.post(Revoke, "token=" + firstOf(id.issuer.aliveTokens(), Use::Access).value, id.basic(u"reader"_s));
    QCOMPARE(std::pair(answer.status, errorOf(answer)), std::pair(400, u"unsupported_token_type"_s));
}

void TestOAuth2Contract::introspectionNeedsAnAuthenticatedClient_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("active");
    const Fixture id;
    QTest::newRow("Basic") << QByteArray() << id.basic(u"reader"_s) << 200 << true;
    QTest::newRow("body") << QByteArray("&client_id=reader&client_secret=open+sesame%3A+100%25") << QByteArray() << 200
                          << true;
    QTest::newRow("another client") << QByteArray() << id.basic(u"notebook"_s) << 200 << false;
    QTest::newRow("nobody") << QByteArray() << QByteArray() << 401 << false;
    QTest::newRow("a public client") << QByteArray("&client_id=desk-widget") << QByteArray() << 401 << false;
    QTest::newRow("a wrong secret") << QByteArray() << practiceBasic("reader", "x") << 401 << false;
}

void TestOAuth2Contract::introspectionNeedsAnAuthenticatedClient()
{
    QFETCH(QByteArray, parameters);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(bool, active);
    Fixture id;
    const QByteArray token = firstOf(id.issuer.aliveTokens(), Use::Access).value;
    const PracticeAnswer answer = id.post(Introspect, "token=" + token + parameters, authorization);
    QCOMPARE(std::pair(answer.status, saysActive(answer)), std::pair(status, active));
}

void TestOAuth2Contract::isFoundByDiscovery_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("OpenID Connect") << QByteArray("/.well-known/openid-configuration");
    QTest::newRow("RFC 8414") << QByteArray("/.well-known/oauth-authorization-server");
}

void TestOAuth2Contract::isFoundByDiscovery()
{
    QFETCH(QByteArray, path);
    Fixture id;
    const QJsonObject document = id.issuer.answer(PracticeRequest::get(path)).object();
    QCOMPARE(document.value(u"issuer").toString(), u"http://127.0.0.1:4711"_s);
    QCOMPARE(document.value(u"revocation_endpoint").toString(), u"http://127.0.0.1:4711/oauth/revoke"_s);
    QCOMPARE(document.value(u"revocation_endpoint_auth_methods_supported").toArray(),
             QJsonArray({u"client_secret_basic"_s, u"client_secret_post"_s, u"none"_s}));
    QCOMPARE(id.issuer.answer(PracticeRequest::post(path, {})).status, 405);
}

void TestOAuth2Contract::discoveryMayBeTamperedWith()
{
    Fixture id;
    id.issuer.behaviour().metadata = {{u"revocation_endpoint"_s, u"http://127.0.0.1:9/steal"_s},
                                      {u"introspection_endpoint"_s, QJsonValue::Null}};
    const QJsonObject document = id.issuer.answer(PracticeRequest::get("/.well-known/openid-configuration")).object();
    QCOMPARE(document.value(u"revocation_endpoint").toString(), u"http://127.0.0.1:9/steal"_s);
    QVERIFY(!document.contains(u"introspection_endpoint"));
}

QTEST_APPLESS_MAIN(TestOAuth2Contract)
#include "tst_oauth2contract.moc"
