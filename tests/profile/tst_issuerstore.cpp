// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuerstore.h"
#include "profile.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

static Issuer example(const QString &name = u"Corporate"_s)
{
    Issuer issuer;
    issuer.name = name;
    issuer.provider = u"keycloak"_s;
    issuer.url = QUrl(u"https://id.example:8443/realms/staff"_s);
    issuer.environment = Environment::Test;
    issuer.clients = {{u"console"_s, AuthMethod::ClientSecretPost, true}, {QString(), AuthMethod::None, false}};
    issuer.caFile = u"/etc/ssl/corporate.pem"_s;
    issuer.acceptedOrigins = {u"https://tokens.example:443"_s};
    return issuer;
}

class IssuerStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWholeIssuersInOrder();
    void refusesToAdd_data();
    void refusesToAdd();
    void refusesATakenName();
    void changesUnderTheLock();
    void removes();
    void namesWhatIsDamaged_data();
    void namesWhatIsDamaged();
    void losesNothingBetweenProcesses();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
};

void IssuerStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = std::make_unique<Profile>(Profile::open(m_folder->path()).value());
}

void IssuerStoreTest::keepsWholeIssuersInOrder()
{
    IssuerStore store(*m_profile);
    QCOMPARE(store.issuers().value(), QList<Issuer>());
    QVERIFY(store.add(example(u"Zürich ✓"_s)));
    QVERIFY(store.add(example(u"A"_s)));
    IssuerStore other(*m_profile);
    QCOMPARE(other.issuers().value(), (QList<Issuer>{example(u"Zürich ✓"_s), example(u"A"_s)}));
    QCOMPARE(other.find(u"A"_s).value(), example(u"A"_s));
    QCOMPARE(other.find(u"a"_s).error().kind, ErrorKind::UnknownIssuer);
}

void IssuerStoreTest::refusesToAdd_data()
{
    QTest::addColumn<Issuer>("issuer");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, ErrorKind kind, auto &&spoil) {
        Issuer issuer = example();
        spoil(issuer);
        QTest::newRow(name) << issuer << kind;
    };
    const auto invalid = ErrorKind::InvalidInput;
    const auto insecure = ErrorKind::InsecureUrl;
    row("an empty name", invalid, [](Issuer &i) { i.name.clear(); });
    row("a name of 65 characters", invalid, [](Issuer &i) { i.name = QString(65, u'n'); });
    row("a line end in the name", invalid, [](Issuer &i) { i.name = u"a\nb"_s; });
    row("a bidirectional override in the name", invalid, [](Issuer &i) { i.name = u"a\u202Eb"_s; });
    row("a space at the end of the name", invalid, [](Issuer &i) { i.name = u"a "_s; });
    row("no provider", invalid, [](Issuer &i) { i.provider.clear(); });
    row("a client twice", invalid, [](Issuer &i) { i.clients.append(i.clients.first()); });
    row("a control character in a client id", invalid, [](Issuer &i) { i.clients[0].clientId = u"a\u0007"_s; });
    row("http", insecure, [](Issuer &i) { i.url.setScheme(u"http"_s); });
    row("no URL", insecure, [](Issuer &i) { i.url.clear(); });
    row("a user in the URL", insecure, [](Issuer &i) { i.url.setUserName(u"me"_s); });
    row("a query in the URL", insecure, [](Issuer &i) { i.url.setQuery(u"a=b"_s); });
    row("an accepted origin with a path", insecure, [](Issuer &i) { i.acceptedOrigins = {u"https://a.example/b"_s}; });
    row("an accepted origin over http", insecure, [](Issuer &i) { i.acceptedOrigins = {u"http://a.example:80"_s}; });
}

void IssuerStoreTest::refusesToAdd()
{
    QFETCH(Issuer, issuer);
    QFETCH(ErrorKind, kind);
    IssuerStore store(*m_profile);
    QCOMPARE(store.add(issuer).error().kind, kind);
    QVERIFY(!QFile::exists(m_profile->path() + "/issuers.json"_L1));
}

void IssuerStoreTest::refusesATakenName()
{
    IssuerStore store(*m_profile);
    QVERIFY(store.add(example(u"Corporate"_s)));
    QCOMPARE(store.add(example(u"CORPORATE"_s)).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(store.issuers()->size(), 1);
}

void IssuerStoreTest::changesUnderTheLock()
{
    IssuerStore store(*m_profile);
    QVERIFY(store.add(example()));

    const Result<Issuer> changed = store.change(u"Corporate"_s, [](Issuer &issuer) -> Result<> {
        issuer.clients[1].hasSecret = true;
        return {};
    });
    QVERIFY(changed);
    QVERIFY(changed->clients.at(1).hasSecret);
    QCOMPARE(store.find(u"Corporate"_s).value(), *changed);

    const auto rename = [](Issuer &issuer) -> Result<> {
        issuer.name = u"Other"_s;
        return {};
    };
    QCOMPARE(store.change(u"Corporate"_s, rename).error().kind, ErrorKind::InvalidInput);
    const auto makeInsecure = [](Issuer &issuer) -> Result<> {
        issuer.url = QUrl(u"http://id.example"_s);
        return {};
    };
    QCOMPARE(store.change(u"Corporate"_s, makeInsecure).error().kind, ErrorKind::InsecureUrl);
    QCOMPARE(store.change(u"Nobody"_s, makeInsecure).error().kind, ErrorKind::UnknownIssuer);
    const auto failing = [](Issuer &issuer) -> Result<> {
        issuer.clients.clear();
        return failure(ErrorKind::InvalidInput);
    };
    QCOMPARE(store.change(u"Corporate"_s, failing).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(store.issuers().value(), QList<Issuer>{*changed});
}

void IssuerStoreTest::removes()
{
    IssuerStore store(*m_profile);
    QVERIFY(store.add(example(u"A"_s)));
    QVERIFY(store.add(example(u"B"_s)));
    QVERIFY(store.remove(u"A"_s));
    QCOMPARE(store.remove(u"A"_s).error().kind, ErrorKind::UnknownIssuer);
    QCOMPARE(store.issuers().value(), QList<Issuer>{example(u"B"_s)});
}

void IssuerStoreTest::namesWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("where");
    QTest::newRow("a misspelt member") << QByteArray("caFile") << QByteArray("cafile") << u"/issuers/0/cafile"_s;
    QTest::newRow("a member missing") << QByteArray("\"provider\"") << QByteArray("\"supplier\"")
                                      << u"/issuers/0/provider"_s;
    QTest::newRow("an unknown environment")
        << QByteArray("\"test\"") << QByteArray("\"tset\"") << u"/issuers/0/environment"_s;
    QTest::newRow("an unknown method") << QByteArray("client_secret_post") << QByteArray("client_secret_jwt")
                                       << u"/issuers/0/clients"_s;
    QTest::newRow("a number for a name") << QByteArray("\"Corporate\"") << QByteArray("7") << u"/issuers/0/name"_s;
    QTest::newRow("http in the URL") << QByteArray("https://id") << QByteArray("http://id") << u"/issuers/0"_s;
    QTest::newRow("a member beside the list") << QByteArray("\"issuers\"") << QByteArray("\"isuers\"") << u"/isuers"_s;
}

void IssuerStoreTest::namesWhatIsDamaged()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, where);
    IssuerStore store(*m_profile);
    QVERIFY(store.add(example()));
    QFile file(m_profile->path() + "/issuers.json"_L1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    QVERIFY(bytes.contains(from));
    bytes.replace(from, to);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();

    const Result<QList<Issuer>> read = store.issuers();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::ProfileFailed);
    QVERIFY2(read.error().detail.startsWith(file.fileName() + ": "_L1 + where + ": "_L1),
             qPrintable(read.error().detail));
    QCOMPARE(store.add(example(u"Another"_s)).error().kind, ErrorKind::ProfileFailed);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void IssuerStoreTest::losesNothingBetweenProcesses()
{
    static constexpr int each = 20;
    QProcess first;
    QProcess second;
    first.start(QStringLiteral(ISSUERADDER), {m_profile->path(), u"first"_s, QString::number(each)});
    second.start(QStringLiteral(ISSUERADDER), {m_profile->path(), u"second"_s, QString::number(each)});
    QVERIFY(first.waitForFinished());
    QVERIFY(second.waitForFinished());
    QCOMPARE(first.exitCode(), 0);
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(IssuerStore(*m_profile).issuers()->size(), 2 * each);
}

QTEST_GUILESS_MAIN(IssuerStoreTest)
#include "tst_issuerstore.moc"
