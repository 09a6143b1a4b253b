// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clishell.h"
#include "oidcproviderserver.h"
#include "peerbrowser.h"
#include "peerclient.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace curfew;

namespace {

//! A client of oidcprovider.mjs.
struct Client {
    QString id;
    QString secret;
    QString method;
};

//! What one grant brought.
struct Tokens {
    QByteArray access;
    QByteArray refresh;
    QByteArray id;
};

} // namespace

// Ids and secrets with what a form has to encode: RFC 6749 section 2.3.1 wants it in the header as well as in the body.
static Client basicDesk()
{
    return {u"basic desk"_s, u"b: 100% +~&=/\""_s, u"client_secret_basic"_s};
}

static Client postDesk()
{
    return {u"post desk"_s, u"p: 100% +~&=/\""_s, u"client_secret_post"_s};
}

static Client other()
{
    return {u"other"_s, u"other-secret"_s, u"client_secret_basic"_s};
}

//! The command line against a certified server, of which it knows nothing but the issuer's address.
class TestOidcProviderPeer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_provider.start()); }
    void init() { m_shell = std::make_unique<CliShell>(); }
    void cleanup() { m_shell.reset(); }
    void cleanupTestCase() { m_provider.stop(); }
    void checksTheIssuer_data() { clients(); }
    void checksTheIssuer();
    void endsAnAccessToken_data() { clients(); }
    void endsAnAccessToken();
    void endsARefreshToken_data() { clients(); }
    void endsARefreshToken();
    void endsATokenWithoutAPerson();
    void endsABatch();
    void endsTheTokensOfOneGrant();
    void inspectsTokens();
    void whatItCantEnd_data();
    void whatItCantEnd();
    void anotherClientsToken();
    void aWrongSecretIsTriedOnce_data();
    void aWrongSecretIsTriedOnce();

private:
    static void clients();
    //! The token endpoint's answer to \p client.
    PeerAnswer granted(const Client &client, const PeerForm &form);
    //! Each call is a grant of its own.
    Tokens signIn(const Client &client);
    //! `active`, as a client is told.
    bool isActive(const QByteArray &token);
    int refused() { return m_http.get(m_provider.endpoint(u"/refused"_s)).json().value(u"refused"_s).toInt(); }

    void add(const Client &client);
    QStringList at(const QString &secret);
    CliAnswer revoke(const Client &client, const QByteArray &tokens, const QStringList &more = {});
    QJsonObject revokedAlone(const Client &client, const QByteArray &token);

    OidcProviderServer m_provider;
    PeerClient m_http;
    std::unique_ptr<CliShell> m_shell;
};

static QByteArray basic(const Client &client)
{
    return "Basic " + (QUrl::toPercentEncoding(client.id) + ':' + QUrl::toPercentEncoding(client.secret)).toBase64();
}

void TestOidcProviderPeer::clients()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("secret in the header") << u"client_secret_basic"_s;
    QTest::newRow("secret in the body") << u"client_secret_post"_s;
}

static Client clientFor(const QString &method)
{
    return method == basicDesk().method ? basicDesk() : postDesk();
}

PeerAnswer TestOidcProviderPeer::granted(const Client &client, const PeerForm &form)
{
    const QUrl url = m_provider.endpoint(u"/token"_s);
    if (client.method == "client_secret_basic"_L1)
        return m_http.post(url, form, basic(client));
    return m_http.post(url, form + PeerForm{{u"client_id"_s, client.id}, {u"client_secret"_s, client.secret}});
}

Tokens TestOidcProviderPeer::signIn(const Client &client)
{
    const QString redirect = u"http://127.0.0.1/back"_s;
    const QByteArray verifier(43, 'v');
    const QByteArray challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QUrl url = m_provider.endpoint(u"/auth"_s);
    url.setQuery(u"response_type=code&scope=openid+offline_access&prompt=consent&code_challenge_method=S256"
                 "&code_challenge="_s
                 + QString::fromLatin1(challenge) + u"&client_id="_s
                 + QString::fromLatin1(QUrl::toPercentEncoding(client.id)) + u"&redirect_uri="_s
                 + QString::fromLatin1(QUrl::toPercentEncoding(redirect)));
    PeerBrowser browser(u"robin.finch"_s, u"anything"_s);
    const QString code = browser.signIn(url, redirect);
    const PeerAnswer answer = granted(client,
                                      {{u"grant_type"_s, u"authorization_code"_s},
                                       {u"code"_s, code},
                                       {u"redirect_uri"_s, redirect},
                                       {u"code_verifier"_s, QString::fromLatin1(verifier)}});
    if (answer.status != 200)
        qWarning("no tokens: %d %s", answer.status, answer.body.constData());
    return {answer.text(u"access_token"_s).toUtf8(), answer.text(u"refresh_token"_s).toUtf8(),
            answer.text(u"id_token"_s).toUtf8()};
}

bool TestOidcProviderPeer::isActive(const QByteArray &token)
{
    return m_http
        .post(m_provider.endpoint(u"/token/introspection"_s), {{u"token"_s, QString::fromLatin1(token)}},
              basic(other()))
        .json()
        .value(u"active"_s)
        .toBool();
}

void TestOidcProviderPeer::add(const Client &client)
{
    QStringList call{
        u"issuer"_s,      u"add"_s, u"id"_s, u"--provider"_s, u"oauth2"_s, u"--url"_s, m_provider.issuer().toString(),
        u"--client-id"_s, client.id};
    if (client.method != "client_secret_basic"_L1)
        call += QStringList{u"--auth"_s, client.method};
    const CliAnswer added = m_shell->run(call);
    QVERIFY2(added.status == 0, added.err.constData());
}

QStringList TestOidcProviderPeer::at(const QString &secret)
{
    return {u"--issuer"_s, u"id"_s, u"--secret-file"_s, m_shell->file(u"secret"_s, secret.toUtf8() + '\n')};
}

CliAnswer TestOidcProviderPeer::revoke(const Client &client, const QByteArray &tokens, const QStringList &more)
{
    return m_shell->runJson(
        QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_shell->file(u"tokens"_s, tokens)}
        + at(client.secret) + more);
}

//! The one result of ending \p token alone.
QJsonObject TestOidcProviderPeer::revokedAlone(const Client &client, const QByteArray &token)
{
    const CliAnswer answer = revoke(client, token);
    const QJsonArray results = answer.json().value(u"results"_s).toArray();
    if (results.size() != 1)
        qWarning("%d: %s %s", answer.status, answer.out.constData(), answer.err.constData());
    return results.at(0).toObject();
}

void TestOidcProviderPeer::checksTheIssuer()
{
    QFETCH(QString, method);
    const Client client = clientFor(method);
    add(client);
    const int before = refused();
    const CliAnswer answer = m_shell->runJson(QStringList{u"issuer"_s, u"check"_s, u"id"_s} + at(client.secret).mid(2));
    QVERIFY2(answer.status == 0, answer.out.constData());
    QCOMPARE(refused(), before);
}

void TestOidcProviderPeer::endsAnAccessToken()
{
    QFETCH(QString, method);
    const Client client = clientFor(method);
    add(client);
    const Tokens tokens = signIn(client);
    QVERIFY(isActive(tokens.access));
    const QJsonObject result = revokedAlone(client, tokens.access);
    QCOMPARE(result.value(u"outcome"_s), QJsonValue(u"revoked"_s));
    QCOMPARE(result.value(u"verified_by"_s), QJsonValue(u"introspection"_s));
    QVERIFY(!isActive(tokens.access));
    // This server ends the whole grant with it, as RFC 7009 section 2.1 lets it.
    QVERIFY(!isActive(tokens.refresh));
}

void TestOidcProviderPeer::endsARefreshToken()
{
    QFETCH(QString, method);
    const Client client = clientFor(method);
    add(client);
    const Tokens tokens = signIn(client);
    const Tokens otherGrant = signIn(client);
    const QJsonObject result = revokedAlone(client, tokens.refresh);
    QCOMPARE(result.value(u"outcome"_s), QJsonValue(u"revoked"_s));
    QCOMPARE(result.value(u"verified_by"_s), QJsonValue(u"introspection"_s));
    QVERIFY(!isActive(tokens.refresh));
    QCOMPARE(granted(client,
                     {{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, QString::fromLatin1(tokens.refresh)}})
                 .error(),
             u"invalid_grant"_s);
    // It ends what came from the same grant, and nothing else.
    QVERIFY(!isActive(tokens.access));
    QVERIFY(isActive(otherGrant.access));
    QVERIFY(isActive(otherGrant.refresh));
}

void TestOidcProviderPeer::endsATokenWithoutAPerson()
{
    add(basicDesk());
    const QByteArray token =
        granted(basicDesk(), {{u"grant_type"_s, u"client_credentials"_s}}).text(u"access_token"_s).toUtf8();
    QCOMPARE(revokedAlone(basicDesk(), token).value(u"outcome"_s), QJsonValue(u"revoked"_s));
    QVERIFY(!isActive(token));
}

void TestOidcProviderPeer::endsABatch()
{
    add(basicDesk());
    QList<QByteArray> tokens;
    for (int count = 0; count < 100; ++count)
        tokens += granted(basicDesk(), {{u"grant_type"_s, u"client_credentials"_s}}).text(u"access_token"_s).toUtf8();
    const CliAnswer answer = revoke(basicDesk(), lines(tokens));
    QVERIFY2(answer.status == 0, answer.out.constData());
    QCOMPARE(answer.json().value(u"counts"_s), QJsonValue(QJsonObject{{u"revoked"_s, 100}}));
    for (const QByteArray &token : std::as_const(tokens))
        QVERIFY(!isActive(token));
}

void TestOidcProviderPeer::endsTheTokensOfOneGrant()
{
    add(postDesk());
    const Tokens tokens = signIn(postDesk());
    // The first one takes the second with it, which was seen alive before.
    const CliAnswer answer = revoke(postDesk(), lines({tokens.access, tokens.refresh}));
    QCOMPARE(answer.status, 0);
    QCOMPARE(outcomes(answer.json()), times(2, u"revoked"_s));
    QVERIFY(!isActive(tokens.access));
    QVERIFY(!isActive(tokens.refresh));
}

void TestOidcProviderPeer::inspectsTokens()
{
    add(postDesk());
    const Tokens alive = signIn(postDesk());
    const Tokens ended = signIn(postDesk());
    QCOMPARE(revokedAlone(postDesk(), ended.refresh).value(u"outcome"_s), QJsonValue(u"revoked"_s));
    const QList<QPair<QByteArray, bool>> expected{{alive.access, true},
                                                  {alive.refresh, true},
                                                  {ended.access, false},
                                                  {ended.refresh, false},
                                                  {"nobody's", false}};
    for (const auto &[token, active] : expected) {
        const CliAnswer answer =
            m_shell->runJson(QStringList{u"token"_s, u"inspect"_s, u"--token-file"_s, m_shell->file(u"token"_s, token)}
                             + at(postDesk().secret));
        QCOMPARE(answer.status, 0);
        const QJsonValue shown = answer.json().value(u"tokens"_s).toArray().at(0);
        QCOMPARE(shown[u"kind"_s], QJsonValue(u"opaque"_s));
        QCOMPARE(shown[u"active"_s], QJsonValue(active));
    }
}

void TestOidcProviderPeer::whatItCantEnd_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<int>("exitStatus");
    QTest::newRow("an access token as a JWT") << u"jwt"_s << u"refused"_s << 400 << 1; // it keeps no record of them
    QTest::newRow("an ID token") << u"id"_s << u"refused"_s << 400 << 1;
    QTest::newRow("a token nobody made") << u"unknown"_s << u"already_invalid"_s << 200 << 0;
    QTest::newRow("a token that was ended before") << u"ended"_s << u"already_invalid"_s << 200 << 0;
}

void TestOidcProviderPeer::whatItCantEnd()
{
    QFETCH(QString, kind);
    add(basicDesk());
    QByteArray token = "00112233445566778899aabbccddeeff";
    if (kind == "jwt"_L1) {
        token =
            granted(basicDesk(),
                    {{u"grant_type"_s, u"client_credentials"_s}, {u"resource"_s, u"https://resource.example.com"_s}})
                .text(u"access_token"_s)
                .toUtf8();
        QCOMPARE(claimsOf(token).value(u"client_id"_s), QJsonValue(basicDesk().id));
    } else if (kind == "id"_L1) {
        token = signIn(basicDesk()).id;
    } else if (kind == "ended"_L1) {
        token = signIn(basicDesk()).refresh;
        QCOMPARE(revoke(basicDesk(), token).status, 0);
    }
    const CliAnswer answer = revoke(basicDesk(), token);
    const QJsonObject result = answer.json().value(u"results"_s).toArray().at(0).toObject();
    QTEST(result.value(u"outcome"_s).toString(), "outcome");
    QTEST(result.value(u"http_status"_s).toInt(), "httpStatus");
    QTEST(answer.status, "exitStatus");
}

void TestOidcProviderPeer::anotherClientsToken()
{
    add(basicDesk());
    const Tokens theirs = signIn(other());
    // It names nobody, so it is tried. Other clients may look at it, and only its own may end it.
    for (const QByteArray &token : {theirs.access, theirs.refresh}) {
        const QJsonObject result = revokedAlone(basicDesk(), token);
        QCOMPARE(result.value(u"outcome"_s), QJsonValue(u"refused"_s));
        QCOMPARE(result.value(u"http_status"_s), QJsonValue(400));
        QCOMPARE(result.value(u"attempts"_s), QJsonValue(1));
        QVERIFY(isActive(token));
    }
    // That isn't held against the client.
    QCOMPARE(revokedAlone(basicDesk(), signIn(basicDesk()).refresh).value(u"outcome"_s), QJsonValue(u"revoked"_s));
}

void TestOidcProviderPeer::aWrongSecretIsTriedOnce_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("verify"); // decides which endpoint is asked first
    for (const Client &client : {basicDesk(), postDesk()}) {
        for (const QString &verify : {u"full"_s, u"none"_s})
            QTest::addRow("%s, --verify %s", qPrintable(client.method), qPrintable(verify)) << client.method << verify;
    }
}

void TestOidcProviderPeer::aWrongSecretIsTriedOnce()
{
    QFETCH(QString, method);
    QFETCH(QString, verify);
    const Client client = clientFor(method);
    add(client);
    QList<QByteArray> tokens;
    for (int count = 0; count < 5; ++count)
        tokens.append(signIn(client).refresh);
    Client wrong = client;
    wrong.secret = u"not the secret"_s;
    const int before = refused();
    const CliAnswer answer = revoke(wrong, lines(tokens), {u"--verify"_s, verify});
    QCOMPARE(answer.status, 3);
    QCOMPARE(answer.json().value(u"counts"_s), QJsonValue(QJsonObject{{u"refused"_s, 1}, {u"skipped"_s, 4}}));
    QCOMPARE(refused(), before + 1);
    QCOMPARE(revoke(wrong, lines(tokens)).status, 3); // the breaker is in the profile
    QCOMPARE(refused(), before + 1);
    for (const QByteArray &token : std::as_const(tokens))
        QVERIFY(isActive(token));
}

QTEST_GUILESS_MAIN(TestOidcProviderPeer)
#include "tst_oidcproviderpeer.moc"
