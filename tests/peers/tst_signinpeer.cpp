// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channelsettings.h"
#include "clishell.h"
#include "descriptorcatalog.h"
#include "httpchannel.h"
#include "keycloakserver.h"
#include "operatorsignin.h"
#include "providerfactory.h"
#include "webbrowser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace curfew;

static ProviderDescriptor realmDescriptor()
{
    const DescriptorCatalog catalog = DescriptorCatalog::load();
    return *catalog.find(u"keycloak-admin"_s);
}

//! An operator's own sign-in, at a real Keycloak's own log-in page in a real browser.
class TestSignInPeer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_browser.stop(); }
    void cleanupTestCase() { m_keycloak.stop(); }
    void theTokenIsThePersons();
    void aPersonWithoutRightsGetsNone();
    void isRenewedWhileTheSessionLasts();
    void aSignInThatWasEndedElsewhere();
    void containsInTheirOwnName();

private:
    //! Signs in as \p user, who types the password unless the browser's own sign-in does; asserts what is shown.
    void signIn(const QString &user, const QString &password);
    void logIn(const QUrl &page, const QString &user, const QString &password);
    [[nodiscard]] QByteArray bearer() const
    {
        return QByteArray("Bearer ").append(m_signedIn->credential->signIn->access.reveal());
    }
    [[nodiscard]] Result<> renew();
    [[nodiscard]] QByteArray administrator();

    KeycloakServer m_keycloak;
    WebBrowser m_browser;
    PeerClient m_http;
    std::unique_ptr<HttpChannel> m_channel;
    std::unique_ptr<DeclarativeProvider> m_provider;
    std::optional<SignedIn> m_signedIn;
    int m_passwordsTyped = 0;
};

void TestSignInPeer::initTestCase()
{
    QVERIFY(m_keycloak.start());
}

void TestSignInPeer::init()
{
    m_signedIn.reset();
    m_passwordsTyped = 0;
    QVERIFY(m_browser.start());
    Issuer issuer;
    issuer.url = m_keycloak.realm();
    issuer.provider = u"realm"_s;
    issuer.clients = {{u"curfew-console"_s, AuthMethod::AuthorizationCode, false}};
    m_provider.reset();
    m_channel = std::make_unique<HttpChannel>(channelSettings(realmDescriptor(), issuer, 30s));
    m_provider = makeProvider(realmDescriptor(), issuer, *m_channel);
}

void TestSignInPeer::logIn(const QUrl &page, const QString &user, const QString &password)
{
    QVERIFY(m_browser.open(page));
    if (m_browser.at().path() == "/callback"_L1)
        return; // signed in already, in this browser
    QCOMPARE(m_browser.at().path(), m_keycloak.endpoint(u"auth"_s).path());
    QCOMPARE(m_browser.title(), u"Sign in to catena"_s);
    QVERIFY(m_browser.type(u"#username"_s, user));
    QVERIFY(m_browser.type(u"#password"_s, password));
    ++m_passwordsTyped;
    QVERIFY(m_browser.click(u"#kc-login"_s));
}

void TestSignInPeer::signIn(const QString &user, const QString &password)
{
    SignInOptions options;
    options.browser = [=, this](const QUrl &page) {
        QTimer::singleShot(0, this, [=, this] { logIn(page, user, password); });
        return true;
    };
    auto *own = new OperatorSignIn(*m_provider, *m_channel, u"curfew-console"_s, options, this);
    const auto answer = own->start();
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 120'000);
    const auto signedIn = answer.result();
    QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().detail));
    m_signedIn = *signedIn;
    QTRY_COMPARE(m_browser.textOf(u"body"_s), u"You can close this tab and go back to Curfew."_s);
    QCOMPARE(m_browser.at().host(), u"127.0.0.1"_s);
    QCOMPARE(m_browser.at().path(), u"/callback"_s);
    QCOMPARE(m_browser.title(), u"Curfew"_s);
}

QByteArray TestSignInPeer::administrator()
{
    const PeerAnswer granted = m_http.post(m_keycloak.endpoint(u"token"_s),
                                           PeerForm{{u"grant_type"_s, u"client_credentials"_s},
                                                    {u"client_id"_s, u"administration"_s},
                                                    {u"client_secret"_s, u"administration-secret"_s}});
    return "Bearer " + granted.text(u"access_token"_s).toUtf8();
}

//! As when the access token has expired.
Result<> TestSignInPeer::renew()
{
    m_signedIn->credential->signIn->access = {};
    const auto renewed = m_provider->authenticate(m_signedIn->credential);
    if (!QTest::qWaitFor([&renewed] { return renewed.isFinished(); }, 60'000))
        qFatal("no answer in time");
    return renewed.result();
}

void TestSignInPeer::theTokenIsThePersons()
{
    signIn(u"kim"_s, u"horse battery"_s);
    QVERIFY(m_signedIn);
    QCOMPARE(m_signedIn->user, u"kim"_s);
    QCOMPARE(m_passwordsTyped, 1);

    // It was a browser, and it holds the person's sign-in.
    QVERIFY(m_browser.run(u"return navigator.userAgent"_s).toString().contains("Chrome/"_L1));
    QCOMPARE(m_browser.run(u"return navigator.webdriver"_s), QJsonValue(true));
    QVERIFY(m_browser.open(m_keycloak.endpoint(u"certs"_s)));
    QVERIFY(m_browser.cookieNames().contains(u"KEYCLOAK_IDENTITY"_s));

    // The token may do what the person may.
    const PeerAnswer users = m_http.get(m_keycloak.administration(u"users"_s), bearer());
    QCOMPARE(users.status, 200);
    QVERIFY(users.body.contains("\"robin.finch\""));
    QVERIFY(users.body.contains('"' + m_signedIn->subject.toUtf8() + '"')); // among them the own account
    QCOMPARE(m_http.get(m_keycloak.administration(u"users"_s), "Bearer none").status, 401);

    // And the server's log names them.
    const PeerAnswer log =
        m_http.get(m_keycloak.administration(u"events?type=LOGIN&client=curfew-console"_s), administrator());
    const QJsonArray logins = QJsonDocument::fromJson(log.body).array();
    QCOMPARE(logins.size(), 1);
    QCOMPARE(logins.at(0)[u"userId"_s].toString(), m_signedIn->subject);
    QCOMPARE(logins.at(0)[u"details"_s][u"username"_s].toString(), u"kim"_s);

    // Again, without a word: the browser is signed in.
    signIn(u"kim"_s, u"horse battery"_s);
    QCOMPARE(m_passwordsTyped, 1);
    QCOMPARE(m_http.get(m_keycloak.administration(u"users"_s), bearer()).status, 200);
}

void TestSignInPeer::aPersonWithoutRightsGetsNone()
{
    signIn(u"robin.finch"_s, u"correct horse"_s);
    QVERIFY(m_signedIn);
    QCOMPARE(m_signedIn->user, u"robin.finch"_s);
    QCOMPARE(m_http.get(m_keycloak.administration(u"users"_s), bearer()).status, 403);
}

void TestSignInPeer::isRenewedWhileTheSessionLasts()
{
    signIn(u"kim"_s, u"horse battery"_s);
    QVERIFY(m_signedIn);
    const Token before = m_signedIn->credential->signIn->access;
    const auto renewed = renew();
    QVERIFY2(renewed, qPrintable(renewed ? QString() : renewed.error().detail));
    QVERIFY(!(m_signedIn->credential->signIn->access == before));
    QCOMPARE(m_http.get(m_keycloak.administration(u"users"_s), bearer()).status, 200);
}

void TestSignInPeer::aSignInThatWasEndedElsewhere()
{
    signIn(u"kim"_s, u"horse battery"_s);
    QVERIFY(m_signedIn);
    const QUrl logout = m_keycloak.administration(u"users/%1/logout"_s.arg(m_signedIn->subject));
    QCOMPARE(m_http.postJson(logout, QJsonObject(), administrator()).status, 204);
    const auto renewed = renew();
    QVERIFY(!renewed);
    QCOMPARE(renewed.error().kind, ErrorKind::SignInNeeded);
    QVERIFY2(renewed.error().detail.startsWith(u"invalid_grant"_s), qPrintable(renewed.error().detail));
    QCOMPARE(renewed.error().httpStatus, 400);
}

//! The command opens the page as the system opens pages, and asks for no secret.
void TestSignInPeer::containsInTheirOwnName()
{
    CliShell shell;
    const QString page = shell.file(u"page"_s, {});
    const QString opener = shell.file(u"xdg-open"_s, "#!/bin/sh\nprintf %s \"$1\" >'" + page.toUtf8() + "'\n");
    QVERIFY(QFile::setPermissions(opener, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    shell.setEnvironment(u"PATH"_s, QFileInfo(opener).path() + u':' + qEnvironmentVariable("PATH"));
    shell.setEnvironment(u"DISPLAY"_s, u":0"_s);
    QCOMPARE(shell
                 .run({u"issuer"_s, u"add"_s, u"realm"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                       m_keycloak.realm().toString(), u"--client-id"_s, u"curfew-console"_s, u"--auth"_s,
                       u"authorization_code"_s})
                 .status,
             0);
    const auto call = [&](const QStringList &words) {
        const auto running = shell.begin(QStringList{u"user"_s, u"contain"_s, u"--json"_s, u"--yes"_s} + words);
        QFile file(page);
        const auto address = [&file] {
            return file.open(QIODevice::ReadOnly) ? QUrl::fromEncoded(file.readAll()) : QUrl();
        };
        QUrl opened;
        const bool told = QTest::qWaitFor(
            [&] {
                opened = address();
                file.close();
                return !opened.isEmpty();
            },
            60'000);
        if (told)
            logIn(opened, u"kim"_s, u"horse battery"_s);
        const CliAnswer answer = CliShell::finish(*running);
        (void)shell.file(u"page"_s, {});
        return answer;
    };
    const CliAnswer answer = call({u"--user"_s, u"sam.martin"_s});
    QVERIFY2(answer.status == 0, (answer.out + answer.err).constData());
    QCOMPARE(answer.json().value(u"results"_s).toArray().at(0)[u"outcome"_s], QJsonValue(u"revoked"_s));
    const PeerAnswer sam =
        m_http.get(m_keycloak.administration(u"users?exact=true&username=sam.martin"_s), administrator());
    QCOMPARE(QJsonDocument::fromJson(sam.body).array().at(0)[u"enabled"_s], QJsonValue(false));

    // The account that they signed in with is their own, whatever they are called here.
    const CliAnswer own = call({u"--user"_s, u"kim"_s});
    QCOMPARE(own.status, 2);
    QVERIFY2(own.out.contains("your own account"), own.out.constData());
}

QTEST_GUILESS_MAIN(TestSignInPeer)
#include "tst_signinpeer.moc"
