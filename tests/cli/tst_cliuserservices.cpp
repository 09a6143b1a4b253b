// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "keycloakanswers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! `user …` at several services in one call, with the secret of each in a real keyring.
class TestCliUserServices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<CliBench>(CliBench::Bus::Inherited); }
    void cleanup() { m_bench.reset(); }
    void accountsWithoutAnAddressInCommon_data();
    void accountsWithoutAnAddressInCommon();
    void severalNamesAreConfirmed();
    void severalAskedAndOneHit();
    void oneServiceThatCantBeOpenedStopsNothing();
    void eachThatCouldNotBeAskedIsNamed();

private:
    void store(const QString &name, const FaultServer &server); //!< `issuer add NAME` with a secret

    std::unique_ptr<CliBench> m_bench;
};

void TestCliUserServices::store(const QString &name, const FaultServer &server)
{
    const CliAnswer added = m_bench->run({u"issuer"_s, u"add"_s, name, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                                          server.url(u"/realms/"_s + name).toString(), u"--client-id"_s, u"c"_s,
                                          u"--secret-file"_s, m_bench->file(u"s"_s, "secret")});
    QVERIFY2(added.status == 0, added.err.constData());
}

void TestCliUserServices::accountsWithoutAnAddressInCommon_data()
{
    QTest::addColumn<QString>("address"); // at the second issuer
    QTest::addColumn<bool>("asks");
    QTest::newRow("another one") << u"robin@example.org"_s << true;
    QTest::newRow("none") << QString() << true;
    QTest::newRow("the same") << u"Robin@example.com"_s << false;
}

//! The same user name at two services may be two people's.
void TestCliUserServices::accountsWithoutAnAddressInCommon()
{
    QFETCH(QString, address);
    QFETCH(bool, asks);
    FaultServer one;
    FaultServer other;
    answerAs(one, '[' + keycloakUser(u"u-1"_s, u"robin"_s, u"robin@example.com"_s) + ']');
    answerAs(other, '[' + keycloakUser(u"u-2"_s, u"robin"_s, address) + ']');
    store(u"one"_s, one);
    store(u"other"_s, other);
    const QStringList contain{u"user"_s, u"contain"_s, u"--user"_s, u"robin"_s, u"--yes"_s};
    const CliAnswer answer = m_bench->runJson(contain);
    QCOMPARE(answer.errorKind() == u"invalid_input", asks);
    QCOMPARE(changesAt(one) + changesAt(other) > 0, !asks);
    if (asks) {
        QVERIFY2(answer.out.contains("--issuer"), answer.out.constData());
        (void)m_bench->runJson(contain + QStringList{u"--issuer"_s, u"other"_s});
        QCOMPARE(changesAt(one), 0);
        QVERIFY(changesAt(other) > 0);
    }
}

//! One person, called otherwise at each of two services.
void TestCliUserServices::severalNamesAreConfirmed()
{
    FaultServer one;
    FaultServer other;
    answerAs(one, '[' + keycloakUser(u"u-1"_s, u"robin"_s, u"robin@example.com"_s) + ']');
    answerAs(other, '[' + keycloakUser(u"u-2"_s, u"rfinch"_s, u"robin@example.com"_s) + ']');
    store(u"one"_s, one);
    store(u"other"_s, other);
    QCOMPARE(m_bench->run({u"user"_s, u"protect"_s, u"--user"_s, u"robin@example.com"_s}).status, 0);
    const QStringList contain{u"user"_s,  u"contain"_s,   u"--user"_s, u"robin@example.com"_s,
                              u"--yes"_s, u"--confirm"_s, u"robin"_s};
    QCOMPARE(m_bench->runJson(contain).status, 2);
    QCOMPARE(changesAt(one) + changesAt(other), 0);
    (void)m_bench->runJson(contain + QStringList{u"--confirm"_s, u"rfinch"_s});
    QVERIFY(changesAt(one) > 0 && changesAt(other) > 0);
}

void TestCliUserServices::severalAskedAndOneHit()
{
    FaultServer one;
    FaultServer other;
    answerAs(one, '[' + keycloakUser(u"u-1"_s, u"robin"_s, u"robin@example.com"_s) + ']');
    answerAs(other, "[]");
    store(u"one"_s, one);
    store(u"other"_s, other);
    const QStringList dry{u"user"_s,     u"contain"_s, u"--user"_s,   u"robin"_s, u"--dry-run"_s,
                          u"--issuer"_s, u"one"_s,     u"--issuer"_s, u"other"_s};
    const QJsonDocument document = m_bench->runJson(dry).document();
    QVERIFY(document.isArray());
    QCOMPARE(document.array().size(), 1);
    QCOMPARE(document.array().at(0)[u"issuer"_s], QJsonValue(u"one"_s));
    const CliAnswer text = m_bench->run(dry);
    QVERIFY2(text.out.contains("Nobody goes by exactly “robin” at other."), text.out.constData());
    QVERIFY(m_bench->runJson(dry.mid(0, 7)).document().isObject()); // one was asked
}

//! At one of them the operator would have to sign in, where there is neither a terminal nor a display.
void TestCliUserServices::oneServiceThatCantBeOpenedStopsNothing()
{
    FaultServer server;
    answerAs(server, '[' + keycloakUser(u"u-1"_s, u"robin"_s, u"robin@example.com"_s) + ']');
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"add"_s, u"mine"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                        server.url(u"/realms/mine"_s).toString(), u"--client-id"_s, u"c"_s, u"--auth"_s,
                        u"authorization_code"_s})
                 .status,
             0);
    const QStringList contain{u"user"_s, u"contain"_s, u"--user"_s, u"robin"_s, u"--yes"_s};
    QCOMPARE(m_bench->runJson(contain).errorKind(), u"sign_in_needed"_s); // it is the only one
    store(u"open"_s, server);
    const CliAnswer answer = m_bench->runJson(contain);
    QCOMPARE(answer.status, 3);
    QMap<QString, QString> ended; // how the first item of each issuer did
    const QJsonArray documents = answer.document().array();
    for (const QJsonValue &document : documents)
        ended.insert(document[u"issuer"_s].toString(), outcomes(document.toObject()).constFirst());
    QCOMPARE(ended, (QMap<QString, QString>{{u"mine"_s, u"skipped"_s}, {u"open"_s, u"still_active"_s}}));
    QVERIFY2(answer.err.contains("NOT CHECKED at mine"), answer.err.constData());
    QVERIFY(changesAt(server) > 0);
    const CliAnswer text = m_bench->run(contain);
    QVERIFY2(text.out.count("Nothing was done here.") == 1 && text.out.count("Not ended:") == 1, text.out.constData());
    const CliAnswer found = m_bench->runJson({u"user"_s, u"find"_s, u"--user"_s, u"robin"_s});
    QCOMPARE(found.json().value(u"people"_s).toArray().size(), 1);
    QCOMPARE(found.json().value(u"not_checked"_s).toArray().at(0)[u"issuer"_s], QJsonValue(u"mine"_s));
}

void TestCliUserServices::eachThatCouldNotBeAskedIsNamed()
{
    FaultServer one;
    FaultServer other;
    answerAs(one, "[]");
    other.answerWith(FaultReply::http(403, R"({"error":"HTTP 403 Forbidden"})"));
    store(u"here"_s, one);
    store(u"refusing"_s, other);
    {
        const FaultServer gone;
        store(u"gone"_s, gone);
    }
    const CliAnswer answer = m_bench->runJson({u"user"_s, u"contain"_s, u"--user"_s, u"robin"_s, u"--yes"_s});
    const QString message = answer.json().value(u"error"_s)[u"message"_s].toString();
    for (const QString &told :
         {u"NOT CHECKED at refusing: "_s, u"NOT CHECKED at gone: "_s, u"Nobody goes by exactly “robin” at here."_s})
        QVERIFY2(message.contains(told), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestCliUserServices)
#include "tst_cliuserservices.moc"
