// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "faultserver.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace curfew;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! Stored secrets, in a real keyring.
class TestCliKeychain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<CliBench>(CliBench::Bus::Inherited); }
    void cleanup() { m_bench.reset(); }
    void usesWhatWasStored();
    void endsEverythingOfAPersonWithSeveralClients();
    void aGivenSecretNeedsNoKeychain();
    void routesToEveryIssuersOwnClient();
    void aNewSecretClosesTheBreaker();
    void profilesDontShareSecrets();
    void anEditedAddressGetsNothing();
    void forgetsWithTheIssuer();
    void signsTheJournalAndSaysWhatIsNotSigned();
    void saysOfDamageWhatTheSignaturesVouchFor();
    void twoAtOnceMakeOneSigningKey();
    void anEditedProfileHasNoSigningKey();

private:
    //! `token revoke` of a new token; the journal has a batch more, finished and signed.
    [[nodiscard]] QStringList ending();

    //! `issuer add NAME` with the first client's secret and, on request, `issuer credential add` for the others.
    void store(const QString &name, const QString &provider);
    void storeOthers(const QString &name, const QString &provider);
    //! Whether the journal has an event of \p kind.
    [[nodiscard]] bool isJournaled(const QByteArray &kind) const;
    QStringList list(const QByteArray &anchor)
    {
        return {u"session"_s, u"list"_s, u"--issuer"_s, u"sap"_s, u"--token-file"_s, m_bench->file(u"a"_s, anchor)};
    }

    std::unique_ptr<CliBench> m_bench;
};

void TestCliKeychain::store(const QString &name, const QString &provider)
{
    const CliAnswer added = m_bench->run(
        {u"issuer"_s, u"add"_s, name, u"--provider"_s, provider, u"--url"_s, m_bench->issuer(provider).url().toString(),
         u"--client-id"_s, CliBench::clientOf(provider), u"--secret-file"_s, m_bench->secretOf(provider)});
    QVERIFY2(added.status == 0, added.err.constData());
}

bool TestCliKeychain::isJournaled(const QByteArray &kind) const
{
    for (const QString &name : {u"/journal.sqlite"_s, u"/journal.sqlite-wal"_s}) {
        QFile file(m_bench->profileDir() + name);
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(kind))
            return true;
    }
    return false;
}

void TestCliKeychain::storeOthers(const QString &name, const QString &provider)
{
    const QList<PracticeClient> clients = practiceClients(provider);
    for (const PracticeClient &client : clients.mid(1)) {
        if (!client.onFile)
            continue;
        QStringList call{u"issuer"_s, u"credential"_s, u"add"_s, name, u"--client-id"_s, client.id};
        call += QStringList{u"--auth"_s, authMethodName(client.method)};
        if (!client.isPublic())
            call += QStringList{u"--secret-file"_s, m_bench->file(u"s"_s, client.secret)};
        QCOMPARE(m_bench->run(call).status, 0);
    }
}

void TestCliKeychain::usesWhatWasStored()
{
    store(u"sap"_s, u"sap-ias"_s);
    const QJsonObject issuer = m_bench->runJson({u"issuer"_s, u"show"_s, u"sap"_s}).json();
    QCOMPARE(issuer.value(u"clients"_s).toArray().first()[u"secret_stored"_s], QJsonValue(true));
    QCOMPARE(m_bench->requestCount(), 0);
    QCOMPARE(m_bench->run({u"issuer"_s, u"check"_s, u"sap"_s}).status, 0);
    QCOMPARE(m_bench->run(list(m_bench->practice().anchorFor(practiceVictim()))).status, 0);
}

void TestCliKeychain::endsEverythingOfAPersonWithSeveralClients()
{
    store(u"sap"_s, u"sap-ias"_s);
    storeOthers(u"sap"_s, u"sap-ias"_s);
    const QString anchor = m_bench->file(u"a"_s, m_bench->practice().anchorFor(practiceVictim()));
    const CliAnswer answer = m_bench->runJson(
        {u"session"_s, u"revoke"_s, u"--issuer"_s, u"sap"_s, u"--token-file"_s, anchor, u"--all"_s, u"--yes"_s});
    QVERIFY2(answer.status == 0, answer.out.constData());
    QCOMPARE(answer.json().value(u"counts"_s), QJsonValue(QJsonObject{{u"revoked"_s, 18}}));
    QCOMPARE(m_bench->sap().aliveCount(practiceVictim()), 0);
}

void TestCliKeychain::aGivenSecretNeedsNoKeychain()
{
    store(u"sap"_s, u"sap-ias"_s);
    storeOthers(u"sap"_s, u"sap-ias"_s);
    m_bench->setEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    const QString anchor = m_bench->file(u"a"_s, m_bench->practice().anchorFor(practiceVictim()));
    const CliAnswer answer =
        m_bench->runJson(QStringList{u"session"_s, u"revoke"_s, u"--token-file"_s, anchor, u"--all"_s, u"--yes"_s}
                         + m_bench->at(u"sap"_s, u"sap-ias"_s));
    QCOMPARE(answer.status, 3); // secrets are missing, of other clients
    const QJsonArray results = answer.json().value(u"results"_s).toArray();
    QSet<QString> messages;
    for (const QJsonValue &result : results) {
        if (result[u"outcome"_s] == QJsonValue(u"skipped"_s))
            messages.insert(result[u"message"_s].toString());
        else
            QCOMPARE(result[u"outcome"_s], QJsonValue(u"revoked"_s));
    }
    const QList<PracticeClient> clients = practiceClients(u"sap-ias"_s);
    QCOMPARE(messages,
             (QSet<QString>{u"no credential for client "_s + clients.at(1).id,
                            u"no credential for client "_s + clients.at(2).id}));
}

void TestCliKeychain::routesToEveryIssuersOwnClient()
{
    QByteArray file;
    for (const QString &provider : {u"sap-ias"_s, u"keycloak"_s, u"oauth2"_s}) {
        store(provider, provider);
        file += lines(m_bench->issuer(provider).addSessions(cliPerson(), CliBench::clientOf(provider), 1, 1,
                                                            PracticeToken::Form::Jwt));
    }
    const CliAnswer answer =
        m_bench->runJson({u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"t"_s, file)});
    QVERIFY2(answer.status == 0, answer.out.constData());
    QCOMPARE(answer.document().array().size(), 3);
    for (const QString &provider : {u"sap-ias"_s, u"keycloak"_s, u"oauth2"_s})
        QCOMPARE(m_bench->issuer(provider).aliveCount(cliPerson()), 0);
}

void TestCliKeychain::aNewSecretClosesTheBreaker()
{
    store(u"sap"_s, u"sap-ias"_s);
    const QString client = CliBench::clientOf(u"sap-ias"_s);
    m_bench->sap().setSecret(client, "changed meanwhile");
    const QStringList call = list(m_bench->practice().anchorFor(practiceVictim()));
    QCOMPARE(m_bench->run(call).status, 3);
    QCOMPARE(m_bench->run(call).status, 3);
    QCOMPARE(m_bench->sap().failedAuthentications(), 1);
    QVERIFY(isJournaled("breaker_opened"));
    QVERIFY(!isJournaled("breaker_closed"));
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"credential"_s, u"add"_s, u"sap"_s, u"--client-id"_s, client, u"--secret-file"_s,
                        m_bench->file(u"s"_s, "changed meanwhile\n")})
                 .status,
             0);
    QVERIFY(isJournaled("breaker_closed"));
    QCOMPARE(m_bench->run(call).status, 0);
    QCOMPARE(m_bench->sap().failedAuthentications(), 1); // no further one
}

void TestCliKeychain::profilesDontShareSecrets()
{
    store(u"sap"_s, u"sap-ias"_s);
    // The settings of one profile in the place of another's: the same names, and no secret behind them.
    const QString other = m_bench->homeDir() + u"/other"_s;
    QCOMPARE(m_bench->runBare({u"--profile-dir"_s, other, u"issuer"_s, u"list"_s}).status, 0);
    QVERIFY(QFile::copy(m_bench->profileDir() + u"/issuers.json"_s, other + u"/issuers.json"_s));
    const CliAnswer answer = m_bench->runBare(QStringList{u"--json"_s, u"--profile-dir"_s, other}
                                              + list(m_bench->practice().anchorFor(practiceVictim())));
    QCOMPARE(answer.status, 3);
    QVERIFY(!answer.errorKind().isEmpty());
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestCliKeychain::anEditedAddressGetsNothing()
{
    FaultServer elsewhere;
    store(u"sap"_s, u"sap-ias"_s);
    QFile settings(m_bench->profileDir() + u"/issuers.json"_s);
    QVERIFY(settings.open(QIODevice::ReadWrite));
    QByteArray json = settings.readAll();
    json.replace(m_bench->sap().url().toEncoded(), elsewhere.url(QString()).toEncoded());
    settings.resize(0);
    settings.seek(0);
    settings.write(json);
    settings.close();
    const QString anchor = m_bench->file(u"a"_s, m_bench->practice().anchorFor(practiceVictim()));
    for (const QString &call : {u"session list --token-file"_s, u"session revoke --all --yes --token-file"_s,
                                u"token inspect --token-file"_s, u"token revoke --yes --tokens-file"_s}) {
        const CliAnswer answer = m_bench->runJson(call.split(u' ') + QStringList{anchor, u"--issuer"_s, u"sap"_s});
        QVERIFY2(answer.status == 3, answer.out.constData());
    }
    QCOMPARE(elsewhere.bytesReceived(), 0);
    QCOMPARE(m_bench->sap().count(Revoke), 0);
}

void TestCliKeychain::forgetsWithTheIssuer()
{
    store(u"sap"_s, u"sap-ias"_s);
    QVERIFY(!isJournaled("credential_removed"));
    QCOMPARE(m_bench->run({u"issuer"_s, u"remove"_s, u"sap"_s, u"--yes"_s}).status, 0);
    QVERIFY(isJournaled("credential_removed"));
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s)); // the same name and client, without a secret
    const CliAnswer answer = m_bench->runJson(list(m_bench->practice().anchorFor(practiceVictim())));
    QCOMPARE(answer.status, 3);
    QCOMPARE(answer.errorKind(), u"no_credential"_s);
}

QStringList TestCliKeychain::ending()
{
    const auto tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1);
    return QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"t"_s, lines(tokens))}
    + m_bench->at(u"sap"_s, u"sap-ias"_s);
}

void TestCliKeychain::signsTheJournalAndSaysWhatIsNotSigned()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    QCOMPARE(m_bench->run(ending()).status, 0);
    QCOMPARE(m_bench->run({u"issuer"_s, u"remove"_s, u"sap"_s, u"--yes"_s}).status, 0);
    const CliAnswer plain = m_bench->run({u"journal"_s, u"verify"_s});
    QCOMPARE(plain.status, 0);
    QVERIFY(plain.out.contains("1 finished batch signed with the key"));
    QVERIFY(plain.out.contains("which is this profile's"));
    QVERIFY(plain.out.contains("1 event since the last signature, chained but not signed"));
    const QJsonObject report = m_bench->runJson({u"journal"_s, u"verify"_s}).json();
    QCOMPARE(report.value(u"unsigned_events"_s), QJsonValue(0)); // the verification before was signed
    QCOMPARE(report.value(u"signed_batches"_s), QJsonValue(1));
    QCOMPARE(report.value(u"checked_key"_s), QJsonValue(true));
    QCOMPARE(report.value(u"key_missing"_s), QJsonValue(false));
}

void TestCliKeychain::saysOfDamageWhatTheSignaturesVouchFor()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    QCOMPARE(m_bench->run(ending()).status, 0);
    const int events = m_bench->runJson({u"journal"_s, u"verify"_s}).json().value(u"events"_s).toInt();
    QCOMPARE(m_bench->run({u"issuer"_s, u"remove"_s, u"sap"_s, u"--yes"_s}).status, 0); // not signed
    QFile file(m_bench->profileDir() + u"/journal.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    QVERIFY(content.contains("issuer_removed"));
    QVERIFY(file.seek(0) && file.write(content.replace("issuer_removed", "issuer_remixed")) == content.size());
    file.close();

    const int vouched = events + 2; // the verification and its signature
    const CliAnswer plain = m_bench->run({u"journal"_s, u"verify"_s});
    QCOMPARE(plain.status, 5);
    QVERIFY(plain.out.startsWith("DAMAGED at event "));
    QVERIFY(
        plain.out.contains("Events 1 to " + QByteArray::number(vouched) + " are as they were when they were signed"));
    m_bench->setEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    const CliAnswer without = m_bench->run({u"journal"_s, u"verify"_s});
    m_bench->setEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    QCOMPARE(without.status, 5);
    QVERIFY(without.out.contains("The keychain with this profile's key is not at hand. Whether the events before it"));
}

void TestCliKeychain::twoAtOnceMakeOneSigningKey()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const auto one = m_bench->begin(ending());
    const auto other = m_bench->begin(ending());
    QCOMPARE(CliBench::finish(*one).status, 0);
    QCOMPARE(CliBench::finish(*other).status, 0);
    const CliAnswer answer = m_bench->runJson({u"journal"_s, u"verify"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json().value(u"signed_batches"_s), QJsonValue(2));
    QCOMPARE(answer.json().value(u"signing_keys"_s).toArray().size(), 1);
}

// Whoever edits the profile's id makes Curfew look for a key that isn't there, and could sign all with one of their
// own.
void TestCliKeychain::anEditedProfileHasNoSigningKey()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    QCOMPARE(m_bench->run(ending()).status, 0);
    QFile file(m_bench->profileDir() + u"/profile.json"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QJsonObject profile = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(profile.contains(u"id"_s));
    profile.insert(u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    QVERIFY(file.resize(0) && file.seek(0) && file.write(QJsonDocument(profile).toJson()) > 0);
    file.close();

    const CliAnswer missing = m_bench->run({u"journal"_s, u"verify"_s});
    QCOMPARE(missing.status, 0);
    QVERIFY(missing.out.contains("WARNING: this profile's key is missing from the keychain"));
    QVERIFY(!missing.out.contains("not at hand"));
    const QJsonObject report = m_bench->runJson({u"journal"_s, u"verify"_s}).json();
    QCOMPARE(report.value(u"key_missing"_s), QJsonValue(true));
    QCOMPARE(report.value(u"checked_key"_s), QJsonValue(false));
    m_bench->setEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    const CliAnswer without = m_bench->run({u"journal"_s, u"verify"_s});
    QCOMPARE(without.status, 0);
    QVERIFY(without.out.contains("the keychain with this profile's key is not at hand"));
    QVERIFY(!without.out.contains("WARNING"));
    m_bench->setEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));

    const CliAnswer next = m_bench->run(ending());
    QCOMPARE(next.status, 0);
    QVERIFY(next.err.contains("the journal is signed with a new key"));
    QVERIFY(!m_bench->run(ending()).err.contains("new key")); // once
    const CliAnswer verified = m_bench->run({u"journal"_s, u"verify"_s});
    QCOMPARE(verified.status, 0);
    QVERIFY(verified.out.contains("2 finished batches signed with the key"));
    QVERIFY(verified.out.contains(
        "1 finished batch signed with an earlier key, which this keychain no longer has: not checked"));
    QVERIFY(!verified.out.contains("WARNING"));
}

QTEST_GUILESS_MAIN(TestCliKeychain)
#include "tst_clikeychain.moc"
