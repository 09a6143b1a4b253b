// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clishell.h"
#include "keycloakperson.h"
#include "peerbrowser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

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
    void withoutTheRightToLook();
    void aWrongSecretIsTriedOnce();
    void anAccountKeepsTheRest();

private:
    void add(const QString &client = u"administration"_s);
    CliAnswer user(const QStringList &words, const QString &client = u"administration"_s);

    KeycloakServer m_keycloak;
    KeycloakPerson m_sam{m_keycloak};
    std::unique_ptr<CliShell> m_shell;
};

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
                                          m_shell->file(u"secret"_s, KeycloakPerson::secretOf(client).toUtf8())});
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
                          {u"id"_s, m_sam.id()},
                          {u"user_name"_s, u"sam.martin"_s},
                          {u"name"_s, u"Sam Martin"_s},
                          {u"email"_s, u"sam.martin@example.com"_s},
                          {u"enabled"_s, true},
                          {u"last_sign_in"_s, QJsonValue::Null}}));
    const CliAnswer byId = user({u"find"_s, u"--user"_s, m_sam.id()});
    QCOMPARE(byId.json().value(u"people"_s).toArray(), people);
}

void TestKeycloakAdminPeer::containsAPerson()
{
    PeerBrowser laptop(u"sam.martin"_s, u"horse staple"_s);
    PeerBrowser phone(u"sam.martin"_s, u"horse staple"_s);
    const GrantedTokens travel = m_sam.exchange(u"travel"_s, laptop); // which asks for consent
    const GrantedTokens depot = m_sam.exchange(u"depot"_s, laptop);
    const GrantedTokens fleet = m_sam.exchange(u"fleet"_s, phone);
    const GrantedTokens offline = m_sam.signIn(u"openid offline_access"_s);
    // Keycloak gives it the id of the phone's session.
    const GrantedTokens kept = m_sam.exchange(u"fleet"_s, phone, u"openid offline_access"_s);
    QVERIFY(!travel.refresh.isEmpty() && !depot.refresh.isEmpty());
    QVERIFY(m_sam.isActive(fleet.access) && m_sam.isActive(offline.refresh));

    const CliAnswer shown = user({u"sessions"_s, u"--user"_s, u"sam.martin"_s});
    QVERIFY2(shown.status == 0, shown.err.constData());
    const QJsonObject there = shown.document().array().at(0).toObject();
    const QJsonArray sessions = there.value(u"sessions"_s).toArray();
    qsizetype offlineSessions = 0;
    for (const QJsonValue &session : sessions)
        offlineSessions += session[u"kind"_s] == "offline"_L1 ? 1 : 0;
    QCOMPARE(offlineSessions, 2);
    QVERIFY(sessions.size() >= 3);
    QCOMPARE(there.value(u"consents"_s).toArray().size(), 1);

    const QStringList contain{u"contain"_s, u"--user"_s, u"sam.martin@example.com"_s, u"--yes"_s};
    const CliAnswer dry = user(contain + QStringList{u"--dry-run"_s});
    QCOMPARE(dry.status, 0);
    QVERIFY(m_sam.isActive(fleet.access));

    const CliAnswer contained = user(contain);
    QVERIFY2(contained.status == 0, (contained.out + contained.err).constData());
    const QJsonArray results = contained.json().value(u"results"_s).toArray();
    QCOMPARE(results.size(), 3 + sessions.size()); // block, sign out, consent
    for (const QJsonValue &result : results) {
        QVERIFY2(result[u"outcome"_s] == "revoked"_L1, qPrintable(QString::fromUtf8(contained.out)));
        QCOMPARE(result[u"verified_by"_s], QJsonValue(u"reading"_s));
    }

    // What the server says to others.
    QVERIFY(!m_sam.isActive(fleet.access));
    QVERIFY(!m_sam.isActive(fleet.refresh));
    QVERIFY(!m_sam.isActive(offline.refresh));
    QVERIFY(!m_sam.isActive(kept.refresh));
    QCOMPARE(m_sam.refreshError(u"travel"_s, travel.refresh), u"invalid_grant"_s);
    QCOMPARE(m_sam.refreshError(u"depot"_s, depot.refresh), u"invalid_grant"_s);
    QCOMPARE(m_sam.refreshError(u"fleet"_s, offline.refresh), u"invalid_grant"_s);
    QVERIFY(m_sam.signIn(u"openid"_s).access.isEmpty());
    QCOMPARE(m_sam.administered(u"users/%1/sessions"_s.arg(m_sam.id())).array().size(), 0);
    QCOMPARE(m_sam.administered(u"users/%1/consents"_s.arg(m_sam.id())).array().size(), 0);

    // Twice is no harm, and says what was found.
    const CliAnswer again = user(contain);
    QCOMPARE(again.status, 0);
    QCOMPARE(outcomes(again.json()), times(2, u"already_invalid"_s));

    const CliAnswer enabled = user({u"enable"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s});
    QVERIFY2(enabled.status == 0, enabled.out.constData());
    QCOMPARE(outcomes(enabled.json()), QStringList{u"revoked"_s});
    QVERIFY(m_sam.isActive(m_sam.signIn(u"openid"_s).access));
    QVERIFY(!m_sam.isActive(fleet.refresh)); // what was ended stays so
    QCOMPARE(m_shell->run({u"journal"_s, u"verify"_s}).status, 0);
}

void TestKeycloakAdminPeer::leavesAStepOut()
{
    const GrantedTokens online = m_sam.signIn(u"openid"_s);
    const GrantedTokens offline = m_sam.signIn(u"openid offline_access"_s);
    QTest::qWait(1100); // signing out everywhere would end whatever was given in an earlier second
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s, u"--leave-out"_s, u"block"_s,
                                   u"--leave-out"_s, u"offline"_s, u"--leave-out"_s, u"consents"_s});
    QVERIFY2(answer.status == 0, answer.out.constData());
    QVERIFY(!m_sam.isActive(online.refresh));
    QVERIFY(m_sam.isActive(offline.refresh));
    QVERIFY(m_sam.isActive(m_sam.signIn(u"openid"_s).access));
}

void TestKeycloakAdminPeer::seesWhoIsNewSince()
{
    const GrantedTokens before = m_sam.signIn(u"openid"_s);
    const auto running =
        m_shell->begin({u"user"_s, u"contain"_s, u"--json"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s, u"--watch"_s,
                        u"4"_s, u"--leave-out"_s, u"block"_s, u"--issuer"_s, u"administration"_s, u"--secret-file"_s,
                        m_shell->file(u"secret"_s, "administration-secret")});
    QTRY_VERIFY_WITH_TIMEOUT(!m_sam.isActive(before.refresh), 30'000);
    const GrantedTokens since = m_sam.signIn(u"openid"_s);
    QVERIFY(m_sam.isActive(since.access));
    const CliAnswer answer = CliShell::finish(*running);
    QVERIFY2(answer.status == 1, answer.out.constData());
    const QJsonObject last = answer.json().value(u"results"_s).toArray().last().toObject();
    QCOMPARE(last.value(u"outcome"_s), QJsonValue(u"still_active"_s));
    QVERIFY(last.value(u"message"_s).toString().startsWith("new since"_L1));
}

void TestKeycloakAdminPeer::withoutTheRightToManage()
{
    add(u"onlooker"_s);
    const GrantedTokens tokens = m_sam.signIn(u"openid"_s);
    const CliAnswer found = user({u"find"_s, u"--user"_s, u"sam.martin"_s}, u"onlooker"_s);
    QCOMPARE(found.json().value(u"people"_s).toArray().size(), 1);
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s}, u"onlooker"_s);
    QCOMPARE(answer.status, 1);
    const QStringList all = outcomes(answer.json());
    QCOMPARE(all, times(all.size(), u"refused"_s));
    QVERIFY(m_sam.isActive(tokens.access));
    QVERIFY(m_sam.administered(u"users/"_s + m_sam.id()).object().value(u"enabled"_s).toBool());
}

//! Who may only search gets an empty list from Keycloak, as if there were nobody.
void TestKeycloakAdminPeer::withoutTheRightToLook()
{
    add(u"searcher"_s);
    const CliAnswer found = user({u"find"_s, u"--user"_s, u"sam.martin"_s}, u"searcher"_s);
    QCOMPARE(found.status, 4); // who could not be read
    const QJsonObject unchecked = found.json().value(u"not_checked"_s).toArray().at(0).toObject();
    QCOMPARE(unchecked.value(u"kind"_s), QJsonValue(u"refused"_s));
    QVERIFY(unchecked.value(u"message"_s).toString().contains("lacks view-users"_L1));
    const CliAnswer contained = user({u"contain"_s, u"--user"_s, u"sam.martin"_s, u"--yes"_s}, u"searcher"_s);
    QVERIFY2(contained.status == 4, (contained.out + contained.err).constData());
    const CliAnswer nobody = user({u"find"_s, u"--user"_s, u"sam"_s}, u"searcher"_s);
    QCOMPARE(nobody.status, 0); // that there is no such name it may know
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
        QJsonObject account = m_sam.administered(u"users/"_s + m_sam.id()).object();
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
