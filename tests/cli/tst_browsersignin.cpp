// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browsersignin.h"

#include "clishell.h"
#include "signinissuer.h"
#include "terminal.h"
#include "workspace.h"

#include <QDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace curfew;

//! An issuer that is used as the person who signs in: how it is configured, and how a command signs in.
class TestBrowserSignIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isConfiguredWithoutASecret();
    void takesNoSecret();
    void aCheckIsADiscovery();
    void aCommandThatCannotSignInSaysSo();
    void opensTheBrowser();
    void whereNobodyLooksNothingIsOpened();
    void isForClientsThatSignIn();

private:
    CliAnswer add(const QStringList &more = {});
    [[nodiscard]] QByteArray noted();
    [[nodiscard]] Issuer configured() { return m_workspace->issuers().find(u"me"_s).value(); }

    std::unique_ptr<SignInIssuer> m_issuer;
    std::unique_ptr<CliShell> m_shell;
    std::unique_ptr<Workspace> m_workspace;
    FILE *m_err = nullptr;
    QByteArray m_path;
};

void TestBrowserSignIn::init()
{
    m_issuer = std::make_unique<SignInIssuer>();
    m_shell = std::make_unique<CliShell>();
    QVERIFY(QDir().mkpath(m_shell->profileDir() + u"/providers"_s));
    m_shell->file(u"profile/providers/doors.json"_s, SignInIssuer::descriptor());
    m_err = std::tmpfile();
    QVERIFY(m_err);
    m_path = qgetenv("PATH");
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
}

void TestBrowserSignIn::cleanup()
{
    m_workspace.reset();
    qputenv("PATH", m_path);
    qunsetenv("DISPLAY");
    std::fclose(m_err);
}

CliAnswer TestBrowserSignIn::add(const QStringList &more)
{
    return m_shell->run(QStringList{u"issuer"_s, u"add"_s, u"me"_s, u"--provider"_s, u"doors"_s, u"--url"_s,
                                    m_issuer->url().toString(), u"--auth"_s, u"authorization_code"_s, u"--client-id"_s,
                                    u"curfew-console"_s, u"--yes"_s}
                        + more);
}

QByteArray TestBrowserSignIn::noted()
{
    std::rewind(m_err);
    QByteArray text(64 * 1024, '\0');
    text.resize(qsizetype(std::fread(text.data(), 1, size_t(text.size()), m_err)));
    return text;
}

void TestBrowserSignIn::isConfiguredWithoutASecret()
{
    const CliAnswer added = add();
    QVERIFY2(added.status == 0, added.err.constData());
    QVERIFY(m_issuer->server().requests().isEmpty());
    const QJsonArray issuers = m_shell->runJson({u"issuer"_s, u"list"_s}).json().value(u"issuers"_s).toArray();
    const QJsonObject client = issuers.at(0)[u"clients"_s].toArray().at(0).toObject();
    QCOMPARE(client.value(u"client_id"_s), QJsonValue(u"curfew-console"_s));
    QCOMPARE(client.value(u"auth"_s), QJsonValue(u"authorization_code"_s));
    QVERIFY(m_shell->run({u"issuer"_s, u"list"_s}).out.contains("ready"));
    QVERIFY(m_shell->run({u"issuer"_s, u"show"_s, u"me"_s}).out.contains("you sign in yourself"));
}

void TestBrowserSignIn::takesNoSecret()
{
    const CliAnswer added = add({u"--secret-file"_s, m_shell->file(u"secret"_s, "canary")});
    QCOMPARE(added.status, 2);
    QVERIFY(added.err.contains("--auth authorization_code has no secret"));
    QVERIFY(m_shell->runJson({u"issuer"_s, u"list"_s}).json().value(u"issuers"_s).toArray().isEmpty());
}

void TestBrowserSignIn::aCheckIsADiscovery()
{
    QCOMPARE(add().status, 0);
    const CliAnswer told = m_shell->run({u"issuer"_s, u"check"_s, u"me"_s});
    QVERIFY2(told.status == 0, told.out.constData());
    QVERIFY(told.out.contains("Accepts the client: you sign in yourself when you use it\n"));
    const CliAnswer document = m_shell->runJson({u"issuer"_s, u"check"_s, u"me"_s});
    QCOMPARE(document.status, 0);
    QCOMPARE(document.json().value(u"discovery"_s)[u"ok"_s], QJsonValue(true));
    QCOMPARE(document.json().value(u"authentication"_s)[u"ok"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(document.json().value(u"client_id"_s), QJsonValue(u"curfew-console"_s));
    QCOMPARE(m_issuer->server().requests().size(), 2);
    for (const RecordedRequest &request : m_issuer->server().requests())
        QCOMPARE(request.target, "/realm/.well-known/openid-configuration"_ba);
}

void TestBrowserSignIn::aCommandThatCannotSignInSaysSo()
{
    QCOMPARE(add().status, 0);
    const CliAnswer answer = m_shell->runJson({u"token"_s, u"revoke"_s, u"--yes"_s, u"--issuer"_s, u"me"_s,
                                               u"--tokens-file"_s, m_shell->file(u"tokens"_s, "0123456789abcdef")});
    QCOMPARE(answer.status, 3);
    QVERIFY2(answer.out.contains("signed in"), answer.out.constData());
    QVERIFY(m_issuer->bearers().isEmpty());
}

void TestBrowserSignIn::opensTheBrowser()
{
    QCOMPARE(add().status, 0);
    m_workspace = Workspace::open(m_shell->profileDir()).value();
    // What stands for the desktop's own opener leaves its argument to be read.
    const QString opened = m_shell->profileDir() + u"/opened"_s;
    QFile opener(m_shell->file(u"xdg-open"_s,
                               "#!/bin/sh\nprintf %s \"$1\" >\"$OPENED.part\"\nmv \"$OPENED.part\" \"$OPENED\"\n"));
    QVERIFY(opener.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    qputenv("OPENED", QFile::encodeName(opened));
    qputenv("PATH", QFile::encodeName(QFileInfo(opener).path()) + ':' + m_path);
    qputenv("DISPLAY", ":none");

    Terminal terminal(m_err, m_err, stdin);
    BrowserSignIn signIn(*m_workspace, terminal, nullptr);
    const Issuer issuer = configured();
    const auto answer = signIn.run(issuer);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(opened), 20'000);
    QFile file(opened);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    QVERIFY2(page.startsWith(m_issuer->url().toEncoded() + "/authorize?"), page.constData());
    QVERIFY(noted().contains("Sign in to me in the browser."));
    QVERIFY(noted().contains(page)); // whoever can't be served opens it by hand

    PlainBrowser browser;
    QCOMPARE(browser.open(QUrl::fromEncoded(page)).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 20'000);
    QVERIFY(answer.result());
    QCOMPARE(answer.result()->user, u"kim"_s);
    QCOMPARE(answer.result()->names(), (QStringList{u"kim"_s, u"4711"_s, u"kim.lind@example.com"_s}));
    QVERIFY(!noted().contains("canary-code"));

    // What came of it is for the commands.
    AccessOptions options;
    options.given = answer.result()->credential;
    const auto access = m_workspace->access(issuer, options);
    QVERIFY(access);
    const auto prepared = (*access)->prepare();
    QTRY_VERIFY(prepared.isFinished());
    const auto credential = (*access)->credential({});
    QTRY_VERIFY(credential.isFinished());
    QVERIFY(credential.result());
    credential.result().value()->signIn->access = {}; // as if it had expired: it is renewed where the metadata says
    QByteArray token = "victim";
    const auto reply = (*access)->provider().revoke({takeToken(token), {}, {}}, *credential.result());
    QTRY_VERIFY(reply.isFinished());
    QCOMPARE(reply.result().reply, Reply::Success);
    QCOMPARE(m_issuer->grants().size(), 2);
}

void TestBrowserSignIn::whereNobodyLooksNothingIsOpened()
{
    QCOMPARE(add().status, 0);
    m_workspace = Workspace::open(m_shell->profileDir()).value();
    Terminal terminal(m_err, m_err, stdin);
    BrowserSignIn signIn(*m_workspace, terminal, nullptr);
    const auto answer = signIn.run(configured());
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().kind, ErrorKind::SignInNeeded);
    QVERIFY(answer.result().error().detail.contains(u"neither a terminal nor a display"_s));
    QVERIFY(m_issuer->server().requests().isEmpty());
    QVERIFY(noted().isEmpty());
}

void TestBrowserSignIn::isForClientsThatSignIn()
{
    Issuer issuer;
    QVERIFY(!BrowserSignIn::isFor(issuer));
    issuer.clients = {{u"a"_s, AuthMethod::Bearer, true}, {u"b"_s, AuthMethod::AuthorizationCode, false}};
    QVERIFY(!BrowserSignIn::isFor(issuer)); // the first is the default
    issuer.clients.move(0, 1);
    QVERIFY(BrowserSignIn::isFor(issuer));
}

QTEST_GUILESS_MAIN(TestBrowserSignIn)
#include "tst_browsersignin.moc"
