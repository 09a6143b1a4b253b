// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "discoveryreader.h"
#include "providertest.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace curfew {

static Issuer issuerAt(const QString &url, AuthMethod method = AuthMethod::ClientSecretBasic)
{
    Issuer issuer;
    issuer.url = QUrl(url);
    issuer.clients = {{u"app"_s, method, true}};
    return issuer;
}

static QByteArray metadata(const QJsonObject &changes = {})
{
    QJsonObject object{
        {u"issuer"_s, u"https://id.example/tenant"_s},
        {u"token_endpoint"_s, u"https://id.example/token"_s},
        {u"revocation_endpoint"_s, u"https://id.example/revoke"_s},
        {u"introspection_endpoint"_s, u"https://id.example/introspect"_s},
    };
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it)
        object.insert(it.key(), it.value());
    return QJsonDocument(object).toJson();
}

static Result<Discovery> read(const QByteArray &json, const Issuer &issuer = issuerAt(u"https://id.example/tenant"_s),
                              const QString &provider = u"oauth2"_s)
{
    return readDiscovery(test::shippedProvider(provider), issuer, json);
}

class TestDiscoveryReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheEndpoints()
    {
        const auto discovery = read(metadata());
        QVERIFY(discovery);
        QVERIFY(discovery->issuerMatches);
        QCOMPARE(discovery->issuer, u"https://id.example/tenant"_s);
        QCOMPARE(discovery->endpoints,
                 (QMap<QString, QUrl>{{u"requestToken"_s, QUrl(u"https://id.example/token"_s)},
                                      {u"revokeToken"_s, QUrl(u"https://id.example/revoke"_s)},
                                      {u"introspectToken"_s, QUrl(u"https://id.example/introspect"_s)}}));
        QVERIFY(discovery->foreignOrigins.isEmpty());
        QVERIFY(discovery->authMethods.isEmpty());
    }

    void comparesTheIssuer_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QJsonValue>("issuer");
        QTest::addColumn<bool>("matches");
        const QString id = u"https://id.example/tenant"_s;
        QTest::newRow("equal") << u"oauth2"_s << id << QJsonValue(id) << true;
        QTest::newRow("a trailing slash") << u"oauth2"_s << id << QJsonValue(id + u'/') << true;
        QTest::newRow("another path") << u"oauth2"_s << id << QJsonValue(u"https://id.example/other"_s) << false;
        QTest::newRow("another host") << u"oauth2"_s << id << QJsonValue(u"https://evil.example/tenant"_s) << false;
        QTest::newRow("plain http") << u"oauth2"_s << id << QJsonValue(u"http://id.example/tenant"_s) << false;
        QTest::newRow("no scheme") << u"oauth2"_s << id << QJsonValue(u"id.example/tenant"_s) << false;
        QTest::newRow("missing") << u"oauth2"_s << id << QJsonValue() << false;
        QTest::newRow("a realm") << u"keycloak"_s << u"https://kc.example/realms/a"_s
                                 << QJsonValue(u"https://kc.example/realms/a"_s) << true;
        QTest::newRow("another realm") << u"keycloak"_s << u"https://kc.example/realms/a"_s
                                       << QJsonValue(u"https://kc.example/realms/b"_s) << false;
        const QString sap = u"https://acme.accounts.ondemand.com"_s;
        QTest::newRow("SAP: by host") << u"sap-ias"_s << sap << QJsonValue(sap + u"/oauth2"_s) << true;
        QTest::newRow("SAP: an old tenant's")
            << u"sap-ias"_s << sap << QJsonValue(u"acme.accounts.ondemand.com"_s) << true;
        QTest::newRow("SAP: another tenant's")
            << u"sap-ias"_s << sap << QJsonValue(u"https://b.accounts.ondemand.com"_s) << false;
    }
    void comparesTheIssuer()
    {
        QFETCH(QString, provider);
        QFETCH(QString, url);
        QFETCH(QJsonValue, issuer);
        const auto discovery = read(metadata({{u"issuer"_s, issuer}}), issuerAt(url), provider);
        QVERIFY(discovery);
        QTEST(discovery->issuerMatches, "matches");
    }

    void leavesOutForeignOrigins()
    {
        const QByteArray json = metadata({{u"revocation_endpoint"_s, u"https://api.example/revoke"_s},
                                          {u"introspection_endpoint"_s, u"https://id.example:8443/introspect"_s}});
        const auto discovery = read(json);
        QVERIFY(discovery);
        QCOMPARE(discovery->foreignOrigins, (QStringList{u"https://id.example:8443"_s, u"https://api.example:443"_s}));
        QCOMPARE(discovery->endpoints.keys(), QStringList{u"requestToken"_s});

        Issuer issuer = issuerAt(u"https://id.example/tenant"_s);
        issuer.acceptedOrigins = {u"https://api.example:443"_s};
        const auto accepted = read(json, issuer);
        QCOMPARE(accepted->endpoints.value(u"revokeToken"_s), QUrl(u"https://api.example/revoke"_s));
        QCOMPARE(accepted->foreignOrigins, QStringList{u"https://id.example:8443"_s});
    }

    void fixedPathsAreNotMoved()
    {
        const auto discovery = read(metadata({{u"revocation_endpoint"_s, u"https://evil.example/revoke"_s}}),
                                    issuerAt(u"https://id.example/tenant"_s), u"keycloak"_s);
        QVERIFY(discovery);
        QVERIFY(discovery->endpoints.isEmpty());
        QVERIFY(discovery->foreignOrigins.isEmpty());
    }

    void refusesEndpoints_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::newRow("plain http") << u"http://id.example/revoke"_s;
        QTest::newRow("relative") << u"/revoke"_s;
        QTest::newRow("no scheme") << u"//id.example/revoke"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s;
        QTest::newRow("a user") << u"https://user:pw@id.example/revoke"_s;
        QTest::newRow("a fragment") << u"https://id.example/revoke#x"_s;
        QTest::newRow("nothing") << u""_s;
        QTest::newRow("spaces") << u"https://id.example/re voke"_s;
    }
    void refusesEndpoints()
    {
        QFETCH(QString, endpoint);
        const auto discovery = read(metadata({{u"revocation_endpoint"_s, endpoint}}));
        QVERIFY(!discovery);
        QCOMPARE(discovery.error().kind, ErrorKind::BadResponse);
    }

    void refusesWhatIsNoObject()
    {
        for (const QByteArray &json : {QByteArray(), QByteArray("[]"), QByteArray("<html>"), QByteArray("{")})
            QCOMPARE(read(json).error().kind, ErrorKind::BadResponse);
    }

    void methods_data()
    {
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<QList<AuthMethod>>("methods");
        const QJsonArray post{u"client_secret_post"_s, u"private_key_jwt"_s};
        const QJsonArray basic{u"client_secret_basic"_s, u"client_secret_basic"_s};
        QTest::newRow("of the revocation endpoint")
            << QJsonObject{{u"revocation_endpoint_auth_methods_supported"_s, post},
                           {u"token_endpoint_auth_methods_supported"_s, basic}}
            << QList{AuthMethod::ClientSecretPost};
        QTest::newRow("else of the token endpoint")
            << QJsonObject{{u"token_endpoint_auth_methods_supported"_s, basic}} << QList{AuthMethod::ClientSecretBasic};
        QTest::newRow("nothing said") << QJsonObject() << QList<AuthMethod>();
    }
    void methods()
    {
        QFETCH(QJsonObject, members);
        QTEST(read(metadata(members))->authMethods, "methods");
    }

    void aSignInsEndpoints()
    {
        ProviderDescriptor descriptor = test::shippedProvider(u"oauth2"_s);
        Operation authorize;
        authorize.metadataKey = u"authorization_endpoint"_s;
        descriptor.operations.insert(u"authorize"_s, authorize);
        const QString url = u"https://id.example/tenant"_s;
        const QByteArray own = metadata({{u"authorization_endpoint"_s, u"https://id.example/authorize"_s},
                                         {u"authorization_response_iss_parameter_supported"_s, true}});
        const auto discovery = readDiscovery(descriptor, issuerAt(url, AuthMethod::AuthorizationCode), own);
        QVERIFY(discovery);
        QCOMPARE(discovery->endpoints.value(u"authorize"_s), QUrl(u"https://id.example/authorize"_s));
        QVERIFY(discovery->answersNameIssuer);
        QVERIFY(!read(metadata())->answersNameIssuer);

        // Who doesn't sign in isn't asked about a page elsewhere.
        const QByteArray foreign = metadata({{u"authorization_endpoint"_s, u"https://login.example/"_s}});
        const auto asked = readDiscovery(descriptor, issuerAt(url, AuthMethod::AuthorizationCode), foreign);
        QCOMPARE(asked->foreignOrigins, QStringList{u"https://login.example:443"_s});
        QVERIFY(!asked->endpoints.contains(u"authorize"_s));
        QVERIFY(readDiscovery(descriptor, issuerAt(url), foreign)->foreignOrigins.isEmpty());
    }

    // RFC 8705 section 5
    void mtlsAliases()
    {
        const QByteArray json = metadata({{u"mtls_endpoint_aliases"_s,
                                           QJsonObject{{u"revocation_endpoint"_s, u"https://mtls.id.example/revoke"_s},
                                                       {u"token_endpoint"_s, u"https://id.example/mtls/token"_s}}}});
        QVERIFY(read(json)->mtlsEndpoints.isEmpty());
        QVERIFY(read(json)->foreignOrigins.isEmpty());
        const auto discovery = read(json, issuerAt(u"https://id.example/tenant"_s, AuthMethod::TlsClientAuth));
        QCOMPARE(discovery->mtlsEndpoints,
                 (QMap<QString, QUrl>{{u"requestToken"_s, QUrl(u"https://id.example/mtls/token"_s)}}));
        QCOMPARE(discovery->foreignOrigins, QStringList{u"https://mtls.id.example:443"_s});
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestDiscoveryReader)
#include "tst_discoveryreader.moc"
