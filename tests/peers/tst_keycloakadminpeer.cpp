// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clishell.h"
#include "keycloakserver.h"
#include "peerbrowser.h"
#include "peerclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

namespace {

struct Tokens {
    QByteArray access;
    QByteArray refresh;
};

} // namespace

//! A person, found and contained by name on a real Keycloak; beside what the command line says stands what the server
//! says to others.
class TestKeycloakAdminPeer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_shell.reset(); }
    void cleanupTestCase() { m_keycloak.stop(); }
    void findsExactlyOnePerson_data();
    void findsExactlyOnePerson();
    void containsAPerson();
    void leavesAStepOut();
    void seesWhoIsNewSince();
    void withoutTheRightToManage();
    void aWrongSecretIsTriedOnce();
    void anAccountKeepsTheRest();

private:
    Tokens grant(const QString &client, const PeerForm &form);
    Tokens exchange(const QString &client, PeerBrowser &browser);
    Tokens signIn(const QString &scope);
    bool isActive(const QByteArray &token);
    QString refreshError(const QString &client, const QByteArray &refreshToken);
    QJsonDocument administered(const QString &path);
    QString samsId();

    void add(const QString &client = u"administration"_s);
    CliAnswer user(const QStringList &words, const QString &client = u"administration"_s);

    KeycloakServer m_keycloak;
    PeerClient m_http;
    std::unique_ptr<CliShell> m_shell;
};

static QString secretOf(const QString &client)
{
    return client == "fleet"_L1 ? u"fleet: 100% +ä&="_s : client + "-secret"_L1;
}

void TestKeycloakAdminPeer::initTestCase()
{
    QVERIFY(m_keycloak.start());
}

void TestKeycloakAdminPeer::init()
{
    m_shell = std::make_unique<CliShell>();
    add();
}

void TestKeycloakAdminPeer::add(const QString &client)
{
    const CliAnswer added = m_shell->run({u"issuer"_s, u"add"_s, client, u"--provider"_s, u"keycloak-admin"_s,
                                          u"--url"_s, m_keycloak.realm().toString(), u"--client-id"_s, client});
    QVERIFY2(added.status == 0, added.err.constData());
}

CliAnswer TestKeycloakAdminPeer::user(const QStringList &words, const QString &client)
{
    return m_shell->runJson(QStringList{u"user"_s} + words
                            + QStringList{u"--issuer"_s, client, u"--secret-file"_s,
                                          m_shell->file(u"secret"_s, secretOf(client).toUtf8())});
}

Tokens TestKeycloakAdminPeer::grant(const QString &client, const PeerForm &form)
{
    const PeerAnswer answer =
        m_http.post(m_keycloak.endpoint(u"token"_s),
                    form + PeerForm{{u"client_id"_s, client}, {u"client_secret"_s, secretOf(client)}});
    return {answer.text(u"access_token"_s).toUtf8(), answer.text(u"refresh_token"_s).toUtf8()};
}

//! Tokens for \p client in the session of \p browser, which is begun if need be.
Tokens TestKeycloakAdminPeer::exchange(const QString &client, PeerBrowser &browser)
{
    const QString redirect = u"http://127.0.0.1/"_s + client;
    QUrl url = m_keycloak.endpoint(u"auth"_s);
    url.setQuery(u"response_type=code&scope=openid&client_id="_s + client + u"&redirect_uri="_s + redirect);
    const QString code = browser.signIn(url, redirect);
    return grant(client,
                 {{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, code}, {u"redirect_uri"_s, redirect}});
}

//! A session of its own, with fleet.
Tokens TestKeycloakAdminPeer::signIn(const QString &scope)
{
    return grant(u"fleet"_s,
                 {{u"grant_type"_s, u"password"_s},
                  {u"username"_s, u"sam.martin"_s},
                  {u"password"_s, u"horse staple"_s},
                  {u"scope"_s, scope}});
}

bool TestKeycloakAdminPeer::isActive(const QByteArray &token)
{
    PeerForm form{{u"token"_s, QString::fromLatin1(token)},
                  {u"client_id"_s, u"fleet"_s},
                  {u"client_secret"_s, secretOf(u"fleet"_s)}};
    if (claimsOf(token).value(u"typ"_s) != "Bearer"_L1)
        form.append({u"token_type_hint"_s, u"refresh_token"_s});
    return m_http.post(m_keycloak.endpoint(u"token/introspect"_s), form).json().value(u"active"_s).toBool();
}

QString TestKeycloakAdminPeer::refreshError(const QString &client, const QByteArray &refreshToken)
{
    return m_http
        .post(m_keycloak.endpoint(u"token"_s),
              {{u"grant_type"_s, u"refresh_token"_s},
               {u"refresh_token"_s, QString::fromLatin1(refreshToken)},
               {u"client_id"_s, client},
               {u"client_secret"_s, secretOf(client)}})
        .error();
}

QJsonDocument TestKeycloakAdminPeer::administered(const QString &path)
{
    const Tokens own = grant(u"administration"_s, {{u"grant_type"_s, u"client_credentials"_s}});
    const PeerAnswer answer = m_http.get(m_keycloak.administration(path), "Bearer " + own.access);
    if (answer.status != 200)
        qWarning("%s: %d", qPrintable(path), answer.status);
    return QJsonDocument::fromJson(answer.body);
}

QString TestKeycloakAdminPeer::samsId()
{
    return administered(u"users?exact=true&username=sam.martin"_s).array().at(0)[u"id"_s].toString();
}

void TestKeycloakAdminPeer::findsExactlyOnePerson_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("found"); // -1: there is no such document
    QTest::newRow("by e-mail") << u"sam.martin@example.com"_s << 0 << 1;
    QTest::newRow("in other letters") << u"Sam.Martin@Example.com"_s << 0 << 1;
    QTest::newRow("by user name") << u"sam.martin"_s << 0 << 1;
    QTest::newRow("by half a name") << u"sam"_s << 0 << 0;
    QTest::newRow("by half an address") << u"martin@example.com"_s << 0 << 0;
    QTest::newRow("everybody") << u"*"_s << 2 << -1;
}

void TestKeycloakAdminPeer::findsExactlyOnePerson()
{
    QFETCH(QString, name);
    QFETCH(int, found);
    const CliAnswer answer = user({u"find"_s, u"--user"_s, name});
    QTEST(answer.status, "status");
    if (found < 0) {
        QCOMPARE(answer.errorKind(), u"invalid_input"_s);
        return;
    }
    const QJsonArray people = answer.json().value(u"people"_s).toArray();
    QCOMPARE(people.size(), found);
    if (found == 0)
        return;
    QCOMPARE(people.at(0).toObject(),
             (QJsonObject{{u"issuer"_s, u"administration"_s},
                          {u"id"_s, samsId()},
                          {u"user_name"_s, u"sam.martin"_s},
                          {u"name"_s, u"Sam Martin"_s},
                          {u"email"_s, u"sam.martin@example.com"_s},
                          {u"enabled"_s, true},
                          {u"last_sign_in"_s, QJsonValue::Null}}));
    const CliAnswer byId = user({u"find"_s, u"--user"_s, samsId()});
    QCOMPARE(byId.json().value(u"people"_s).toArray(), people);
}

void TestKeycloakAdminPeer::containsAPerson()
{
    PeerBrowser laptop(u"sam.martin"_s, u"horse staple"_s);
    PeerBrowser phone(u"sam.martin"_s, u"horse staple"_s);
    const Tokens travel = exchange(u"travel"_s, laptop); // which asks for consent
    const Tokens depot = exchange(u"depot"_s, laptop);
    const Tokens fleet = exchange(u"fleet"_s, phone);
    const Tokens offline = signIn(u"openid offline_access"_s);
    QVERIFY(!travel.refresh.isEmpty() && !depot.refresh.isEmpty());
    QVERIFY(isActive(fleet.access) && isActive(offline.refresh));

    const CliAnswer shown = user({u"sessions"_s, u"--user"_s, u"sam.martin"_s});
    QVERIFY2(shown.status == 0, shown.err.constData());
    const QJsonObject there = shown.document().array().at(0).toObject();
    const QJsonArray sessions = there.value(u"sessions"_s).toArray();
    qsizetype offlineSessions = 0;
    for (const QJsonValue &session : sessions)
        offlineSessions += session[u"kind"_s] == "offline"_L1 ? 1 : 0;
    QCOMPARE(offlineSessions, 1);
    QVERIFY(sessions.size() >= 3);
    QCOMPARE(there.value(u"consents"_s).toArray().size(), 1);

    const QStringList contain{u"contain"_s, u"--user"_s, u"sam.martin@example.com"_s, u"--yes"_s};
    const CliAnswer dry = user(contain + QStringList{u"--dry-run"_s});
    QCOMPARE(dry.status, 0);
    QVERIFY(isActive(fleet.access));

    const CliAnswer contained = user(contain);
    QVERIFY2(contained.status == 0, (contained.out + contained.err).constData());
    const QJsonArray results = contained.json().value(u"results"_s).toArray();
    QCOMPARE(results.size(), 3 + sessions.size()); // block, sign out, consent
    for (const QJsonValue &result : results) {
        QVERIFY2(result[u"outcome"_s] == "revoked"_L1, qPrintable(QString::fromUtf8(contained.out)));
        QCOMPARE(result[u"verified_by"_s], QJsonValue(u"reading"_s));
    }

    // What the server says to others.
    QVERIFY(!isActive(fleet.access));
    QVERIFY(!isActive(fleet.refresh));
    QVERIFY(!isActive(offline.refresh));
    QCOMPARE(refreshError(u"travel"_s, travel.refresh), u"invalid_grant"_s);
    QCOMPARE(refreshError(u"depot"_s, depot.refresh), u"invalid_grant"_s);
    QCOMPARE(refreshError(u"fleet"_s, offline.refresh), u"invalid_grant"_s);
    QVERIFY(signIn(u"openid"_s).access.isEmpty());
    QCOMPARE(administered(u"users/%1/sessions"_s.arg(samsId())).array().size(), 0);
    QCOMPARE(administered(u"users/%1/consents"_s.arg(samsId())).array().size(), 0);

    // Twice is no harm, and says what was found.
    const CliAnswer again = user(contain);
    QCOMPARE(again.status, 0);
    QCOMPARE(outcomes(again.json()), times(2, u"already_invalid"_s));

    const CliAnswer enabled = user({u"enable"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s});
    QVERIFY2(enabled.status == 0, enabled.out.constData());
    QCOMPARE(outcomes(enabled.json()), QStringList{u"revoked"_s});
    QVERIFY(isActive(signIn(u"openid"_s).access));
    QVERIFY(!isActive(fleet.refresh)); // what was ended stays so
    QCOMPARE(m_shell->run({u"journal"_s, u"verify"_s}).status, 0);
}

void TestKeycloakAdminPeer::leavesAStepOut()
{
    const Tokens online = signIn(u"openid"_s);
    const Tokens offline = signIn(u"openid offline_access"_s);
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s, u"--leave-out"_s, u"block"_s,
                                   u"--leave-out"_s, u"offline"_s, u"--leave-out"_s, u"consents"_s});
    QVERIFY2(answer.status == 0, answer.out.constData());
    QVERIFY(!isActive(online.refresh));
    QVERIFY(isActive(offline.refresh));
    QVERIFY(isActive(signIn(u"openid"_s).access));
}

void TestKeycloakAdminPeer::seesWhoIsNewSince()
{
    const Tokens before = signIn(u"openid"_s);
    const auto running =
        m_shell->begin({u"user"_s, u"contain"_s, u"--json"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s, u"--watch"_s,
                        u"4"_s, u"--leave-out"_s, u"block"_s, u"--issuer"_s, u"administration"_s, u"--secret-file"_s,
                        m_shell->file(u"secret"_s, "administration-secret")});
    QTRY_VERIFY_WITH_TIMEOUT(!isActive(before.refresh), 30'000);
    const Tokens since = signIn(u"openid"_s);
    QVERIFY(isActive(since.access));
    const CliAnswer answer = CliShell::finish(*running);
    QVERIFY2(answer.status == 1, answer.out.constData());
    const QJsonObject last = answer.json().value(u"results"_s).toArray().last().toObject();
    QCOMPARE(last.value(u"outcome"_s), QJsonValue(u"still_active"_s));
    QVERIFY(last.value(u"message"_s).toString().startsWith("new since"_L1));
}

void TestKeycloakAdminPeer::withoutTheRightToManage()
{
    add(u"onlooker"_s);
    const Tokens tokens = signIn(u"openid"_s);
    const CliAnswer found = user({u"find"_s, u"--user"_s, u"sam.martin"_s}, u"onlooker"_s);
    QCOMPARE(found.json().value(u"people"_s).toArray().size(), 1);
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s}, u"onlooker"_s);
    QCOMPARE(answer.status, 1);
    const QStringList all = outcomes(answer.json());
    QCOMPARE(all, times(all.size(), u"refused"_s));
    QVERIFY(isActive(tokens.access));
    QVERIFY(administered(u"users/"_s + samsId()).object().value(u"enabled"_s).toBool());
}

void TestKeycloakAdminPeer::aWrongSecretIsTriedOnce()
{
    const QStringList call{u"user"_s,           u"contain"_s,       u"--user"_s,
                           u"sam.martin"_s,     u"--yes"_s,         u"--issuer"_s,
                           u"administration"_s, u"--secret-file"_s, m_shell->file(u"secret"_s, "wrong")};
    const CliAnswer first = m_shell->runJson(call);
    QCOMPARE(first.status, 3);
    QCOMPARE(first.errorKind(), u"client_refused"_s);
    const CliAnswer second = m_shell->runJson(call);
    QCOMPARE(second.status, 3);
    QCOMPARE(second.errorKind(), u"breaker_open"_s);
}

//! Blocking sends one member alone: the server must not take that for the whole account.
void TestKeycloakAdminPeer::anAccountKeepsTheRest()
{
    const auto shown = [this] {
        QJsonObject account = administered(u"users/"_s + samsId()).object();
        account.remove(u"notBefore"_s); // signing out everywhere sets it
        return account;
    };
    const QJsonObject before = shown();
    QCOMPARE(before.value(u"lastName"_s), QJsonValue(u"Martin"_s));
    QCOMPARE(user({u"contain"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s}).status, 0);
    QCOMPARE(user({u"enable"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s}).status, 0);
    QCOMPARE(shown(), before);
}

QTEST_GUILESS_MAIN(TestKeycloakAdminPeer)
#include "tst_keycloakadminpeer.moc"
