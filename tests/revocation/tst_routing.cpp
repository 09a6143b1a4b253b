// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestRouting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void routes_data();
    void routes();
    void keepsTheOrderOfIssuersAndTokens();
};

static RevokeTarget target(const QJsonObject &claims)
{
    const auto part = [](const QJsonObject &object) {
        return QJsonDocument(object)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    QByteArray bytes = part({{u"alg"_s, u"none"_s}}) + '.' + part(claims) + ".c2ln";
    return {takeToken(bytes), {}, {}};
}

static Issuer issuer(const QString &name, const QString &url)
{
    Issuer made;
    made.name = name;
    made.url = QUrl(url);
    return made;
}

static QList<Issuer> configured()
{
    return {issuer(u"acme"_s, u"https://acme.accounts.example"_s),
            issuer(u"catena"_s, u"https://auth.example/realms/catena"_s),
            issuer(u"twin one"_s, u"https://twin.example"_s), issuer(u"twin two"_s, u"https://twin.example"_s)};
}

void TestRouting::routes_data()
{
    QTest::addColumn<QJsonObject>("claims");
    QTest::addColumn<QString>("issuer"); // empty: a stray
    const auto row = [](const char *name, const QString &iss, const QString &expected) {
        QTest::newRow(name) << QJsonObject{{u"iss"_s, iss}} << expected;
    };
    row("exact", u"https://acme.accounts.example"_s, u"acme"_s);
    row("a trailing slash doesn't matter", u"https://acme.accounts.example/"_s, u"acme"_s);
    row("the default port", u"https://acme.accounts.example:443"_s, u"acme"_s);
    row("without a scheme, as old tenants", u"acme.accounts.example"_s, u"acme"_s);
    row("with a path", u"https://auth.example/realms/catena"_s, u"catena"_s);
    row("another realm", u"https://auth.example/realms/other"_s, QString());
    row("http instead of https", u"http://acme.accounts.example"_s, QString());
    row("another port", u"https://acme.accounts.example:8443"_s, QString());
    row("a name that only starts alike", u"https://acme.accounts.example.evil.example"_s, QString());
    row("userinfo", u"https://acme.accounts.example@evil.example"_s, QString());
    row("two issuers answer to it", u"https://twin.example"_s, QString());
    row("unknown", u"https://elsewhere.example"_s, QString());
    QTest::newRow("no iss") << QJsonObject{{u"sub"_s, u"x"_s}} << QString();
    QTest::newRow("iss is a number") << QJsonObject{{u"iss"_s, 7}} << QString();
}

void TestRouting::routes()
{
    QFETCH(QJsonObject, claims);
    QFETCH(QString, issuer);
    const Routing routing = routeByIssuer({target(claims)}, configured());
    QCOMPARE(routing.routes.size() + routing.strays.size(), 1);
    QCOMPARE(routing.routes.isEmpty() ? QString() : routing.routes.first().issuer.name, issuer);
    if (issuer.isEmpty())
        QVERIFY(!routing.strays.first().reason.isEmpty());
}

void TestRouting::keepsTheOrderOfIssuersAndTokens()
{
    QByteArray opaque("0ab12345978c51ffe7c4e9a2b1158bb4");
    const RevokeTarget stray{takeToken(opaque), {}, {}};
    const auto first = target({{u"iss"_s, u"https://auth.example/realms/catena"_s}, {u"jti"_s, u"1"_s}});
    const auto second = target({{u"iss"_s, u"https://acme.accounts.example"_s}});
    const auto third = target({{u"iss"_s, u"https://auth.example/realms/catena"_s}, {u"jti"_s, u"2"_s}});
    const Routing routing = routeByIssuer({first, stray, second, third}, configured());
    QCOMPARE(routing.routes.size(), 2);
    QCOMPARE(routing.routes[0].issuer.name, u"acme"_s);
    QCOMPARE(routing.routes[1].targets.size(), 2);
    QCOMPARE(routing.routes[1].targets[0].token, first.token);
    QCOMPARE(routing.routes[1].targets[1].token, third.token);
    QCOMPARE(routing.strays.size(), 1);
    QCOMPARE(routing.strays.first().target.token, stray.token);
}

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
