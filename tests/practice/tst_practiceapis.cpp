// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceissuers.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

// The REST APIs beside the practice issuers, over real HTTP, as whoever configured them would ask.
class TestPracticeApis : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void areServicesOfTheirOwn();
    void containsAPersonAtKeycloak();
    void blocksAPersonAtSap();
    void onePersonIsFoundAtThreeServices();

private:
    struct Got {
        int status = 0;
        QByteArray body;
        [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(body); }
    };
    Got ask(const QByteArray &method, const QUrl &url, const QByteArray &authorization, const QByteArray &body = {},
            const QByteArray &contentType = {});
    [[nodiscard]] PracticeSetup service(const QString &provider) const;

    std::unique_ptr<PracticeIssuers> m_issuers;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

void TestPracticeApis::init()
{
    m_issuers = std::make_unique<PracticeIssuers>();
    QVERIFY(m_issuers->start());
    m_network = std::make_unique<QNetworkAccessManager>();
}

void TestPracticeApis::cleanup()
{
    m_network.reset();
    m_issuers.reset();
}

PracticeSetup TestPracticeApis::service(const QString &provider) const
{
    const QList<PracticeSetup> setups = m_issuers->apiSetups();
    for (const PracticeSetup &setup : setups) {
        if (setup.issuer.provider == provider)
            return setup;
    }
    return {};
}

TestPracticeApis::Got TestPracticeApis::ask(const QByteArray &method, const QUrl &url, const QByteArray &authorization,
                                            const QByteArray &body, const QByteArray &contentType)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(5000);
    request.setRawHeader("Authorization", authorization);
    if (!contentType.isEmpty())
        request.setRawHeader("Content-Type", contentType);
    const std::unique_ptr<QNetworkReply> reply(m_network->sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10000))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

static QByteArray basic(const PracticeSetup &service)
{
    const QString client = service.issuer.clients.constFirst().clientId;
    return practiceBasic(client.toUtf8(), service.secrets.value(client));
}

static QUrl below(const QUrl &url, const QString &path, const QByteArray &query = {})
{
    QUrl below = url;
    below.setPath(path);
    below.setQuery(QString::fromLatin1(query));
    return below;
}

void TestPracticeApis::areServicesOfTheirOwn()
{
    const PracticeSetup keycloak = service(u"keycloak-admin"_s);
    const PracticeSetup sap = service(u"sap-directory"_s);
    QCOMPARE(m_issuers->apiSetups().size(), 2);
    QCOMPARE(keycloak.issuer.url, m_issuers->setup(u"keycloak"_s).issuer.url);
    QCOMPARE(sap.issuer.url, m_issuers->setup(u"sap-ias"_s).issuer.url);
    QCOMPARE(keycloak.issuer.clients, QList<Client>({{u"curfew-admin"_s, AuthMethod::Bearer, true}}));
    QCOMPARE(sap.issuer.clients.size(), 1);
    for (const PracticeSetup &setup : {keycloak, sap}) {
        QCOMPARE(setup.issuer.environment, Environment::Test);
        QVERIFY(!setup.issuer.name.isEmpty() && !setup.description.isEmpty());
        QCOMPARE(setup.secrets.size(), 1);
    }
    QCOMPARE(&m_issuers->issuer(u"keycloak-admin"_s), &m_issuers->issuer(u"keycloak"_s));
    // Whose credential is for that alone is no application's.
    const QList<PracticeSetup> setups = m_issuers->setups();
    for (const PracticeSetup &setup : setups)
        QVERIFY(!setup.issuer.client(u"curfew-admin"_s) && !setup.issuer.client(sap.issuer.clients.first().clientId));
}

void TestPracticeApis::containsAPersonAtKeycloak()
{
    const PracticeSetup keycloak = service(u"keycloak-admin"_s);
    const QUrl realm = keycloak.issuer.url;
    const QString admin = u"/admin/realms/catena"_s;
    const Got grant = ask("POST", QUrl(realm.toString() + u"/protocol/openid-connect/token"_s), basic(keycloak),
                          "grant_type=client_credentials", "application/x-www-form-urlencoded");
    QCOMPARE(grant.status, 200);
    const QByteArray bearer = "Bearer " + grant.json()[u"access_token"].toString().toLatin1();

    const Got found =
        ask("GET", below(realm, admin + u"/users"_s, "email=dona.moore%40example.com&exact=true"), bearer);
    QCOMPARE(found.json().array().size(), 1);
    const QString user = admin + u"/users/"_s + found.json()[0][u"id"].toString();
    QCOMPARE(ask("PUT", below(realm, user), bearer, R"({"enabled":false})", "application/json").status, 204);
    QCOMPARE(ask("GET", below(realm, user), bearer).json()[u"enabled"].toBool(true), false);
    QCOMPARE(ask("POST", below(realm, user + u"/logout"_s), bearer).status, 204);
    QCOMPARE(ask("GET", below(realm, user + u"/sessions"_s), bearer).body, "[]");

    const Got consents = ask("GET", below(realm, user + u"/consents"_s), bearer);
    const QString client = consents.json()[1][u"additionalGrants"][0][u"client"].toString();
    const Got offline = ask("GET", below(realm, user + u"/offline-sessions/"_s + client), bearer);
    const QString session = offline.json()[0][u"id"].toString();
    QCOMPARE(ask("DELETE", below(realm, admin + u"/sessions/"_s + session, "isOffline=true"), bearer).status, 204);
    QCOMPARE(ask("DELETE", below(realm, user + u"/consents/driver-app"_s), bearer).status, 204);
    QCOMPARE(ask("GET", below(realm, user + u"/consents"_s), bearer).body, "[]");
    QVERIFY(!m_issuers->issuer(u"keycloak"_s).signIn(practiceVictim(), u"fleet-portal"_s));
    QCOMPARE(m_issuers->issuer(u"keycloak"_s).aliveCount(practiceVictim()), 0);
}

void TestPracticeApis::blocksAPersonAtSap()
{
    const PracticeSetup sap = service(u"sap-directory"_s);
    const QByteArray scim = "application/scim+json";
    const QByteArray filter = "filter=emails.value%20eq%20%22dona.moore%40example.com%22";
    const Got found = ask("GET", below(sap.issuer.url, u"/scim/Users"_s, filter), basic(sap));
    QCOMPARE(found.json()[u"totalResults"].toInt(), 1);
    const QString id = found.json()[u"Resources"][0][u"id"].toString();
    const QUrl user = below(sap.issuer.url, u"/scim/Users/"_s + id);
    const QByteArray patch = R"({"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations":[{"op":"replace","path":"active","value":false}]})";
    QCOMPARE(ask("PATCH", user, basic(sap), patch, scim).status, 204);
    QCOMPARE(ask("GET", user, basic(sap)).json()[u"active"].toBool(true), false);
    PracticeIssuer &tenant = m_issuers->issuer(u"sap-ias"_s);
    QVERIFY(!tenant.signIn(practiceVictim(), tenant.clients().first().id));
    QCOMPARE(tenant.aliveCount(practiceVictim()), 18);
}

void TestPracticeApis::onePersonIsFoundAtThreeServices()
{
    for (const QString &provider : {u"sap-ias"_s, u"sap-directory"_s, u"keycloak-admin"_s}) {
        const PracticeIssuer &issuer = m_issuers->issuer(provider);
        const PracticePerson *dona = issuer.person(practiceVictim());
        const PracticePerson *namesake = issuer.person(u"dona.moore2@example.com"_s);
        QVERIFY(dona && namesake);
        QCOMPARE(dona->displayName(), namesake->displayName());
        QVERIFY(dona->id != namesake->id && dona->email != namesake->email);
        QVERIFY(issuer.person(u"breakglass-admin"_s)->enabled);
        QVERIFY(!issuer.person(u"marek.former@example.com"_s)->enabled);
        QVERIFY(issuer.aliveCount(practiceVictim()) > 0);
    }
}

QTEST_GUILESS_MAIN(TestPracticeApis)
#include "tst_practiceapis.moc"
