// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"
#include "credentialstore.h"
#include "issuerstore.h"
#include "memorykeychain.h"
#include "profile.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace curfew;

static const QByteArray canary = "canary-4e1b9c"_ba;

static Issuer exampleIssuer(AuthMethod method = AuthMethod::ClientSecretBasic)
{
    Issuer issuer;
    issuer.name = u"Corporate / EU"_s;
    issuer.provider = u"sap-ias"_s;
    issuer.url = QUrl(u"https://tenant.example"_s);
    issuer.clients = {{u"a/b"_s, method, true}};
    return issuer;
}

static ClientCertificate exampleCertificate()
{
    return {{}, "-----BEGIN CERTIFICATE-----\n", secretOf(canary)};
}

class CredentialStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsWhatItStored();
    void encodesItsKeys();
    void keepsProfilesApart();
    void asksAgainAfterAChange();
    void opensTheKeychainOnlyForAStoredSecret_data();
    void opensTheKeychainOnlyForAStoredSecret();
    void passesTheKeychainsErrorsOn();
    void sealsCertificates();
    void keepsTheOldCertificateWhenTheNewOneCantBeStored();
    void removesSecretAndFile();
    void writesNoSecretToTheProfile();
    void refusesWhatTheMethodDoesntTake_data();
    void refusesWhatTheMethodDoesntTake();
    void lendsAGivenSecret();

private:
    CredentialStore store() { return {m_keychain, m_profile->id(), m_profile->certificatesPath()}; }
    QStringList sealedFiles() const { return QDir(m_profile->certificatesPath()).entryList(QDir::Files, QDir::Name); }

    MemoryKeychain m_keychain;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
};

void CredentialStoreTest::init()
{
    m_keychain = {};
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = std::make_unique<Profile>(Profile::open(m_folder->path()).value());
}

void CredentialStoreTest::readsWhatItStored()
{
    Issuer issuer = exampleIssuer();
    issuer.acceptedOrigins = {u"https://tokens.example:443"_s};
    QVERIFY(answerOf(store().write(issuer, issuer.clients.first(), secretOf(canary))));
    const CredentialPtr credential = answerOf(store().read(issuer, u"a/b"_s)).value();
    QCOMPARE(credential->secret.reveal().toByteArray(), canary);
    QCOMPARE(credential->clientId, u"a/b"_s);
    QCOMPARE(credential->provider, u"sap-ias"_s);
    QCOMPARE(credential->method, AuthMethod::ClientSecretBasic);
    QVERIFY(credential->mayGoTo(QUrl(u"https://tenant.example/oauth2/revoke"_s)));
    QVERIFY(credential->mayGoTo(QUrl(u"https://tokens.example/revoke"_s)));
    QVERIFY(!credential->mayGoTo(QUrl(u"https://tenant.example:8443/"_s)));
    QVERIFY(!credential->mayGoTo(QUrl(u"http://tenant.example:443/"_s)));
}

void CredentialStoreTest::encodesItsKeys()
{
    const Issuer issuer = exampleIssuer();
    QVERIFY(answerOf(store().write(issuer, issuer.clients.first(), secretOf(canary))));
    QVERIFY(answerOf(m_keychain.read(u"curfew/%1/Corporate%20%2F%20EU/a%2Fb"_s.replace(u"%1"_s, m_profile->id()))));
}

void CredentialStoreTest::keepsProfilesApart()
{
    const Issuer issuer = exampleIssuer();
    const QTemporaryDir folder;
    const Profile other = Profile::open(folder.path()).value();
    CredentialStore second(m_keychain, other.id(), other.certificatesPath());
    QVERIFY(answerOf(store().write(issuer, issuer.clients.first(), secretOf(canary))));
    QCOMPARE(answerOf(second.read(issuer, u"a/b"_s)).error().kind, ErrorKind::NoCredential);
    QVERIFY(answerOf(second.remove(issuer.name, u"a/b"_s)));
    QVERIFY(answerOf(store().read(issuer, u"a/b"_s)));
}

void CredentialStoreTest::asksAgainAfterAChange()
{
    Issuer issuer = exampleIssuer();
    QVERIFY(answerOf(store().write(issuer, issuer.clients.first(), secretOf(canary))));
    issuer.url = QUrl(u"https://tenant.evil.example"_s);
    const auto read = answerOf(store().read(issuer, u"a/b"_s));
    QCOMPARE(read.error().kind, ErrorKind::NoCredential);
    QVERIFY2(read.error().detail.startsWith(u"the URL was https://tenant.example "_s), qPrintable(read.error().detail));
    QVERIFY(answerOf(store().write(issuer, issuer.clients.first(), secretOf(canary))));
    QVERIFY(answerOf(store().read(issuer, u"a/b"_s)));
}

void CredentialStoreTest::opensTheKeychainOnlyForAStoredSecret_data()
{
    QTest::addColumn<Client>("client");
    QTest::addColumn<std::optional<ErrorKind>>("kind");
    using Kind = std::optional<ErrorKind>;
    QTest::newRow("a token as its own bearer") << Client{u"a"_s, AuthMethod::Bearer, false} << Kind();
    QTest::newRow("a public client") << Client{u"a"_s, AuthMethod::None, false} << Kind();
    QTest::newRow("a secret not given yet")
        << Client{u"a"_s, AuthMethod::ClientSecretPost, false} << Kind(ErrorKind::NoCredential);
    QTest::newRow("a certificate not given yet")
        << Client{u"a"_s, AuthMethod::TlsClientAuth, false} << Kind(ErrorKind::NoCredential);
    QTest::newRow("a person who signs in")
        << Client{u"a"_s, AuthMethod::AuthorizationCode, false} << Kind(ErrorKind::SignInNeeded);
    QTest::newRow("another client") << Client{u"b"_s, AuthMethod::None, false} << Kind(ErrorKind::NoCredential);
    QTest::newRow("a stored secret") << Client{u"a"_s, AuthMethod::ClientSecretPost, true}
                                     << Kind(ErrorKind::KeychainLocked);
}

void CredentialStoreTest::opensTheKeychainOnlyForAStoredSecret()
{
    QFETCH(Client, client);
    QFETCH(std::optional<ErrorKind>, kind);
    Issuer issuer = exampleIssuer();
    issuer.clients = {client};
    m_keychain.lock(); // so that an opened keychain shows
    const auto read = answerOf(store().read(issuer, u"a"_s));
    QCOMPARE(bool(read), !kind.has_value());
    if (read)
        QVERIFY(read.value()->secret.isEmpty() && read.value()->mayGoTo(issuer.url));
    else
        QCOMPARE(read.error().kind, *kind);
}

void CredentialStoreTest::passesTheKeychainsErrorsOn()
{
    const Issuer issuer = exampleIssuer();
    QCOMPARE(answerOf(store().read(issuer, u"a/b"_s)).error().kind, ErrorKind::NoCredential);
    m_keychain.lock();
    QCOMPARE(answerOf(store().write(issuer, issuer.clients.first(), secretOf(canary))).error().kind,
             ErrorKind::KeychainLocked);
    QCOMPARE(answerOf(store().remove(issuer.name, u"a/b"_s)).error().kind, ErrorKind::KeychainLocked);
}

void CredentialStoreTest::sealsCertificates()
{
    const Issuer issuer = exampleIssuer(AuthMethod::TlsClientAuth);
    const Client &client = issuer.clients.first();
    QVERIFY(answerOf(store().writeCertificate(issuer, client, exampleCertificate())));
    QVERIFY(answerOf(store().writeCertificate(issuer, client, exampleCertificate())));
    QCOMPARE(sealedFiles().size(), 1);

    const CredentialPtr credential = answerOf(store().read(issuer, u"a/b"_s)).value();
    QCOMPARE(credential->method, AuthMethod::TlsClientAuth);
    QVERIFY(credential->secret.isEmpty());
    QCOMPARE(credential->certificate.reveal().toByteArray(), exampleCertificate().chain);
    QCOMPARE(credential->privateKey.reveal().toByteArray(), canary);

    QFile file(QDir(m_profile->certificatesPath()).filePath(sealedFiles().constFirst()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(file.size() - 1);
    file.write("?");
    file.close();
    QCOMPARE(answerOf(store().read(issuer, u"a/b"_s)).error().kind, ErrorKind::ProfileFailed);
    QVERIFY(file.remove());
    QCOMPARE(answerOf(store().read(issuer, u"a/b"_s)).error().kind, ErrorKind::ProfileFailed);
}

void CredentialStoreTest::keepsTheOldCertificateWhenTheNewOneCantBeStored()
{
    const Issuer issuer = exampleIssuer(AuthMethod::TlsClientAuth);
    const Client &client = issuer.clients.first();
    QVERIFY(answerOf(store().writeCertificate(issuer, client, exampleCertificate())));
    const QStringList before = sealedFiles();
    m_keychain.lock();
    QVERIFY(!answerOf(store().writeCertificate(issuer, client, exampleCertificate())));
    QCOMPARE(sealedFiles(), before);
    QVERIFY(answerOf(m_keychain.unlock()));
    QVERIFY(answerOf(store().read(issuer, u"a/b"_s)));
}

void CredentialStoreTest::removesSecretAndFile()
{
    const Issuer issuer = exampleIssuer(AuthMethod::TlsClientAuth);
    QVERIFY(answerOf(store().writeCertificate(issuer, issuer.clients.first(), exampleCertificate())));
    const Client second{u"second"_s, AuthMethod::TlsClientAuth, true};
    QVERIFY(answerOf(store().writeCertificate(issuer, second, exampleCertificate())));
    QVERIFY(answerOf(store().remove(issuer.name, u"a/b"_s)));
    QCOMPARE(sealedFiles().size(), 1);
    QCOMPARE(answerOf(store().read(issuer, u"a/b"_s)).error().kind, ErrorKind::NoCredential);
    QVERIFY(answerOf(store().remove(issuer.name, u"a/b"_s)));
}

void CredentialStoreTest::writesNoSecretToTheProfile()
{
    Issuer issuer = exampleIssuer(AuthMethod::TlsClientAuth);
    issuer.clients.append({u"second"_s, AuthMethod::ClientSecretPost, true});
    QVERIFY(IssuerStore(*m_profile).add(issuer));
    QVERIFY(answerOf(store().writeCertificate(issuer, issuer.clients.at(0), exampleCertificate())));
    QVERIFY(answerOf(store().write(issuer, issuer.clients.at(1), secretOf(canary))));
    int files = 0;
    QDirIterator walk(m_profile->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &form : {canary, canary.toBase64(), canary.toHex()})
            QVERIFY2(!bytes.contains(form), qPrintable(file.fileName()));
        ++files;
    }
    QCOMPARE(files, 3); // profile.json, issuers.json, the sealed certificate
}

void CredentialStoreTest::refusesWhatTheMethodDoesntTake_data()
{
    QTest::addColumn<AuthMethod>("method");
    QTest::addColumn<bool>("secret");
    QTest::addColumn<bool>("certificate");
    QTest::newRow("basic") << AuthMethod::ClientSecretBasic << true << false;
    QTest::newRow("post") << AuthMethod::ClientSecretPost << true << false;
    QTest::newRow("bearer") << AuthMethod::Bearer << true << false;
    QTest::newRow("a certificate") << AuthMethod::TlsClientAuth << false << true;
    QTest::newRow("none") << AuthMethod::None << false << false;
    QTest::newRow("a person who signs in") << AuthMethod::AuthorizationCode << false << false;
}

void CredentialStoreTest::refusesWhatTheMethodDoesntTake()
{
    QFETCH(AuthMethod, method);
    QFETCH(bool, secret);
    QFETCH(bool, certificate);
    const Issuer issuer = exampleIssuer(method);
    const Client &client = issuer.clients.first();
    QCOMPARE(bool(answerOf(store().write(issuer, client, secretOf("s")))), secret);
    QCOMPARE(bool(givenCredential(issuer, client, secretOf("s"))), secret);
    QCOMPARE(bool(answerOf(store().writeCertificate(issuer, client, exampleCertificate()))), certificate);
    QCOMPARE(bool(givenCredential(issuer, client, exampleCertificate())), certificate);
    QCOMPARE(answerOf(store().write(issuer, client, Secret())).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(answerOf(store().writeCertificate(issuer, client, {})).error().kind, ErrorKind::InvalidInput);
}

void CredentialStoreTest::lendsAGivenSecret()
{
    const Issuer issuer = exampleIssuer();
    const CredentialPtr credential = givenCredential(issuer, issuer.clients.first(), secretOf(canary)).value();
    QCOMPARE(credential->secret.reveal().toByteArray(), canary);
    QCOMPARE(credential->allowedOrigins, QStringList{u"https://tenant.example:443"_s});

    const Issuer tls = exampleIssuer(AuthMethod::TlsClientAuth);
    const CredentialPtr second = givenCredential(tls, tls.clients.first(), exampleCertificate()).value();
    QCOMPARE(second->certificate.reveal().toByteArray(), exampleCertificate().chain);
    QCOMPARE(second->privateKey.reveal().toByteArray(), canary);
}

QTEST_GUILESS_MAIN(CredentialStoreTest)
#include "tst_credentialstore.moc"
