// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! `issuer …` without a keychain within reach.
class TestCliIssuers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }
    void addsAndSendsNothing();
    void aStoredSecretNeedsAKeychain();
    void aGivenSecretNeedsNone();
    void defaults_data();
    void defaults();
    void namesAreTakenOnce();
    void unknownIssuers_data();
    void unknownIssuers();
    void holdsSeveralClients();
    void removes();
    void removalsAskFirst_data();
    void removalsAskFirst();
    void dryRunsChangeNothing_data();
    void dryRunsChangeNothing();
    void checksKeyByKey();
    void saysAlikeWhatItCanDo_data();
    void saysAlikeWhatItCanDo();
    void profilesDontMix();
    void keepsCaFiles();

private:
    [[nodiscard]] QByteArray settings() const
    {
        QFile file(m_bench->profileDir() + u"/issuers.json"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QJsonArray list()
    {
        return m_bench->runJson({u"issuer"_s, u"list"_s}).json().value(u"issuers"_s).toArray();
    }

    std::unique_ptr<CliBench> m_bench;
};

void TestCliIssuers::addsAndSendsNothing()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    QCOMPARE(m_bench->requestCount(), 0);
    const QJsonArray issuers = list();
    QCOMPARE(issuers.size(), 1);
    const QJsonObject expected{
        {u"name"_s, u"sap"_s},
        {u"provider"_s, u"sap-ias"_s},
        {u"url"_s, m_bench->sap().url().toString()},
        {u"environment"_s, u"test"_s},
        {u"ca_file"_s, QJsonValue()},
        {u"accepted_origins"_s, QJsonArray()},
        {u"clients"_s,
         QJsonArray{QJsonObject{{u"client_id"_s, CliBench::clientOf(u"sap-ias"_s)},
                                {u"auth"_s, u"client_secret_basic"_s},
                                {u"secret_stored"_s, false},
                                {u"breaker"_s, u"closed"_s}}}},
    };
    QCOMPARE(issuers.first().toObject(), expected);
    QCOMPARE(m_bench->runJson({u"issuer"_s, u"show"_s, u"sap"_s}).json(), expected);
}

void TestCliIssuers::aStoredSecretNeedsAKeychain()
{
    const CliAnswer added = m_bench->runJson({u"issuer"_s, u"add"_s, u"sap"_s, u"--provider"_s, u"sap-ias"_s,
                                              u"--url"_s, m_bench->sap().url().toString(), u"--client-id"_s, u"c"_s,
                                              u"--secret-file"_s, m_bench->file(u"s"_s, "x")});
    QCOMPARE(added.status, 3);
    QCOMPARE(added.errorKind(), u"keychain_unavailable"_s);
    QCOMPARE(list(), QJsonArray()); // all or nothing
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const CliAnswer asked = m_bench->runJson(
        {u"session"_s, u"list"_s, u"--issuer"_s, u"sap"_s, u"--token-file"_s, m_bench->file(u"t"_s, "token")});
    QCOMPARE(asked.status, 3);
    QCOMPARE(asked.errorKind(), u"no_credential"_s);
}

void TestCliIssuers::aGivenSecretNeedsNone()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const QStringList call{u"issuer"_s, u"check"_s, u"sap"_s, u"--secret-file"_s, m_bench->secretOf(u"sap-ias"_s)};
    QCOMPARE(m_bench->run(call).status, 0);
    QVERIFY(list().first()[u"clients"_s].toArray().first()[u"secret_stored"_s] == QJsonValue(false));
}

void TestCliIssuers::defaults_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("method");
    QTest::newRow("sap") << u"sap-ias"_s << u"https://acme.accounts.cloud.sap/"_s
                         << u"https://acme.accounts.cloud.sap"_s << u"client_secret_basic"_s;
    QTest::newRow("keycloak") << u"keycloak"_s << u"https://id.example.com/realms/one/"_s
                              << u"https://id.example.com/realms/one"_s << u"client_secret_post"_s;
    QTest::newRow("screening eagle") << u"screening-eagle"_s << u"https://inspect.example.com"_s
                                     << u"https://inspect.example.com"_s << u"client_secret_basic"_s;
    QTest::newRow("oauth2") << u"oauth2"_s << u"https://id.example.com/"_s << u"https://id.example.com"_s
                            << u"client_secret_basic"_s;
    QTest::newRow("kajabi") << u"kajabi"_s << QString() << u"https://api.kajabi.com"_s << u"bearer"_s;
}

void TestCliIssuers::defaults()
{
    QFETCH(QString, provider);
    QFETCH(QString, url);
    QFETCH(QString, kept);
    QFETCH(QString, method);
    QStringList call{u"issuer"_s, u"add"_s, u"one"_s, u"--provider"_s, provider, u"--client-id"_s, u"c"_s};
    if (!url.isEmpty())
        call += QStringList{u"--url"_s, url};
    QCOMPARE(m_bench->run(call).status, 0);
    const QJsonValue issuer = list().first();
    QCOMPARE(issuer[u"url"_s], QJsonValue(kept));
    QCOMPARE(issuer[u"environment"_s], QJsonValue(u"production"_s));
    QCOMPARE(issuer[u"clients"_s].toArray().first()[u"auth"_s], QJsonValue(method));
}

void TestCliIssuers::namesAreTakenOnce()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const QByteArray before = settings();
    const CliAnswer again = m_bench->runJson({u"issuer"_s, u"add"_s, u"sap"_s, u"--provider"_s, u"kajabi"_s});
    QCOMPARE(again.status, 2);
    QCOMPARE(settings(), before);
    // In another case too, and before the keychain is asked for, which this bench doesn't have.
    const CliAnswer other =
        m_bench->runJson({u"issuer"_s, u"add"_s, u"SAP"_s, u"--provider"_s, u"kajabi"_s, u"--client-id"_s, u"c"_s,
                          u"--secret-file"_s, m_bench->file(u"s"_s, "x")});
    QCOMPARE(other.status, 2);
    QCOMPARE(other.errorKind(), u"invalid_input"_s);
    QCOMPARE(settings(), before);
}

void TestCliIssuers::unknownIssuers_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("show") << u"issuer show nobody"_s;
    QTest::newRow("remove") << u"issuer remove nobody --yes"_s;
    QTest::newRow("check") << u"issuer check nobody"_s;
    QTest::newRow("credential add") << u"issuer credential add nobody --client-id c"_s;
    QTest::newRow("credential remove") << u"issuer credential remove nobody --client-id c --yes"_s;
    QTest::newRow("session list") << u"session list --issuer nobody --token-file t"_s;
    QTest::newRow("session revoke") << u"session revoke --issuer nobody --token-file t --all --yes"_s;
    QTest::newRow("token inspect") << u"token inspect --issuer nobody --token-file t"_s;
    QTest::newRow("token revoke") << u"token revoke --issuer nobody --tokens-file t --yes"_s;
}

void TestCliIssuers::unknownIssuers()
{
    QFETCH(QString, call);
    m_bench->file(u"t"_s, "token");
    const CliAnswer answer = m_bench->runJson(call.split(u' '));
    QCOMPARE(answer.status, 3);
    QCOMPARE(answer.errorKind(), u"unknown_issuer"_s);
}

void TestCliIssuers::holdsSeveralClients()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const QStringList add{u"issuer"_s, u"credential"_s, u"add"_s, u"sap"_s, u"--client-id"_s, u"second"_s};
    QCOMPARE(m_bench->run(add + QStringList{u"--auth"_s, u"none"_s}).status, 0);
    QCOMPARE(m_bench->run(add).status, 2); // it is there, and there is no secret to replace its with
    const QJsonArray clients = list().first()[u"clients"_s].toArray();
    QCOMPARE(clients.size(), 2);
    QCOMPARE(clients.at(1)[u"client_id"_s], QJsonValue(u"second"_s));
    QCOMPARE(clients.at(1)[u"auth"_s], QJsonValue(u"none"_s));
    const QStringList remove{u"issuer"_s,      u"credential"_s, u"remove"_s, u"sap"_s,
                             u"--client-id"_s, u"second"_s,     u"--yes"_s};
    QCOMPARE(m_bench->run(remove).status, 0);
    QCOMPARE(list().first()[u"clients"_s].toArray().size(), 1);
    QCOMPARE(m_bench->run(remove).status, 2);
}

void TestCliIssuers::removes()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    QCOMPARE(m_bench->run({u"issuer"_s, u"remove"_s, u"sap"_s, u"--yes"_s}).status, 0);
    QCOMPARE(list(), QJsonArray());
}

void TestCliIssuers::removalsAskFirst_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("issuer") << u"issuer remove sap"_s;
    QTest::newRow("client") << u"issuer credential remove sap --client-id "_s + CliBench::clientOf(u"sap-ias"_s);
}

void TestCliIssuers::removalsAskFirst()
{
    QFETCH(QString, call);
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const QByteArray before = settings();
    QCOMPARE(m_bench->run(call.split(u' '), "yes\n").status, 2); // a pipe is nobody
    QCOMPARE(settings(), before);
}

void TestCliIssuers::dryRunsChangeNothing_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("issuer add") << u"issuer add new --provider kajabi"_s;
    QTest::newRow("credential add") << u"issuer credential add sap --client-id new"_s;
    QTest::newRow("issuer remove") << u"issuer remove sap"_s;
    QTest::newRow("issuer remove, agreed") << u"issuer remove sap --yes"_s;
    QTest::newRow("credential remove") << u"issuer credential remove sap --yes --client-id "_s
            + CliBench::clientOf(u"sap-ias"_s);
}

void TestCliIssuers::dryRunsChangeNothing()
{
    QFETCH(QString, call);
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const QByteArray before = settings();
    const CliAnswer answer = m_bench->run(call.split(u' ') + QStringList{u"--dry-run"_s});
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.out.startsWith("Dry run: would "));
    QCOMPARE(settings(), before);
}

void TestCliIssuers::checksKeyByKey()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const CliAnswer answer =
        m_bench->runJson({u"issuer"_s, u"check"_s, u"sap"_s, u"--secret-file"_s, m_bench->secretOf(u"sap-ias"_s)});
    QCOMPARE(answer.status, 0);
    const QJsonObject well{{u"ok"_s, true}, {u"error"_s, QJsonValue()}};
    const QJsonObject expected{
        {u"issuer"_s, u"sap"_s},
        {u"discovery"_s, well},
        {u"authentication"_s, well},
        {u"client_id"_s, CliBench::clientOf(u"sap-ias"_s)},
        {u"breaker"_s, u"closed"_s},
        {u"authorities"_s, QJsonArray()},
        {u"foreign_origins"_s, QJsonArray()},
        {u"can"_s, QJsonObject{{u"list"_s, true}, {u"end"_s, true}, {u"verify"_s, true}, {u"find_people"_s, false}}},
    };
    QCOMPARE(answer.json(), expected);
    QCOMPARE(m_bench->requestCount(), 2); // one discovery, one authenticated request
}

void TestCliIssuers::saysAlikeWhatItCanDo_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QJsonObject>("can");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("by token") << u"sap-ias"_s
                              << QJsonObject{{u"list"_s, true},
                                             {u"end"_s, true},
                                             {u"verify"_s, true},
                                             {u"find_people"_s, false}}
                              << "List: with a token · End: yes · Check: yes · By name: no"_ba;
    QTest::newRow("by name") << u"keycloak-admin"_s
                             << QJsonObject{{u"list"_s, false},
                                            {u"end"_s, true},
                                            {u"verify"_s, true},
                                            {u"find_people"_s, true}}
                             << "List: no · End: yes · Check: yes · By name: yes"_ba;
}

void TestCliIssuers::saysAlikeWhatItCanDo()
{
    QFETCH(QString, provider);
    QFETCH(QJsonObject, can);
    QFETCH(QByteArray, words);
    const PracticeSetup setup = m_bench->practice().setup(provider);
    const Client client = setup.issuer.clients.constFirst();
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"add"_s, u"idp"_s, u"--provider"_s, provider, u"--url"_s,
                        setup.issuer.url.toString(), u"--client-id"_s, client.clientId})
                 .status,
             0);
    const QStringList check{u"issuer"_s, u"check"_s, u"idp"_s, u"--secret-file"_s,
                            m_bench->file(u"secret"_s, setup.secrets.value(client.clientId))};
    QCOMPARE(m_bench->runJson(check).json().value(u"can"_s).toObject(), can);
    const QByteArray told = m_bench->run(check).out;
    QVERIFY2(told.contains(words), told.constData());
}

void TestCliIssuers::profilesDontMix()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const QString other = m_bench->homeDir() + u"/other"_s;
    const CliAnswer listed = m_bench->runBare({u"--json"_s, u"--profile-dir"_s, other, u"issuer"_s, u"list"_s});
    QCOMPARE(listed.json().value(u"issuers"_s), QJsonValue(QJsonArray()));
    const CliAnswer own = m_bench->runBare({u"--json"_s, u"issuer"_s, u"list"_s}); // the user's own
    QCOMPARE(own.json().value(u"issuers"_s), QJsonValue(QJsonArray()));
    QCOMPARE(list().size(), 1);
}

void TestCliIssuers::keepsCaFiles()
{
    const QByteArray pem = QByteArray("-----BEGIN CERTIFICATE-----\n"
                                      "MIIBdzCCAR2gAwIBAgIUVVbCjoO1NRG5nQ0kBz5mC2c5YJQwCgYIKoZIzj0EAwIw\n");
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"add"_s, u"one"_s, u"--provider"_s, u"kajabi"_s, u"--ca-file"_s,
                        m_bench->file(u"ca.pem"_s, pem)})
                 .status,
             2); // cut off: no certificate in it
    QCOMPARE(list(), QJsonArray());
}

QTEST_GUILESS_MAIN(TestCliIssuers)
#include "tst_cliissuers.moc"
