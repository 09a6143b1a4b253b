// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestIssuer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void origins_data();
    void origins();
    void acceptableUrls_data();
    void acceptableUrls();
    void namesSurviveTheRoundTrip();
    void whatMustBeOnFile_data();
    void whatMustBeOnFile();
};

void TestIssuer::origins_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("origin");
    QTest::newRow("the default port is named") << u"https://acme.example/realms/a"_s << u"https://acme.example:443"_s;
    QTest::newRow("http's default port") << u"http://localhost"_s << u"http://localhost:80"_s;
    QTest::newRow("another port") << u"https://acme.example:8443"_s << u"https://acme.example:8443"_s;
    QTest::newRow("letter case") << u"HTTPS://Acme.EXAMPLE"_s << u"https://acme.example:443"_s;
    QTest::newRow("IPv6") << u"http://[::1]:8080/x"_s << u"http://[::1]:8080"_s;
    QTest::newRow("an international name") << u"https://bücher.example"_s << u"https://xn--bcher-kva.example:443"_s;
    QTest::newRow("no host") << u"file:///etc/passwd"_s << QString();
}

void TestIssuer::origins()
{
    QFETCH(QString, url);
    QFETCH(QString, origin);
    QCOMPARE(originOf(QUrl(url)), origin);
}

void TestIssuer::acceptableUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("acceptable");
    QTest::newRow("https") << u"https://acme.example"_s << true;
    QTest::newRow("http") << u"http://acme.example"_s << false;
    QTest::newRow("http on 127.0.0.1") << u"http://127.0.0.1:8080"_s << true;
    QTest::newRow("http on 127.9.9.9") << u"http://127.9.9.9"_s << true;
    QTest::newRow("http on localhost") << u"http://localhost:1"_s << true;
    QTest::newRow("http on ::1") << u"http://[::1]"_s << true;
    QTest::newRow("a host that only starts like loopback") << u"http://127.0.0.1.evil.example"_s << false;
    QTest::newRow("a host that only looks like localhost") << u"http://localhost.evil.example"_s << false;
    QTest::newRow("userinfo") << u"https://user@acme.example"_s << false;
    QTest::newRow("a fragment") << u"https://acme.example/#x"_s << false;
    QTest::newRow("ftp") << u"ftp://acme.example"_s << false;
    QTest::newRow("no scheme") << u"acme.example"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestIssuer::acceptableUrls()
{
    QFETCH(QString, url);
    QFETCH(bool, acceptable);
    QCOMPARE(isAcceptableUrl(QUrl(url)), acceptable);
}

void TestIssuer::namesSurviveTheRoundTrip()
{
    for (const auto environment : {Environment::Production, Environment::Test, Environment::Development})
        QCOMPARE(environmentFromName(environmentName(environment)), environment);
    for (const auto method : {AuthMethod::ClientSecretBasic, AuthMethod::ClientSecretPost, AuthMethod::Bearer,
                              AuthMethod::TlsClientAuth, AuthMethod::None, AuthMethod::AuthorizationCode})
        QCOMPARE(authMethodFromName(authMethodName(method)), method);
    QVERIFY(!authMethodFromName(u"basic"));
    QVERIFY(!environmentFromName(u"Production"));
}

void TestIssuer::whatMustBeOnFile_data()
{
    QTest::addColumn<AuthMethod>("method");
    QTest::addColumn<bool>("secret");
    QTest::newRow("Basic") << AuthMethod::ClientSecretBasic << true;
    QTest::newRow("a certificate") << AuthMethod::TlsClientAuth << true;
    QTest::newRow("a bearer") << AuthMethod::Bearer << true;
    QTest::newRow("a public client") << AuthMethod::None << false;
    QTest::newRow("a person who signs in") << AuthMethod::AuthorizationCode << false;
}

void TestIssuer::whatMustBeOnFile()
{
    QFETCH(AuthMethod, method);
    QFETCH(bool, secret);
    QCOMPARE(takesSecret(method), secret);
    QCOMPARE(Client({u"a"_s, method, false}).checkOnFile().has_value(), !secret);
    QVERIFY(Client({u"a"_s, method, true}).checkOnFile());
}

QTEST_GUILESS_MAIN(TestIssuer)
#include "tst_issuer.moc"
