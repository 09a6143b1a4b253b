// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "keycloakanswers.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace curfew;

//! `user …`: people by name.
class TestCliUsers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void findsKeyByKey();
    void showsWhatSomebodyHas();
    void containsAtEveryService();
    void containsKeyByKey();
    void aDryRunChangesNothing();
    void leavesStepsOut();
    void enableRestoresWhatWas();
    void asksBeforeItEndsAnything();
    void aProtectedAccountHasToBeTyped();
    void aChangeOfTheProtectedOnesIsJournaled();
    void aProtectedAccountWithoutAUserName();
    void theOwnAccountHasToBeTyped();
    void nobodyIsGuessed_data();
    void nobodyIsGuessed();
    void severalPeopleAreShown();
    void notCheckedIsNotNobody();
    void whoIsMeantIsToldWithoutAQuestion_data();
    void whoIsMeantIsToldWithoutAQuestion();
    void whoseSessionsCantBeReadIsBlocked();
    void aServiceThatSaysDone();
    void looksAgain_data();
    void looksAgain();
    void anInterruptEndsTheWait();
    void theJournalKnows();
    void anIssuerThatIsntThereIsNamed();
    void usage_data();
    void usage();

private:
    [[nodiscard]] CliAnswer user(const QStringList &words);
    [[nodiscard]] QStringList practice(const QStringList &words) const;
    [[nodiscard]] qsizetype changes() const; //!< requests that may change something
    //! `issuer add NAME` for \p server. \return what a call there needs
    [[nodiscard]] QStringList add(const QString &name, const FaultServer &server);

    std::unique_ptr<CliBench> m_bench;
};

static QString dona()
{
    return practiceVictim();
}

void TestCliUsers::init()
{
    m_bench = std::make_unique<CliBench>();
    const PracticeSetup setup = m_bench->practice().setup(u"keycloak-admin"_s);
    const CliAnswer added =
        m_bench->run({u"issuer"_s, u"add"_s, u"realm"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                      setup.issuer.url.toString(), u"--client-id"_s, setup.issuer.clients.constFirst().clientId});
    QVERIFY2(added.status == 0, added.err.constData());
}

CliAnswer TestCliUsers::user(const QStringList &words)
{
    const PracticeSetup setup = m_bench->practice().setup(u"keycloak-admin"_s);
    const QByteArray secret = setup.secrets.value(setup.issuer.clients.constFirst().clientId);
    return m_bench->runJson(
        QStringList{u"user"_s} + words
        + QStringList{u"--issuer"_s, u"realm"_s, u"--secret-file"_s, m_bench->file(u"secret"_s, secret)});
}

//! The practice services of the program itself have their secrets at hand, all of them.
QStringList TestCliUsers::practice(const QStringList &words) const
{
    return QStringList{u"--practice"_s, u"--json"_s, u"user"_s} + words;
}

qsizetype TestCliUsers::changes() const
{
    const QList<PracticeRecord> record = m_bench->issuer(u"keycloak"_s).record();
    return std::count_if(record.begin(), record.end(), [](const PracticeRecord &one) {
        return one.request.method != "GET" && !one.request.path.endsWith("/token");
    });
}

QStringList TestCliUsers::add(const QString &name, const FaultServer &server)
{
    const CliAnswer added = m_bench->run({u"issuer"_s, u"add"_s, name, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                                          server.url(u"/realms/r"_s).toString(), u"--client-id"_s, u"c"_s});
    if (added.status != 0)
        qFatal("%s", added.err.constData());
    return {u"--issuer"_s, name, u"--secret-file"_s, m_bench->file(u"s"_s, "secret")};
}

void TestCliUsers::findsKeyByKey()
{
    const CliAnswer answer = m_bench->runBare(practice({u"find"_s, u"--user"_s, dona()}));
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json().keys(), (QStringList{u"not_checked"_s, u"not_covered"_s, u"people"_s}));
    const QJsonArray people = answer.json().value(u"people"_s).toArray();
    QCOMPARE(people.size(), 2); // the realm and the directory
    for (const QJsonValue &person : people) {
        QCOMPARE(person.toObject().keys(),
                 (QStringList{u"email"_s, u"enabled"_s, u"id"_s, u"issuer"_s, u"last_sign_in"_s, u"name"_s,
                              u"user_name"_s}));
        QCOMPARE(person[u"email"_s], QJsonValue(dona()));
        QCOMPARE(person[u"name"_s], QJsonValue(u"Dona Moore"_s));
        QVERIFY(person[u"last_sign_in"_s].isString());
    }
    const CliAnswer text = m_bench->runBare({u"--practice"_s, u"user"_s, u"find"_s, u"--user"_s, dona()});
    for (const char *told : {"Dona Moore", "may sign in", "LAST SIGN-IN", "ID", "NOT COVERED"})
        QVERIFY2(text.out.contains(told), text.out.constData());
    // Services without people are named, unless others were.
    const QJsonArray without = answer.json().value(u"not_covered"_s).toArray();
    QVERIFY(!without.isEmpty());
    QVERIFY2(text.out.contains(without.at(0).toString().toUtf8()), text.out.constData());
    QCOMPARE(user({u"find"_s, u"--user"_s, dona()}).json().value(u"not_covered"_s), QJsonValue(QJsonArray()));
}

void TestCliUsers::showsWhatSomebodyHas()
{
    const CliAnswer answer = user({u"sessions"_s, u"--user"_s, dona()});
    QVERIFY2(answer.status == 0, answer.err.constData());
    const QJsonObject there = answer.document().array().at(0).toObject();
    QCOMPARE(there.keys(),
             (QStringList{u"consents"_s, u"issuer"_s, u"not_checked"_s, u"person"_s, u"sessions"_s, u"warnings"_s}));
    QSet<QString> kinds;
    const QJsonArray sessions = there.value(u"sessions"_s).toArray();
    for (const QJsonValue &session : sessions) {
        QCOMPARE(session.toObject().keys(),
                 (QStringList{u"applications"_s, u"id"_s, u"ip"_s, u"kind"_s, u"last_seen_at"_s, u"started_at"_s}));
        kinds.insert(session[u"kind"_s].toString());
    }
    QCOMPARE(kinds, (QSet<QString>{u"online"_s, u"offline"_s}));
    // A directory that can't list says so, and doesn't look empty.
    const QJsonArray all = m_bench->runBare(practice({u"sessions"_s, u"--user"_s, dona()})).document().array();
    QCOMPARE(all.size(), 2);
    QVERIFY(all.at(0)[u"sessions"_s].isNull() != all.at(1)[u"sessions"_s].isNull());
}

void TestCliUsers::containsAtEveryService()
{
    const CliAnswer answer = m_bench->runBare(practice({u"contain"_s, u"--user"_s, dona(), u"--yes"_s, u"--all"_s}));
    QVERIFY2(answer.status == 0, answer.out.constData());
    const QJsonArray documents = answer.document().array();
    QCOMPARE(documents.size(), 2);
    for (const QJsonValue &document : documents) {
        const QStringList ended = outcomes(document.toObject());
        QCOMPARE(ended, times(ended.size(), u"revoked"_s));
    }
}

void TestCliUsers::containsKeyByKey()
{
    PracticeIssuer &realm = m_bench->issuer(u"keycloak"_s);
    QVERIFY(realm.aliveCount(dona()) > 0);
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, dona(), u"--yes"_s, u"--ticket"_s, u"INC-1"_s});
    QVERIFY2(answer.status == 0, answer.out.constData());
    const QJsonArray results = answer.json().value(u"results"_s).toArray();
    QMap<QString, int> actions;
    for (const QJsonValue &result : results) {
        QCOMPARE(result.toObject().keys(),
                 (QStringList{u"action"_s, u"attempts"_s, u"fingerprint"_s, u"http_status"_s, u"issuer"_s,
                              u"may_work_until"_s, u"message"_s, u"outcome"_s, u"session"_s, u"target"_s,
                              u"target_id"_s, u"verified_by"_s}));
        QCOMPARE(result[u"verified_by"_s], QJsonValue(u"reading"_s));
        QCOMPARE(result[u"target_id"_s].toString().size(), 16);
        QVERIFY(result[u"fingerprint"_s].isNull());
        ++actions[result[u"action"_s].toString() + u' ' + result[u"target"_s].toString()];
    }
    QCOMPARE(results.at(0)[u"action"_s], QJsonValue(u"disable"_s)); // before anything is ended
    QCOMPARE(actions.value(u"disable user"_s), 1);
    QCOMPARE(actions.value(u"logout user"_s), 1);
    QVERIFY(actions.value(u"end_session session"_s) >= 3);
    QCOMPARE(actions.value(u"revoke user"_s), 1);

    // The truth, whatever was said.
    QCOMPARE(realm.aliveCount(dona()), 0);
    QVERIFY(!realm.person(dona())->enabled);
    QVERIFY(realm.person(dona())->consents.isEmpty());
    QVERIFY(realm.person(u"dona.moore2@example.com"_s)->enabled);
    // One request signed her out everywhere, and its sessions were not sent one by one.
    qsizetype unsent = 0;
    for (const QJsonValue &result : results)
        unsent += result[u"attempts"_s] == 0 ? 1 : 0;
    QVERIFY(unsent >= 2);
}

void TestCliUsers::aDryRunChangesNothing()
{
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, dona(), u"--dry-run"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(changes(), 0);
    const QStringList told = outcomes(answer.json());
    QCOMPARE(told, times(told.size(), u"skipped"_s));
    const QString message = answer.json().value(u"results"_s).toArray().at(0)[u"message"_s].toString();
    QVERIFY2(message.contains(u"PUT "_s + m_bench->issuer(u"keycloak"_s).url().adjusted(QUrl::RemovePath).toString()),
             qPrintable(message));
}

void TestCliUsers::leavesStepsOut()
{
    const CliAnswer answer = user(
        {u"contain"_s, u"--user"_s, dona(), u"--yes"_s, u"--leave-out"_s, u"block"_s, u"--leave-out"_s, u"offline"_s});
    QVERIFY2(answer.status == 0, answer.out.constData());
    PracticeIssuer &realm = m_bench->issuer(u"keycloak"_s);
    QVERIFY(realm.person(dona())->enabled);
    QVERIFY(realm.sessions(dona(), PracticeSession::Kind::Online).isEmpty());
    QVERIFY(!realm.sessions(dona(), PracticeSession::Kind::Offline).isEmpty());
}

void TestCliUsers::enableRestoresWhatWas()
{
    PracticeIssuer &realm = m_bench->issuer(u"keycloak"_s);
    QCOMPARE(user({u"contain"_s, u"--user"_s, dona(), u"--yes"_s}).status, 0);
    const CliAnswer answer = user({u"enable"_s, u"--user"_s, dona(), u"--yes"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(outcomes(answer.json()), QStringList{u"revoked"_s});
    QVERIFY(realm.person(dona())->enabled);
    QVERIFY(realm.signIn(dona(), CliBench::clientOf(u"keycloak"_s)));

    // Whom somebody else blocked is left alone, unless the issuer is named.
    const QString left = u"marek.former@example.com"_s;
    const CliAnswer alone = m_bench->runBare(practice({u"enable"_s, u"--user"_s, left, u"--yes"_s}));
    QCOMPARE(alone.status, 1);
    const QJsonArray documents = alone.document().array();
    for (const QJsonValue &document : documents)
        QCOMPARE(outcomes(document.toObject()), QStringList{u"skipped"_s});
    const CliAnswer text = m_bench->runBare({u"--practice"_s, u"user"_s, u"enable"_s, u"--user"_s, left, u"--yes"_s});
    QVERIFY2(text.out.contains("Nothing was done here.") && !text.out.contains("Not ended:"), text.out.constData());
    QCOMPARE(user({u"enable"_s, u"--user"_s, left, u"--yes"_s}).status, 0);
    QVERIFY(realm.person(left)->enabled);
}

void TestCliUsers::asksBeforeItEndsAnything()
{
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, dona()});
    QCOMPARE(answer.status, 2);
    QCOMPARE(m_bench->issuer(u"keycloak"_s).record().size(), 0);
}

void TestCliUsers::aProtectedAccountHasToBeTyped()
{
    const QString account = u"breakglass-admin"_s;
    QCOMPARE(m_bench->run({u"user"_s, u"protect"_s, u"--user"_s, u"breakglass-admin@example.com"_s}).status, 0);
    const QStringList contain{u"contain"_s, u"--user"_s, account, u"--yes"_s};
    const CliAnswer refused = user(contain);
    QCOMPARE(refused.status, 2);
    QCOMPARE(refused.errorKind(), u"invalid_input"_s);
    QCOMPARE(user(contain + QStringList{u"--confirm"_s, u"breakglass"_s}).status, 2);
    QCOMPARE(changes(), 0);
    QCOMPARE(user(contain + QStringList{u"--confirm"_s, account}).status, 0);
    QVERIFY(!m_bench->issuer(u"keycloak"_s).person(account)->enabled);

    QCOMPARE(m_bench->runJson({u"user"_s, u"protected"_s}).json(),
             (QJsonObject{{u"protected"_s, QJsonArray{u"breakglass-admin@example.com"_s}}}));
    QCOMPARE(m_bench->run({u"user"_s, u"unprotect"_s, u"--user"_s, u" breakglass-admin@example.com "_s}).status, 0);
    QCOMPARE(user(contain).status, 0);
}

void TestCliUsers::aChangeOfTheProtectedOnesIsJournaled()
{
    const auto count = [this](const QByteArray &kind) {
        QByteArray content;
        for (const QString &name : {u"/journal.sqlite"_s, u"/journal.sqlite-wal"_s}) {
            QFile file(m_bench->profileDir() + name);
            if (file.open(QIODevice::ReadOnly))
                content += file.readAll();
        }
        return content.count("\"event\":\"" + kind + '"');
    };
    const QStringList protect{u"user"_s, u"protect"_s, u"--user"_s, u"breakglass-admin"_s};
    QCOMPARE(m_bench->run(protect + QStringList{u"--dry-run"_s}).status, 0);
    QCOMPARE(count("account_protected"), 0);
    QCOMPARE(m_bench->run(protect).status, 0);
    QCOMPARE(count("account_protected"), 1);
    QCOMPARE(m_bench->run(protect).status, 0); // which changes nothing
    QCOMPARE(count("account_protected"), 1);
    QCOMPARE(m_bench->run({u"user"_s, u"unprotect"_s, u"--user"_s, u"breakglass-admin"_s}).status, 0);
    QCOMPARE(count("account_unprotected"), 1);
    QCOMPARE(m_bench->run({u"journal"_s, u"verify"_s}).status, 0);
}

//! What has to be typed then is said, and is enough.
void TestCliUsers::aProtectedAccountWithoutAUserName()
{
    FaultServer server;
    answerAs(server, '[' + keycloakUser(u"u-1"_s, {}, u"robin@example.com"_s) + ']');
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"add"_s, u"nameless"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                        server.url(u"/realms/r"_s).toString(), u"--client-id"_s, u"c"_s})
                 .status,
             0);
    QCOMPARE(m_bench->run({u"user"_s, u"protect"_s, u"--user"_s, u"robin@example.com"_s}).status, 0);
    const QStringList contain{
        u"user"_s,     u"contain"_s,  u"--user"_s,        u"robin@example.com"_s,         u"--yes"_s,
        u"--issuer"_s, u"nameless"_s, u"--secret-file"_s, m_bench->file(u"s"_s, "secret")};
    const CliAnswer refused = m_bench->runJson(contain);
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.out.contains("--confirm “robin@example.com”"), refused.out.constData());
    QCOMPARE(m_bench->runJson(contain + QStringList{u"--confirm"_s, u"u-1"_s}).status, 2);
    for (const RecordedRequest &request : server.requests())
        QVERIFY(request.verb == "GET" || request.target.endsWith("/token"));
    // As for a person whose accounts go by several names.
    const CliAnswer confirmed =
        m_bench->runJson(contain + QStringList{u"--confirm"_s, u"robin"_s, u"--confirm"_s, u"robin@example.com"_s});
    QCOMPARE(confirmed.json().value(u"results"_s).toArray().at(0)[u"action"_s], QJsonValue(u"disable"_s));
    QVERIFY(confirmed.status != 2);
}

void TestCliUsers::theOwnAccountHasToBeTyped()
{
    const QString own = QString::fromLocal8Bit(::getpwuid(::getuid())->pw_name);
    FaultServer server;
    answerAs(server, '[' + keycloakUser(u"u-1"_s, own + u".adm"_s, own + "@example.com"_L1) + ']');
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"add"_s, u"own"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                        server.url(u"/realms/r"_s).toString(), u"--client-id"_s, u"c"_s})
                 .status,
             0);
    const QStringList contain{
        u"user"_s,     u"contain"_s, u"--user"_s,        own + "@example.com"_L1,        u"--yes"_s,
        u"--issuer"_s, u"own"_s,     u"--secret-file"_s, m_bench->file(u"s"_s, "secret")};
    const CliAnswer refused = m_bench->runJson(contain);
    QCOMPARE(refused.status, 2);
    QVERIFY(refused.out.contains("your own account"));
    QVERIFY(m_bench->runJson(contain + QStringList{u"--confirm"_s, own + u".adm"_s}).status != 2);
}

void TestCliUsers::nobodyIsGuessed_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("half a name") << u"dona"_s;
    QTest::newRow("a display name") << u"Dona Moore"_s; // two people have it
    QTest::newRow("everybody") << u"*"_s;
    QTest::newRow("a wildcard") << u"dona*"_s;
    QTest::newRow("blanks") << u"  "_s;
    QTest::newRow("nobody's") << u"nobody@example.com"_s;
}

void TestCliUsers::nobodyIsGuessed()
{
    QFETCH(QString, name);
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, name, u"--yes"_s});
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.errorKind(), u"invalid_input"_s);
    QCOMPARE(changes(), 0);
}

void TestCliUsers::severalPeopleAreShown()
{
    FaultServer server;
    answerAs(server,
             '[' + keycloakUser(u"u-1"_s, u"robin"_s, u"robin@example.com"_s) + ','
                 + keycloakUser(u"u-2"_s, u"robin@example.com"_s, u"other@example.com"_s) + ']');
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"add"_s, u"two"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                        server.url(u"/realms/r"_s).toString(), u"--client-id"_s, u"c"_s})
                 .status,
             0);
    const QStringList at{u"--issuer"_s, u"two"_s, u"--secret-file"_s, m_bench->file(u"s"_s, "secret")};
    const CliAnswer answer =
        m_bench->run(QStringList{u"user"_s, u"contain"_s, u"--user"_s, u"robin@example.com"_s, u"--yes"_s} + at);
    QCOMPARE(answer.status, 2);
    QByteArrayList rows; // one a person
    const QByteArrayList told = answer.err.split('\n');
    for (const QByteArray &line : told) {
        if (line.endsWith("u-1") || line.endsWith("u-2"))
            rows.append(line);
    }
    QVERIFY2(rows.size() == 2 && !rows.constFirst().contains("u-2"), answer.err.constData());
    for (const RecordedRequest &request : server.requests())
        QVERIFY(request.verb == "GET" || request.target.endsWith("/token"));
}

void TestCliUsers::notCheckedIsNotNobody()
{
    // The realm is there; a second service is not.
    const QUrl gone = [] { return FaultServer().url(u"/realms/r"_s); }();
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"add"_s, u"gone"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                        gone.toString(), u"--client-id"_s, u"c"_s})
                 .status,
             0);
    const CliAnswer found = m_bench->runJson({u"user"_s, u"find"_s, u"--user"_s, dona(), u"--issuer"_s, u"gone"_s,
                                              u"--secret-file"_s, m_bench->file(u"s"_s, "secret")});
    QCOMPARE(found.status, 4);
    QCOMPARE(found.json().value(u"people"_s).toArray().size(), 0);
    const QJsonArray unchecked = found.json().value(u"not_checked"_s).toArray();
    QCOMPARE(unchecked.size(), 1);
    QCOMPARE(unchecked.at(0)[u"issuer"_s], QJsonValue(u"gone"_s));
    QCOMPARE(unchecked.at(0)[u"kind"_s], QJsonValue(u"no_connection"_s));
}

void TestCliUsers::whoIsMeantIsToldWithoutAQuestion_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("yes") << u"--yes"_s;
    QTest::newRow("dry run") << u"--dry-run"_s;
}

void TestCliUsers::whoIsMeantIsToldWithoutAQuestion()
{
    QFETCH(QString, option);
    FaultServer server;
    answerAs(server, '[' + keycloakUser(u"u-1"_s, u"robin"_s, u"robin@example.com"_s) + ']');
    const CliAnswer answer =
        m_bench->run(QStringList{u"user"_s, u"contain"_s, u"--user"_s, u"robin"_s, option} + add(u"other"_s, server));
    QVERIFY2(answer.err.contains("– · robin@example.com · user name robin · id u-1 · may sign in"),
             answer.err.constData());
}

void TestCliUsers::whoseSessionsCantBeReadIsBlocked()
{
    using Endpoint = PracticeEndpoint;
    PracticeIssuer &realm = m_bench->issuer(u"keycloak"_s);
    realm.faults().always(Endpoint::UserSessions, PracticeFault::refuse(403, "HTTP 403 Forbidden"));
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, dona(), u"--yes"_s});
    QCOMPARE(answer.status, 1); // something was sent: 4 would say otherwise
    QVERIFY2(answer.err.contains("NOT CHECKED"), answer.err.constData());
    QVERIFY(!realm.person(dona())->enabled);
    QVERIFY(realm.sessions(dona(), PracticeSession::Kind::Online).isEmpty());
    QVERIFY2(outcomes(answer.json()) == QStringList({u"revoked"_s, u"accepted"_s}) + times(3, u"skipped"_s),
             answer.out.constData());
    const QJsonArray results = answer.json().value(u"results"_s).toArray();
    for (qsizetype i = 2; i < results.size(); ++i)
        QVERIFY(results.at(i)[u"message"_s].toString().startsWith(u"not checked: "_s));
    const QString batch = answer.json().value(u"batch"_s).toString();
    QCOMPARE(m_bench->runJson({u"journal"_s, u"show"_s, batch}).json().value(u"results"_s).toArray(), results);
}

//! It answers 204, and nothing has changed when it is read again.
void TestCliUsers::aServiceThatSaysDone()
{
    FaultServer server;
    answerAs(server, '[' + keycloakUser(u"u-1"_s, u"robin"_s, u"robin@example.com"_s) + ']');
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"add"_s, u"liar"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                        server.url(u"/realms/r"_s).toString(), u"--client-id"_s, u"c"_s})
                 .status,
             0);
    const CliAnswer answer =
        m_bench->runJson({u"user"_s, u"contain"_s, u"--user"_s, u"robin"_s, u"--yes"_s, u"--issuer"_s, u"liar"_s,
                          u"--secret-file"_s, m_bench->file(u"s"_s, "secret")});
    QCOMPARE(answer.status, 1);
    QCOMPARE(answer.json().value(u"results"_s).toArray().at(0)[u"outcome"_s], QJsonValue(u"still_active"_s));
}

namespace {

//! A realm at which a person is signed in, and is listed as that again a while after it was ended.
class RestlessRealm {
public:
    RestlessRealm()
    {
        server.answerWith([this](const RecordedRequest &request) { return answer(request); });
    }

    FaultServer server;
    FaultReply later = FaultReply::http(200, "[]"); //!< what lists the sessions, once they were seen to be ended
    std::chrono::milliseconds delay{0}; //!< of each change

private:
    FaultReply answer(const RecordedRequest &request)
    {
        const QByteArray robin = R"({"id":"u-1","username":"robin","email":"robin@example.com","enabled":)"
            + QByteArray(m_enabled ? "true}" : "false}");
        if (request.target.endsWith("/token"))
            return FaultReply::http(200, R"({"access_token":"bearer","token_type":"Bearer","expires_in":60})");
        if (request.verb == "GET" && request.target.endsWith("/sessions")) {
            if (m_in)
                return FaultReply::http(200, R"([{"id":"s-1"}])");
            return ++m_readings == 1 ? FaultReply::http(200, "[]") : later;
        }
        if (request.verb == "GET" && request.target.endsWith("/consents"))
            return FaultReply::http(200, "[]");
        if (request.verb == "GET")
            return FaultReply::http(200, request.target.contains("/users?") ? '[' + robin + ']' : robin);
        m_enabled = m_enabled && request.verb != "PUT";
        m_in = m_in && !request.target.endsWith("/logout");
        return FaultReply::http(204, {}, {}).after(delay);
    }

    bool m_enabled = true;
    bool m_in = true;
    int m_readings = 0; // of the sessions, after they were ended
};

} // namespace

void TestCliUsers::looksAgain_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<QByteArray>("listed");
    QTest::addColumn<QStringList>("told"); // besides what was done
    QTest::addColumn<int>("status");
    QTest::newRow("nobody") << 200 << "[]"_ba << QStringList{} << 0;
    QTest::newRow("somebody came back") << 200 << R"([{"id":"s-2"}])"_ba << QStringList{u"still_active new since"_s}
                                        << 1;
    QTest::newRow("a session lives on") << 200 << R"([{"id":"s-1"}])"_ba << QStringList{u"still_active works again"_s}
                                        << 1;
    QTest::newRow("it can't be read") << 403 << R"({"error":"no"})"_ba << QStringList{u"skipped not checked"_s} << 1;
    QTest::newRow("not all of it") << 200 << R"([{"ip":"10.0.0.1"}])"_ba << QStringList{u"skipped not checked"_s} << 1;
}

void TestCliUsers::looksAgain()
{
    QFETCH(int, answer);
    QFETCH(QByteArray, listed);
    QFETCH(QStringList, told);
    RestlessRealm realm;
    realm.later = FaultReply::http(answer, listed);
    const CliAnswer contained =
        m_bench->runJson(QStringList{u"user"_s, u"contain"_s, u"--user"_s, u"robin"_s, u"--yes"_s, u"--watch"_s, u"1"_s}
                         + add(u"restless"_s, realm.server));
    const QJsonArray results = contained.json().value(u"results"_s).toArray();
    QStringList late;
    for (qsizetype i = 3; i < results.size(); ++i)
        late.append(results.at(i)[u"outcome"_s].toString() + u' '
                    + results.at(i)[u"message"_s].toString().section(u':', 0, 0));
    QVERIFY2(results.size() >= 3, QByteArray(contained.out + contained.err).constData());
    QCOMPARE(late, told);
    QTEST(contained.status, "status");
}

void TestCliUsers::anInterruptEndsTheWait()
{
    RestlessRealm realm;
    realm.delay = std::chrono::milliseconds(700);
    const auto process = m_bench->begin(
        QStringList{u"user"_s, u"contain"_s, u"--user"_s, u"robin"_s, u"--yes"_s, u"--json"_s, u"--watch"_s, u"3600"_s}
        + add(u"restless"_s, realm.server));
    QTRY_VERIFY_WITH_TIMEOUT(changesAt(realm.server) >= 1, 30'000);
    QVERIFY(process->processId() > 0);
    ::kill(pid_t(process->processId()), SIGINT);
    const CliAnswer answer = CliBench::finish(*process);
    QCOMPARE(answer.status, 130); // not after an hour
    QCOMPARE(outcomes(answer.json()).constFirst(), u"revoked"_s); // it was in flight, and is proven
    QCOMPARE(changesAt(realm.server), 1);
}

void TestCliUsers::theJournalKnows()
{
    const CliAnswer answer = user({u"contain"_s, u"--user"_s, dona(), u"--yes"_s, u"--reason"_s, u"phished"_s});
    const QString batch = answer.json().value(u"batch"_s).toString();
    const CliAnswer shown = m_bench->runJson({u"journal"_s, u"show"_s, batch});
    QCOMPARE(shown.status, 0);
    QCOMPARE(shown.json().value(u"results"_s), answer.json().value(u"results"_s));
    const QJsonObject listed =
        m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray().at(0).toObject();
    QCOMPARE(listed.value(u"user"_s), QJsonValue(dona()));
    QCOMPARE(listed.value(u"reason"_s), QJsonValue(u"phished"_s));
    QCOMPARE(m_bench->run({u"journal"_s, u"verify"_s}).status, 0);
    const CliAnswer resumed = m_bench->runJson(
        {u"journal"_s, u"resume"_s, batch, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"tokens"_s, "some.token\n")});
    QCOMPARE(resumed.status, 2);
    QVERIFY(resumed.out.contains("user contain"));
}

void TestCliUsers::anIssuerThatIsntThereIsNamed()
{
    const CliAnswer answer = m_bench->run({u"user"_s, u"find"_s, u"--user"_s, dona(), u"--issuer"_s, u"nope"_s});
    QCOMPARE(answer.status, 3);
    QCOMPARE(answer.err, "curfew-cli: No issuer is called nope.\n"_ba);
}

void TestCliUsers::usage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nobody") << QStringList{u"contain"_s};
    QTest::newRow("one and all") << QStringList{u"find"_s, u"--user"_s, dona(), u"--issuer"_s, u"realm"_s, u"--all"_s};
    QTest::newRow("an unknown step") << QStringList{u"contain"_s, u"--user"_s, dona(), u"--leave-out"_s, u"delete"_s};
    QTest::newRow("nothing to do") << QStringList{u"contain"_s, u"--user"_s,      dona(),        u"--leave-out"_s,
                                                  u"block"_s,   u"--leave-out"_s, u"sessions"_s, u"--leave-out"_s,
                                                  u"offline"_s, u"--leave-out"_s, u"consents"_s};
    QTest::newRow("a look less") << QStringList{u"contain"_s, u"--user"_s, dona(), u"--verify"_s, u"after"_s};
    QTest::newRow("no look") << QStringList{u"enable"_s, u"--user"_s, dona(), u"--verify"_s, u"none"_s};
    QTest::newRow("nothing to confirm") << QStringList{u"enable"_s, u"--user"_s, dona(), u"--confirm"_s, dona()};
    QTest::newRow("no seconds") << QStringList{u"contain"_s, u"--user"_s, dona(), u"--watch"_s, u"soon"_s};
    QTest::newRow("a secret for whom") << QStringList{u"find"_s, u"--user"_s, dona(), u"--secret-file"_s, u"-"_s};
}

void TestCliUsers::usage()
{
    QFETCH(QStringList, words);
    const CliAnswer answer = m_bench->run(QStringList{u"user"_s} + words + QStringList{u"--yes"_s});
    QCOMPARE(answer.status, 2);
    QCOMPARE(m_bench->issuer(u"keycloak"_s).record().size(), 0);
    QVERIFY(m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliUsers)
#include "tst_cliusers.moc"
