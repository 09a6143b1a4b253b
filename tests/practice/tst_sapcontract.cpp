// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jwt.h"
#include "practicefixture.h"
#include "sapcontract.h"

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

using Use = PracticeToken::Use;
using Fixture = PracticeFixture<SapContract>;

static constexpr auto List = PracticeEndpoint::List;
static constexpr auto Revoke = PracticeEndpoint::Revoke;
static constexpr auto Introspect = PracticeEndpoint::Introspect;
static constexpr auto Token = PracticeEndpoint::Token;

class TestSapContract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatTheContractForbids_data();
    void refusesWhatTheContractForbids();
    void listsEveryActiveTokenOfThePerson();
    void listsSevenSessionsOfTheVictim();
    void listsByAnyTokenOfThePerson_data();
    void listsByAnyTokenOfThePerson();
    void answersADeadAnchor_data();
    void answersADeadAnchor();
    void endsTheClientSessionAndNoOther();
    void answersARevocation_data();
    void answersARevocation();
    void tellsAClientOfItsOwnTokensOnly();
    void takesAClientCredentialsToken();
    void takesAPublicClientWithoutAuthentication();
    void locksAClientAfterFiveFailures();
    void aSuccessForgetsEarlierFailures();
    void aLockedClientsBearerIsRefusedToo();
    void mayTakeBasicThatIsNotFormEncoded();
    void namesItsEndpoints();
};

//! The parts of a request, for rows that change one of them.
static PracticeRequest listing(Fixture &sap)
{
    const PracticeToken anchor = sap.issuer.aliveTokens(practiceVictim()).constFirst();
    return PracticeRequest::post(sap.issuer.path(List), "token=" + anchor.value, sap.basic(anchor.session.clientId));
}

void TestSapContract::refusesWhatTheContractForbids_data()
{
    QTest::addColumn<std::function<void(PracticeRequest &)>>("change");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, int status, const QString &error, auto change) {
        QTest::newRow(name) << std::function<void(PracticeRequest &)>(change) << status << error;
    };
    row("an unknown path", 404, u"not_found"_s, [](PracticeRequest &r) { r.path = "/oauth2/tokens"; });
    row("GET", 405, u"invalid_request"_s, [](PracticeRequest &r) { r.method = "GET"; });
    row("the token in the query", 400, u"invalid_request"_s, [](PracticeRequest &r) { r.query.swap(r.body); });
    row("a query beside the body", 400, u"invalid_request"_s, [](PracticeRequest &r) { r.query = "x=1"; });
    row("a JSON content type", 400, u"invalid_request"_s,
        [](PracticeRequest &r) { r.headers[0].second = "application/json"; });
    row("no content type", 400, u"invalid_request"_s, [](PracticeRequest &r) { r.headers.removeFirst(); });
    row("a charset in the content type is fine", 200, {},
        [](PracticeRequest &r) { r.headers[0].second += "; charset=UTF-8"; });
    row("no token", 400, u"invalid_request"_s, [](PracticeRequest &r) { r.body.clear(); });
    row("an empty token", 400, u"invalid_request"_s, [](PracticeRequest &r) { r.body = "token="; });
    row("the token twice", 400, u"invalid_request"_s, [](PracticeRequest &r) { r.body += "&" + r.body; });
    row("a broken escape", 400, u"invalid_request"_s, [](PracticeRequest &r) { r.body += "%4"; });
    row("no authentication", 401, u"invalid_client"_s, [](PracticeRequest &r) { r.headers.removeLast(); });
    row("a confidential client without its secret", 401, u"invalid_client"_s, [](PracticeRequest &r) {
        r.headers.removeLast();
        r.body += "&client_id=" + practiceClients(u"sap-ias"_s).constFirst().id.toUtf8();
    });
    row("credentials in the body", 401, u"invalid_client"_s, [](PracticeRequest &r) {
        r.headers.removeLast();
        r.body += "&client_id=" + practiceClients(u"sap-ias"_s).constFirst().id.toUtf8() + "&client_secret=x";
    });
    row("two authentications at once", 400, u"invalid_request"_s,
        [](PracticeRequest &r) { r.body += "&client_secret=x"; });
    row("two Authorization headers", 400, u"invalid_request"_s,
        [](PracticeRequest &r) { r.headers.append(r.headers.last()); });
    row("somebody else's client_id beside Basic", 400, u"invalid_request"_s,
        [](PracticeRequest &r) { r.body += "&client_id=another"; });
    row("a secret that was not form-encoded", 401, u"invalid_client"_s, [](PracticeRequest &r) {
        const PracticeClient travel = practiceClients(u"sap-ias"_s).constFirst();
        r.headers.last().second = "Basic " + (travel.id.toUtf8() + ':' + travel.secret).toBase64();
    });
    row("Basic that isn't base64", 401, u"invalid_client"_s,
        [](PracticeRequest &r) { r.headers.last().second = "Basic ###"; });
    row("an unknown client", 401, u"invalid_client"_s,
        [](PracticeRequest &r) { r.headers.last().second = practiceBasic("nobody", "x"); });
    row("Digest", 401, u"invalid_client"_s, [](PracticeRequest &r) { r.headers.last().second = "Digest x"; });
    row("a person's token as bearer", 401, u"invalid_token"_s,
        [](PracticeRequest &r) { r.headers.last().second = "Bearer " + r.body.sliced(6); });
}

void TestSapContract::refusesWhatTheContractForbids()
{
    QFETCH(std::function<void(PracticeRequest &)>, change);
    QFETCH(int, status);
    QFETCH(QString, error);
    Fixture sap;
    PracticeRequest request = listing(sap);
    change(request);
    const PracticeAnswer answer = sap.issuer.answer(request);
    QCOMPARE(std::pair(answer.status, errorOf(answer)), std::pair(status, error));
    if (status == 401)
        QVERIFY(!answer.header("WWW-Authenticate").isEmpty()); // RFC 6749 section 5.2
}

void TestSapContract::listsEveryActiveTokenOfThePerson()
{
    Fixture sap;
    const PracticeAnswer answer = sap.issuer.answer(listing(sap));
    QCOMPARE(answer.header("content-type"), "application/json");
    const QJsonArray elements = QJsonDocument::fromJson(answer.body).array();
    QStringList listed;
    for (const QJsonValue &element : elements)
        listed.append(element[u"value"].toString());
    QStringList alive;
    const QList<PracticeToken> tokens = sap.issuer.aliveTokens(practiceVictim());
    for (const PracticeToken &token : tokens)
        alive.append(QString::fromLatin1(token.value));
    QCOMPARE(listed, alive);
    QCOMPARE(elements.first().toObject().keys(),
             QStringList({u"client_agent"_s, u"client_auth_method"_s, u"client_id"_s, u"client_ip"_s, u"exp"_s,
                          u"grant_type"_s, u"iat"_s, u"iss"_s, u"jti"_s, u"scope"_s, u"sp_name"_s, u"sub"_s, u"uid"_s,
                          u"value"_s}));
    QCOMPARE(elements.first()[u"uid"].toString(), practiceVictim());
    QCOMPARE(elements.first()[u"iss"].toString(), u"http://127.0.0.1:4711"_s);
}

void TestSapContract::listsSevenSessionsOfTheVictim()
{
    Fixture sap;
    QSet<QString> groups;
    QSet<QString> applications;
    int fromCurl = 0;
    const QJsonArray elements = QJsonDocument::fromJson(sap.issuer.answer(listing(sap)).body).array();
    for (const QJsonValue &element : elements) {
        const auto jwt = decodeJwt(element[u"value"].toString().toLatin1());
        const QString sid = jwt ? jwt->text(u"sid") : QString();
        const QString device = element[u"client_ip"].toString() + element[u"client_agent"].toString();
        groups.insert(element[u"client_id"].toString() + (sid.isEmpty() ? device : sid));
        applications.insert(element[u"sp_name"].toString());
        if (element[u"client_agent"].toString() == u"curl/8.5.0" && element[u"client_ip"].toString() == u"203.0.113.9")
            ++fromCurl;
    }
    QCOMPARE(elements.size(), 18);
    QCOMPARE(groups.size(), 7);
    QCOMPARE(applications.size(), 3);
    QCOMPARE(fromCurl, 3);
}

void TestSapContract::listsByAnyTokenOfThePerson_data()
{
    QTest::addColumn<Use>("use");
    QTest::newRow("access") << Use::Access;
    QTest::newRow("refresh") << Use::Refresh;
    QTest::newRow("ID") << Use::Id;
}

void TestSapContract::listsByAnyTokenOfThePerson()
{
    QFETCH(Use, use);
    Fixture sap;
    PracticeToken anchor;
    for (const PracticeToken &token : sap.issuer.tokens().all()) {
        if (token.use == use && token.session.person == practiceVictim())
            anchor = token;
    }
    const PracticeAnswer answer =
        sap.post(List, "token=" + anchor.value, sap.basic(sap.issuer.clients().at(1).id)); // any client may ask
    QCOMPARE(QJsonDocument::fromJson(answer.body).array().size(), 18);
}

void TestSapContract::answersADeadAnchor_data()
{
    QTest::addColumn<DeadAnchor>("manner");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray invalid = R"({"error":"invalid_token","error_description":"The token is invalid or expired"})";
    QTest::newRow("401") << DeadAnchor::Unauthorized << 401 << invalid;
    QTest::newRow("400") << DeadAnchor::BadRequest << 400 << invalid;
    QTest::newRow("an empty list") << DeadAnchor::EmptyList << 200 << QByteArray("[]");
}

void TestSapContract::answersADeadAnchor()
{
    QFETCH(DeadAnchor, manner);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Fixture sap;
    sap.issuer.behaviour().deadAnchor = manner;
    const PracticeRequest request = listing(sap);
    sap.issuer.end(request.body.sliced(6));
    const PracticeAnswer revoked = sap.issuer.answer(request);
    QCOMPARE(std::pair(revoked.status, revoked.body), std::pair(status, body));

    const PracticeAnswer unknown = sap.post(List, "token=never-given-out", sap.basic(sap.issuer.clients().first().id));
    QCOMPARE(std::pair(unknown.status, unknown.body), std::pair(status, body));

    const PracticeRequest other = listing(sap);
    sap.pass(13h); // beyond a refresh token's life
    QCOMPARE(sap.issuer.answer(other).status, status);
}

void TestSapContract::endsTheClientSessionAndNoOther()
{
    Fixture sap;
    const QList<PracticeToken> before = sap.issuer.aliveTokens(practiceVictim());
    const PracticeToken &token = before.first(); // Travel in Chrome; HR hangs on the same sid
    QCOMPARE(sap.post(Revoke, "token=" + token.value, sap.basic(token.session.clientId)), PracticeAnswer::empty());
    for (const PracticeToken &other : before)
        QCOMPARE(sap.issuer.isAlive(other.value), other.session.key != token.session.key);
    QCOMPARE(sap.issuer.aliveCount(practiceVictim()), 15);
}

void TestSapContract::answersARevocation_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    Fixture sap;
    const QList<PracticeToken> tokens = sap.issuer.aliveTokens(practiceVictim());
    const PracticeToken &own = tokens.first();
    const PracticeToken foreign = *std::find_if(tokens.cbegin(), tokens.cend(), [&](const PracticeToken &token) {
        return token.session.clientId != own.session.clientId;
    });
    const PracticeToken id = firstOf(sap.issuer.tokens().all(), Use::Id);
    QTest::newRow("an own token") << QByteArray("token=" + own.value) << 200 << QString();
    QTest::newRow("with a hint") << QByteArray("token=" + own.value + "&token_type_hint=access_token") << 200
                                 << QString();
    QTest::newRow("with a wrong hint") << QByteArray("token=" + own.value + "&token_type_hint=cookie") << 200
                                       << QString();
    QTest::newRow("with its own client_id")
        << QByteArray("token=" + own.value + "&client_id=" + own.session.clientId.toUtf8()) << 200 << QString();
    QTest::newRow("an unknown token is what was wanted") << QByteArray("token=unheard-of") << 200 << QString();
    QTest::newRow("another client's token") << QByteArray("token=" + foreign.value) << 400 << u"invalid_grant"_s;
    QTest::newRow("an ID token") << QByteArray("token=" + id.value) << 400 << u"unsupported_token_type"_s;
    QTest::newRow("no token") << QByteArray("token_type_hint=access_token") << 400 << u"invalid_request"_s;
}

void TestSapContract::answersARevocation()
{
    QFETCH(QByteArray, form);
    QFETCH(int, status);
    QFETCH(QString, error);
    Fixture sap; // the same seed and time, so the same tokens
    const PracticeAnswer answer = sap.post(Revoke, form, sap.basic(sap.issuer.clients().first().id));
    QCOMPARE(std::pair(answer.status, errorOf(answer)), std::pair(status, error));
    if (status != 200)
        QCOMPARE(sap.issuer.aliveCount(practiceVictim()), 18);
    if (status == 200)
        QVERIFY(answer.body.isEmpty());
}

void TestSapContract::tellsAClientOfItsOwnTokensOnly()
{
    Fixture sap;
    const PracticeToken token = sap.issuer.aliveTokens(practiceVictim()).constFirst();
    const PracticeAnswer own = sap.post(Introspect, "token=" + token.value, sap.basic(token.session.clientId));
    QVERIFY(saysActive(own));
    QCOMPARE(own.object().value(u"client_id").toString(), token.session.clientId);
    QCOMPARE(own.object().value(u"exp").toInteger(), token.expiresAt.toSecsSinceEpoch());

    const QByteArray inactive = R"({"active":false})";
    QCOMPARE(sap.post(Introspect, "token=" + token.value, sap.basic(sap.issuer.clients().at(1).id)).body, inactive);
    QCOMPARE(sap.post(Introspect, "token=unheard-of", sap.basic(token.session.clientId)).body, inactive);
    sap.issuer.end(token.value);
    QCOMPARE(sap.post(Introspect, "token=" + token.value, sap.basic(token.session.clientId)).body, inactive);
}

void TestSapContract::takesAClientCredentialsToken()
{
    Fixture sap;
    const QString travel = sap.issuer.clients().first().id;
    QCOMPARE(errorOf(sap.post(Token, "grant_type=password", sap.basic(travel))), u"unsupported_grant_type"_s);
    QCOMPARE(errorOf(sap.post(Token, "scope=x", sap.basic(travel))), u"invalid_request"_s);
    const QJsonObject grant = sap.post(Token, "grant_type=client_credentials", sap.basic(travel)).object();
    QCOMPARE(grant.value(u"token_type").toString(), u"Bearer"_s);
    const QByteArray bearer = "Bearer " + grant.value(u"access_token").toString().toLatin1();

    const PracticeToken token = sap.issuer.aliveTokens(practiceVictim()).constFirst();
    QVERIFY(saysActive(sap.post(Introspect, "token=" + token.value, bearer)));
    QCOMPARE(sap.post(Revoke, "token=" + token.value, bearer).status, 200);
    QVERIFY(!sap.issuer.isAlive(token.value));
    sap.pass(1h);
    const PracticeAnswer expired = sap.post(Introspect, "token=" + token.value, bearer);
    QCOMPARE(std::pair(expired.status, errorOf(expired)), std::pair(401, u"invalid_token"_s));
    QCOMPARE(expired.header("WWW-Authenticate"), "Bearer error=\"invalid_token\"");
}

void TestSapContract::takesAPublicClientWithoutAuthentication()
{
    Fixture sap;
    const QString notes = sap.issuer.clients().at(3).id;
    QVERIFY(sap.issuer.clients().at(3).isPublic());
    const QList<QByteArray> tokens = sap.issuer.addSessions(u"a@example.com"_s, notes, 1);
    const QByteArray form = "token=" + tokens.first() + "&client_id=" + notes.toUtf8();
    QVERIFY(saysActive(sap.post(Introspect, form)));
    QCOMPARE(sap.post(List, form).status, 200);
    QCOMPARE(sap.post(Revoke, form).status, 200);
    QCOMPARE(sap.issuer.aliveCount(u"a@example.com"_s), 0);
}

void TestSapContract::locksAClientAfterFiveFailures()
{
    Fixture sap;
    const PracticeToken token = sap.issuer.aliveTokens(practiceVictim()).constFirst();
    const QString client = token.session.clientId;
    const QByteArray form = "token=" + token.value;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!sap.issuer.isLocked(client));
        QCOMPARE(sap.post(Revoke, form, practiceBasic(client.toUtf8(), "guess")).status, 401);
    }
    QVERIFY(sap.issuer.isLocked(client));
    QCOMPARE(sap.post(Revoke, form, sap.basic(client)).status, 401); // the right secret no longer helps anybody
    QCOMPARE(sap.issuer.failedAuthentications(), 6);
    QVERIFY(sap.issuer.isAlive(token.value));
    QCOMPARE(sap.post(Introspect, form, sap.basic(sap.issuer.clients().at(1).id)).status,
             200); // another client is free
    sap.pass(60min);
    QCOMPARE(sap.post(Introspect, form, sap.basic(client)).status, 200);
}

void TestSapContract::aSuccessForgetsEarlierFailures()
{
    Fixture sap;
    const QString client = sap.issuer.clients().first().id;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i)
            QCOMPARE(sap.post(Introspect, "token=x", practiceBasic(client.toUtf8(), "guess")).status, 401);
        QCOMPARE(sap.post(Introspect, "token=x", sap.basic(client)).status, 200);
    }
}

void TestSapContract::aLockedClientsBearerIsRefusedToo()
{
    Fixture sap;
    const QString client = sap.issuer.clients().first().id;
    const QJsonObject grant = sap.post(Token, "grant_type=client_credentials", sap.basic(client)).object();
    sap.issuer.lock(client);
    const PracticeAnswer answer =
        sap.post(Introspect, "token=x", "Bearer " + grant.value(u"access_token").toString().toLatin1());
    QCOMPARE(std::pair(answer.status, errorOf(answer)), std::pair(401, u"invalid_client"_s));
}

void TestSapContract::mayTakeBasicThatIsNotFormEncoded()
{
    Fixture sap;
    sap.issuer.behaviour().rawBasic = true;
    const PracticeClient travel = sap.issuer.clients().first();
    const QByteArray raw = "Basic " + (travel.id.toUtf8() + ':' + travel.secret).toBase64();
    QCOMPARE(sap.post(Introspect, "token=x", raw).status, 200);
    QCOMPARE(sap.post(Introspect, "token=x", sap.basic(travel.id)).status, 401);
}

void TestSapContract::namesItsEndpoints()
{
    Fixture sap;
    const QJsonObject document =
        sap.issuer.answer(PracticeRequest::get("/.well-known/openid-configuration", "client_id=abc")).object();
    QCOMPARE(document.value(u"issuer").toString(), u"http://127.0.0.1:4711"_s);
    QCOMPARE(document.value(u"revocation_endpoint").toString(), u"http://127.0.0.1:4711/oauth2/revoke"_s);
    QCOMPARE(document.value(u"introspection_endpoint").toString(), u"http://127.0.0.1:4711/oauth2/introspect"_s);
    QCOMPARE(document.value(u"token_endpoint").toString(), u"http://127.0.0.1:4711/oauth2/token"_s);
    QVERIFY(document.value(u"token_endpoint_auth_methods_supported").toArray().contains(u"client_secret_basic"_s));
}

QTEST_APPLESS_MAIN(TestSapContract)
#include "tst_sapcontract.moc"
