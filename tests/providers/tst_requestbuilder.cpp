// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providertest.h"
#include "requestbuilder.h"

using namespace Qt::StringLiterals;

namespace curfew {

using test::response;

class TestRequestBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneWayOfAuthentication_data()
    {
        QTest::addColumn<AuthMethod>("method");
        QTest::addColumn<BasicEncoding>("encoding");
        QTest::addColumn<Authorization>("authorization");
        QTest::addColumn<QByteArrayList>("names");
        QTest::addColumn<QString>("shows");
        const QByteArrayList plain{"token"};
        QTest::newRow("Basic") << AuthMethod::ClientSecretBasic << BasicEncoding::Form << Authorization::Basic << plain
                               << u"app"_s;
        QTest::newRow("raw Basic") << AuthMethod::ClientSecretBasic << BasicEncoding::Raw << Authorization::RawBasic
                                   << plain << u"app"_s;
        QTest::newRow("in the body: net adds both")
            << AuthMethod::ClientSecretPost << BasicEncoding::Form << Authorization::BodySecret << plain << u"app"_s;
        QTest::newRow("certificate: net adds the id")
            << AuthMethod::TlsClientAuth << BasicEncoding::Form << Authorization::TlsCertificate << plain << u"app"_s;
        QTest::newRow("bearer") << AuthMethod::Bearer << BasicEncoding::Form << Authorization::Bearer << plain
                                << u"app"_s;
        QTest::newRow("public") << AuthMethod::None << BasicEncoding::Form << Authorization::None
                                << QByteArrayList{"token", "client_id"} << QString();
    }
    void oneWayOfAuthentication()
    {
        QFETCH(AuthMethod, method);
        QFETCH(BasicEncoding, encoding);
        const QUrl url(u"https://id.example/revoke"_s);
        const Operation operation = test::shippedProvider(u"oauth2"_s).operations.value(u"revokeToken"_s);
        const RequestParts parts{url,    test::token("abc"),
                                 {},     test::credential(method, url, "app"),
                                 method, method == AuthMethod::Bearer ? test::token("bearer") : Token()};
        const HttpRequest request = buildRequest(operation, parts, encoding);
        QTEST(request.authorization, "authorization");
        QByteArrayList names;
        for (const FormField &field : request.form)
            names.append(field.name);
        QTEST(names, "names");
        QTEST(request.authenticatedClient(), "shows");
        QCOMPARE(request.url, url);
        QCOMPARE(request.bearer.isNull(), method != AuthMethod::Bearer);
        // A client that shows no credential can't have one refused.
        QCOMPARE(bool(request.refusesClient), method != AuthMethod::None);
        if (request.refusesClient) {
            QVERIFY(request.refusesClient(response(401, {}, {})));
            QVERIFY(!request.refusesClient(response(401, R"({"error":"invalid_token"})")));
        }
    }

    void aBearerOfTheCallersOwnShowsNoClient()
    {
        const Operation operation = test::shippedProvider(u"kajabi"_s).operations.value(u"revokeToken"_s);
        const Token own = test::token("abc");
        const HttpRequest request = buildRequest(
            operation, {QUrl(u"https://api.kajabi.com/"_s), own, u"access_token"_s, {}, AuthMethod::Bearer, own},
            BasicEncoding::Form);
        QCOMPARE(request.authorization, Authorization::Bearer);
        QVERIFY(request.authenticatedClient().isEmpty());
        QVERIFY(!request.refusesClient);
        QCOMPARE(request.form.size(), 1); // and the form has no place for a hint
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestRequestBuilder)
#include "tst_requestbuilder.moc"
