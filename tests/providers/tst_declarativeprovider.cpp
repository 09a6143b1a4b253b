// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangebench.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

using test::await;
using test::ExchangeBench;
using test::token;

static constexpr const char *theToken = "0ab12345978c51ff+/=&";
static constexpr const char *encodedToken = "0ab12345978c51ff%2B%2F%3D%26";

static QByteArray basic(const QByteArray &pair)
{
    return "Basic " + pair.toBase64();
}

// The pairs of a form body, in order of their names: the order on the wire means nothing.
static QByteArrayList fields(const QByteArray &body)
{
    QByteArrayList pairs = body.split('&');
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

static QByteArray metadata(const FaultServer &server, const QString &path, QJsonObject more = {})
{
    more.insert(u"issuer"_s, server.url(path).toString());
    more.insert(u"token_endpoint"_s, server.url(u"/t"_s).toString());
    if (!more.contains(u"revocation_endpoint"_s))
        more.insert(u"revocation_endpoint"_s, server.url(u"/r"_s).toString());
    if (!more.contains(u"introspection_endpoint"_s))
        more.insert(u"introspection_endpoint"_s, server.url(u"/i"_s).toString());
    return QJsonDocument(more).toJson();
}

class TestDeclarativeProvider : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void revokeOnTheWire_data();
    void revokeOnTheWire();

    void lists();
    void listsWithADeadAnchor_data();
    void listsWithADeadAnchor();
    void looks_data();
    void looks();
    void whatAProviderCantDo();

    void kajabi_data();
    void kajabi();
    void kajabiWithoutAnAccessToken();

    void discovers();
    void discoversWhereRfc8414Says();
    void discoveryThatFails_data();
    void discoveryThatFails();
    void sendsNothingToAForeignOrigin();
    void methodFromMetadata_data();
    void methodFromMetadata();

    void authenticates_data();
    void authenticates();
    void aPublicClientTripsNoBreaker();
};

void TestDeclarativeProvider::revokeOnTheWire_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<AuthMethod>("method");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArrayList>("form");
    const QByteArray tokenField = QByteArray("token=") + encodedToken;
    const QByteArray encoded = basic("cli%3Aent:s%2B+%25");
    const QString none;
    const auto row = [](const char *name, const QString &provider, AuthMethod method, const QString &base,
                        const QString &hint, const QByteArray &target, const QByteArray &authorization,
                        QByteArrayList form) {
        std::sort(form.begin(), form.end());
        QTest::newRow(name) << provider << method << base << hint << target << authorization << form;
    };
    const QString sap = u"sap-ias"_s;
    row("sap-ias, Basic", sap, AuthMethod::ClientSecretBasic, u"/"_s, none, "/oauth2/revoke", encoded, {tokenField});
    row("sap-ias, with a hint", sap, AuthMethod::ClientSecretBasic, u""_s, u"refresh_token"_s, "/oauth2/revoke",
        encoded, {tokenField, "token_type_hint=refresh_token"});
    row("sap-ias, public client", sap, AuthMethod::None, u""_s, none, "/oauth2/revoke", {},
        {tokenField, "client_id=cli%3Aent"});
    const QString realm = u"/realms/catena"_s;
    const QByteArray kcTarget = "/realms/catena/protocol/openid-connect/revoke";
    row("keycloak, in the body", u"keycloak"_s, AuthMethod::ClientSecretPost, realm, none, kcTarget, {},
        {tokenField, "client_id=cli%3Aent", "client_secret=s%2B+%25"});
    row("keycloak, a trailing slash doesn't matter", u"keycloak"_s, AuthMethod::ClientSecretPost, realm + u'/', none,
        kcTarget, {}, {tokenField, "client_id=cli%3Aent", "client_secret=s%2B+%25"});
    row("keycloak, Basic", u"keycloak"_s, AuthMethod::ClientSecretBasic, realm, none, kcTarget, encoded, {tokenField});
    const QByteArray seTarget = "/api/id/v1/auth/token/revoke";
    row("screening-eagle, Basic", u"screening-eagle"_s, AuthMethod::ClientSecretBasic, u""_s, u"access_token"_s,
        seTarget, encoded, {tokenField, "token_type_hint=access_token"});
    row("screening-eagle, in the body", u"screening-eagle"_s, AuthMethod::ClientSecretPost, u""_s, none, seTarget, {},
        {tokenField, "client_id=cli%3Aent", "client_secret=s%2B+%25"});
}

void TestDeclarativeProvider::revokeOnTheWire()
{
    QFETCH(QString, provider);
    QFETCH(AuthMethod, method);
    QFETCH(QString, base);
    QFETCH(QString, hint);
    ExchangeBench bench(test::shippedProvider(provider), method, base);
    bench.server.answerWith(FaultReply::http(200, {}));
    const auto credential = bench.credential(method, "cli:ent", "s+ %");
    const RevokeReply reply = await(bench.provider->revoke({token(theToken), hint, {}}, credential));
    QCOMPARE(reply.reply, Reply::Success);
    QCOMPARE(reply.attempts, 1);
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(bench.last().verb, QByteArray("POST"));
    QTEST(bench.last().target, "target");
    QCOMPARE(bench.last().header("Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(bench.last().header("Accept"), QByteArray("application/json"));
    QTEST(bench.last().header("Authorization"), "authorization");
    QTEST(fields(bench.last().body), "form");
}

void TestDeclarativeProvider::lists()
{
    ExchangeBench bench(test::shippedProvider(u"sap-ias"_s));
    bench.server.answerWith(FaultReply::http(200, test::fixture(u"sap-ias.listSessions.grouped.in.json"_s)));
    const auto listing =
        await(bench.provider->listSessions(token(theToken), bench.credential(AuthMethod::ClientSecretBasic)));
    QVERIFY(listing);
    QCOMPARE(listing->sessions.size(), 4);
    QCOMPARE(listing->user(), u"dona.moore"_s);
    QVERIFY(listing->takenAt.isValid());
    QCOMPARE(bench.last().target, QByteArray("/oauth2/token/list"));
    QCOMPARE(bench.last().header("Authorization"), basic("client:secret"));
    QCOMPARE(bench.last().body, QByteArray("token=") + encodedToken);

    // More than anything but a listing may be.
    QByteArray large = "[";
    for (int i = 0; i < 2000; ++i)
        large += R"({"value":"token number )" + QByteArray::number(i) + R"(","uid":"dona"},)";
    large.back() = ']';
    QVERIFY(large.size() > 64 * 1024);
    bench.server.answerWith(FaultReply::http(200, large));
    QCOMPARE(await(bench.provider->listSessions(token(theToken), nullptr))->tokenCount(), 2000);
    bench.server.answerWith(FaultReply::http(200, QByteArray(65 * 1024, ' ')));
    QCOMPARE(await(bench.provider->look({token(theToken), {}, {}}, nullptr)).error->kind, ErrorKind::TooLarge);
}

void TestDeclarativeProvider::listsWithADeadAnchor_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("error");
    QTest::newRow("400 invalid_token") << 400 << QByteArray(R"({"error":"invalid_token"})") << ErrorKind::TokenNotKnown;
    QTest::newRow("401 invalid_token") << 401 << QByteArray(R"({"error":"invalid_token"})") << ErrorKind::TokenNotKnown;
    QTest::newRow("401 invalid_grant") << 401 << QByteArray(R"({"error":"invalid_grant"})") << ErrorKind::TokenNotKnown;
    QTest::newRow("401 invalid_client") << 401 << QByteArray(R"({"error":"invalid_client"})")
                                        << ErrorKind::ClientRefused;
    QTest::newRow("an object") << 200 << QByteArray(R"({"sessions":[]})") << ErrorKind::BadResponse;
}

void TestDeclarativeProvider::listsWithADeadAnchor()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ExchangeBench bench(test::shippedProvider(u"sap-ias"_s));
    bench.server.answerWith(FaultReply::http(status, body));
    const auto listing =
        await(bench.provider->listSessions(token(theToken), bench.credential(AuthMethod::ClientSecretBasic)));
    QVERIFY(!listing);
    QTEST(listing.error().kind, "error");
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestDeclarativeProvider::looks_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArrayList>("form");
    const auto row = [](const char *name, const QString &provider, const QByteArray &text, const QString &hint,
                        const QByteArray &target, QByteArrayList form) {
        form.prepend("token=" + text);
        std::sort(form.begin(), form.end());
        QTest::newRow(name) << provider << text << hint << target << form;
    };
    const QByteArray kc = "/protocol/openid-connect/token/introspect";
    const QByteArrayList client{"client_id=client", "client_secret=secret"};
    const QByteArray refresh = "token_type_hint=refresh_token";
    row("sap-ias", u"sap-ias"_s, "abc", {}, "/oauth2/introspect", {});
    row("keycloak, an opaque token", u"keycloak"_s, "abc", {}, kc, client);
    row("keycloak, an access token", u"keycloak"_s, test::jwt({{u"typ"_s, u"Bearer"_s}}), {}, kc, client);
    row("keycloak, a refresh token", u"keycloak"_s, test::jwt({{u"typ"_s, u"Refresh"_s}}), {}, kc,
        client + QByteArrayList{refresh});
    row("keycloak, an offline token", u"keycloak"_s, test::jwt({{u"typ"_s, u"Offline"_s}}), {}, kc,
        client + QByteArrayList{refresh});
    row("keycloak, the caller's hint leads", u"keycloak"_s, test::jwt({{u"typ"_s, u"Refresh"_s}}), u"access_token"_s,
        kc, client + QByteArrayList{"token_type_hint=access_token"});
}

void TestDeclarativeProvider::looks()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, text);
    QFETCH(QString, hint);
    const ProviderDescriptor descriptor = test::shippedProvider(provider);
    ExchangeBench bench(descriptor);
    bench.server.answerWith(FaultReply::http(200, R"({"active":true,"username":"dona"})"));
    const Look look = await(bench.provider->look({token(text), hint, {}}, bench.credential(descriptor.defaultMethod)));
    QCOMPARE(look.sight, Sight::Alive);
    QCOMPARE(look.user, u"dona"_s);
    QTEST(bench.last().target, "target");
    QTEST(fields(bench.last().body), "form");
}

void TestDeclarativeProvider::whatAProviderCantDo()
{
    ExchangeBench bench(test::shippedProvider(u"screening-eagle"_s));
    const auto credential = bench.credential(AuthMethod::ClientSecretBasic);
    QVERIFY(!bench.provider->canIntrospect());
    QVERIFY(!bench.provider->canList());
    const Look look = await(bench.provider->look({token("abc"), {}, {}}, credential));
    QCOMPARE(look.sight, Sight::Unseen);
    QCOMPARE(look.error->kind, ErrorKind::Unsupported);
    QCOMPARE(await(bench.provider->listSessions(token("abc"), credential)).error().kind, ErrorKind::Unsupported);
    QCOMPARE(await(bench.provider->discover()).error().kind, ErrorKind::Unsupported);
    QCOMPARE(await(bench.provider->authenticate(credential)).error().kind, ErrorKind::Unsupported);
    QVERIFY(bench.server.requests().isEmpty());
}

void TestDeclarativeProvider::kajabi_data()
{
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QByteArray>("pair");
    QTest::addColumn<QByteArray>("bearer");
    QTest::newRow("the token itself") << u""_s << QByteArray() << QByteArray("the-token");
    QTest::newRow("an access token itself") << u"access_token"_s << QByteArray() << QByteArray("the-token");
    QTest::newRow("its pair") << u""_s << QByteArray("the-pair") << QByteArray("the-pair");
    QTest::newRow("a refresh token's pair") << u"refresh_token"_s << QByteArray("the-pair") << QByteArray("the-pair");
}

void TestDeclarativeProvider::kajabi()
{
    QFETCH(QString, hint);
    QFETCH(QByteArray, pair);
    QFETCH(QByteArray, bearer);
    ExchangeBench bench(test::shippedProvider(u"kajabi"_s));
    bench.server.enqueue(FaultReply::http(200, {}));
    bench.server.answerWith(FaultReply::http(401, R"({"errors":[{"title":"Unauthorized"}]})"));
    const RevokeTarget target{token("the-token"), hint, pair.isEmpty() ? Token() : token(pair)};
    QCOMPARE(await(bench.provider->revoke(target, nullptr)).reply, Reply::Success);
    QCOMPARE(bench.last().target, QByteArray("/v1/oauth/revoke"));
    QCOMPARE(bench.last().header("Authorization"), "Bearer " + bearer);
    QCOMPARE(bench.last().body, QByteArray("token=the-token"));

    // The breaker must not hear of it, even with a credential at hand.
    const RevokeReply refused = await(bench.provider->revoke(target, bench.credential(AuthMethod::Bearer)));
    QCOMPARE(refused.reply, Reply::Refused);
    QCOMPARE(refused.error->kind, ErrorKind::Refused);
    QCOMPARE(refused.message, u"no longer accepted as bearer (Unauthorized)"_s);
    QCOMPARE(refused.attempts, 1);
    bench.server.answerWith(FaultReply::http(401, R"({"error":"invalid_client"})"));
    const RevokeReply named = await(bench.provider->revoke(target, bench.credential(AuthMethod::Bearer)));
    QCOMPARE(named.reply, Reply::Refused);
    QCOMPARE(named.message, u"no longer accepted as bearer (invalid_client)"_s);
    QCOMPARE(await(bench.provider->revoke(target, bench.credential(AuthMethod::Bearer))).httpStatus, 401);
}

void TestDeclarativeProvider::kajabiWithoutAnAccessToken()
{
    ExchangeBench bench(test::shippedProvider(u"kajabi"_s));
    const RevokeTarget target{token("the-token"), u"refresh_token"_s, {}};
    const RevokeReply alone = await(bench.provider->revoke(target, nullptr));
    QCOMPARE(alone.reply, Reply::NotSent);
    QCOMPARE(alone.error->kind, ErrorKind::NoCredential);
    QVERIFY(bench.server.requests().isEmpty());

    bench.server.enqueue(FaultReply::http(200, R"({"access_token":"granted","token_type":"Bearer","expires_in":600})"));
    bench.server.answerWith(FaultReply::http(200, {}));
    const RevokeReply reply = await(bench.provider->revoke(target, bench.credential(AuthMethod::Bearer)));
    QCOMPARE(reply.reply, Reply::Success);
    QCOMPARE(reply.attempts, 1); // the grant isn't one of them
    const auto requests = bench.server.requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests.at(0).target, QByteArray("/v1/oauth/token"));
    QCOMPARE(fields(requests.at(0).body),
             (QByteArrayList{"client_id=client", "client_secret=secret", "grant_type=client_credentials"}));
    QVERIFY(requests.at(0).header("Authorization").isEmpty());
    QCOMPARE(requests.at(1).header("Authorization"), QByteArray("Bearer granted"));
    QCOMPARE(requests.at(1).body, QByteArray("token=the-token"));
}

void TestDeclarativeProvider::discovers()
{
    ExchangeBench bench(test::shippedProvider(u"oauth2"_s), AuthMethod::ClientSecretBasic, u"/tenant"_s);
    QVERIFY(bench.provider->endpoint(u"revokeToken"_s).isEmpty());
    bench.server.answerWith(FaultReply::http(200, metadata(bench.server, u"/tenant"_s)));
    QVERIFY(await(bench.provider->discover()));
    QCOMPARE(bench.last().verb, QByteArray("GET"));
    QCOMPARE(bench.last().target, QByteArray("/tenant/.well-known/openid-configuration"));
    QVERIFY(bench.last().header("Authorization").isEmpty());
    QCOMPARE(bench.provider->endpoint(u"revokeToken"_s), bench.server.url(u"/r"_s));
    QVERIFY(bench.provider->canIntrospect());

    bench.server.answerWith(FaultReply::http(200, {}));
    const auto credential = bench.credential(AuthMethod::ClientSecretBasic);
    QCOMPARE(await(bench.provider->revoke({token("abc"), {}, {}}, credential)).reply, Reply::Success);
    QCOMPARE(bench.last().target, QByteArray("/r"));
}

void TestDeclarativeProvider::discoversWhereRfc8414Says()
{
    ExchangeBench bench(test::shippedProvider(u"oauth2"_s), AuthMethod::ClientSecretBasic, u"/tenant"_s);
    bench.server.enqueue(FaultReply::http(404, "<html>", "text/html"));
    bench.server.answerWith(FaultReply::http(200, metadata(bench.server, u"/tenant"_s)));
    QVERIFY(await(bench.provider->discover()));
    QCOMPARE(bench.last().target, QByteArray("/.well-known/oauth-authorization-server/tenant"));
}

void TestDeclarativeProvider::discoveryThatFails_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<qsizetype>("requests");
    QTest::newRow("nothing there") << 404 << QByteArray() << ErrorKind::Refused << qsizetype(2);
    QTest::newRow("a log-in page") << 200 << QByteArray("<html>") << ErrorKind::NotTheService << qsizetype(2);
    QTest::newRow("nobody's credential was refused") << 401 << QByteArray() << ErrorKind::Refused << qsizetype(2);
    QTest::newRow("broken") << 500 << QByteArray() << ErrorKind::ServerError << qsizetype(4);
    QTest::newRow("no object") << 200 << QByteArray("[]") << ErrorKind::BadResponse << qsizetype(1);
    QTest::newRow("another issuer") << 200 << QByteArray(R"({"issuer":"https://evil.example"})")
                                    << ErrorKind::BadResponse << qsizetype(1);
}

void TestDeclarativeProvider::discoveryThatFails()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ExchangeBench bench(test::shippedProvider(u"oauth2"_s));
    bench.server.answerWith(FaultReply::http(status, body));
    const auto discovery = await(bench.provider->discover());
    QVERIFY(!discovery);
    QTEST(discovery.error().kind, "error");
    QTEST(bench.server.requests().size(), "requests");
    QVERIFY(bench.provider->endpoint(u"revokeToken"_s).isEmpty());
}

void TestDeclarativeProvider::sendsNothingToAForeignOrigin()
{
    FaultServer foreign;
    ExchangeBench bench(test::shippedProvider(u"oauth2"_s));
    const QJsonObject moved{{u"revocation_endpoint"_s, foreign.url(u"/r"_s).toString()},
                            {u"introspection_endpoint"_s, foreign.url(u"/i"_s).toString()}};
    bench.server.answerWith(FaultReply::http(200, metadata(bench.server, {}, moved)));
    const auto discovery = await(bench.provider->discover());
    QCOMPARE(discovery.error().kind, ErrorKind::OriginNotAllowed);
    QCOMPARE(discovery.error().detail, originOf(foreign.url()));
    QCOMPARE(bench.provider->discovery()->foreignOrigins, QStringList{originOf(foreign.url())});
    const auto credential = bench.credential(AuthMethod::ClientSecretBasic);
    const RevokeReply reply = await(bench.provider->revoke({token(theToken), {}, {}}, credential));
    QCOMPARE(reply.reply, Reply::NotSent);
    QCOMPARE(reply.error->kind, ErrorKind::OriginNotAllowed);
    QCOMPARE(await(bench.provider->look({token(theToken), {}, {}}, credential)).error->kind,
             ErrorKind::OriginNotAllowed);
    QCOMPARE(foreign.bytesReceived(), 0);
}

void TestDeclarativeProvider::methodFromMetadata_data()
{
    QTest::addColumn<QJsonArray>("offered");
    QTest::addColumn<AuthMethod>("configured");
    QTest::addColumn<bool>("inBody");
    QTest::newRow("nothing said") << QJsonArray() << AuthMethod::ClientSecretBasic << false;
    QTest::newRow("only in the body") << QJsonArray{u"client_secret_post"_s} << AuthMethod::ClientSecretBasic << true;
    QTest::newRow("only Basic") << QJsonArray{u"client_secret_basic"_s} << AuthMethod::ClientSecretPost << false;
    QTest::newRow("both: as configured") << QJsonArray{u"client_secret_basic"_s, u"client_secret_post"_s}
                                         << AuthMethod::ClientSecretPost << true;
    QTest::newRow("neither: as configured")
        << QJsonArray{u"tls_client_auth"_s} << AuthMethod::ClientSecretBasic << false;
}

void TestDeclarativeProvider::methodFromMetadata()
{
    QFETCH(QJsonArray, offered);
    QFETCH(AuthMethod, configured);
    QFETCH(bool, inBody);
    ExchangeBench bench(test::shippedProvider(u"oauth2"_s), configured);
    bench.server.enqueue(FaultReply::http(
        200, metadata(bench.server, {}, {{u"revocation_endpoint_auth_methods_supported"_s, offered}})));
    QVERIFY(await(bench.provider->discover()));
    QVERIFY(await(bench.provider->revoke({token("abc"), {}, {}}, bench.credential(configured))).reply
            == Reply::Success);
    QCOMPARE(bench.last().body.contains("client_secret=secret"), inBody);
    QCOMPARE(bench.last().header("Authorization").isEmpty(), inBody);
}

void TestDeclarativeProvider::authenticates_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<AuthMethod>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<std::optional<ErrorKind>>("error");
    const auto row = [](const char *name, const char *provider, AuthMethod method, int status, const char *body,
                        const char *target, std::optional<ErrorKind> error = {}) {
        QTest::newRow(name) << QString::fromLatin1(provider) << method << status << QByteArray(body)
                            << QByteArray(target) << error;
    };
    const AuthMethod basicMethod = AuthMethod::ClientSecretBasic;
    const char *inactive = R"({"active":false})";
    const char *grant = R"({"access_token":"x","token_type":"bearer"})";
    row("by a look", "sap-ias", basicMethod, 200, inactive, "/oauth2/introspect");
    row("a refused client", "sap-ias", basicMethod, 401, "", "/oauth2/introspect", ErrorKind::ClientRefused);
    row("a page", "sap-ias", basicMethod, 200, "<html>", "/oauth2/introspect", ErrorKind::NotTheService);
    row("it didn't like the token, so it took the client", "sap-ias", basicMethod, 200, R"({"error":"invalid_token"})",
        "/oauth2/introspect");
    row("by a grant", "sap-ias", AuthMethod::Bearer, 200, grant, "/oauth2/token");
    row("a refused grant", "sap-ias", AuthMethod::Bearer, 401, R"({"error":"invalid_client"})", "/oauth2/token",
        ErrorKind::ClientRefused);
    row("a grant without a token", "sap-ias", AuthMethod::Bearer, 200, "{}", "/oauth2/token", ErrorKind::BadResponse);
    row("Kajabi's key", "kajabi", AuthMethod::Bearer, 200, grant, "/v1/oauth/token");
}

void TestDeclarativeProvider::authenticates()
{
    QFETCH(QString, provider);
    QFETCH(AuthMethod, method);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(std::optional<ErrorKind>, error);
    ExchangeBench bench(test::shippedProvider(provider), method);
    bench.server.answerWith(FaultReply::http(status, body));
    const Result<> result = await(bench.provider->authenticate(bench.credential(method)));
    QCOMPARE(result ? std::nullopt : std::optional(result.error().kind), error);
    QCOMPARE(bench.server.requests().size(), 1);
    QTEST(bench.last().target, "target");
    QCOMPARE(await(bench.provider->authenticate(nullptr)).error().kind, ErrorKind::NoCredential);
}

void TestDeclarativeProvider::aPublicClientTripsNoBreaker()
{
    ExchangeBench bench(test::shippedProvider(u"sap-ias"_s));
    bench.server.answerWith(FaultReply::http(401, {}));
    const auto publicClient = bench.credential(AuthMethod::None);
    const RevokeTarget target{token("abc"), {}, {}};
    QCOMPARE(await(bench.provider->revoke(target, publicClient)).reply, Reply::ClientRefused);
    QCOMPARE(await(bench.provider->revoke(target, publicClient)).httpStatus, 401); // sent again

    const auto secret = bench.credential(AuthMethod::ClientSecretBasic);
    QCOMPARE(await(bench.provider->revoke(target, secret)).reply, Reply::ClientRefused);
    const RevokeReply stopped = await(bench.provider->revoke(target, secret));
    QCOMPARE(stopped.reply, Reply::NotSent);
    QCOMPARE(stopped.error->kind, ErrorKind::BreakerOpen);
    QCOMPARE(bench.server.requests().size(), 3);
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestDeclarativeProvider)
#include "tst_declarativeprovider.moc"
