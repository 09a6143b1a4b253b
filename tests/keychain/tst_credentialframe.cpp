// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"
#include "credentialframe.h"

using namespace Qt::StringLiterals;
using namespace curfew;

static Issuer exampleIssuer()
{
    Issuer issuer;
    issuer.name = u"Corporate"_s;
    issuer.provider = u"keycloak"_s;
    issuer.url = QUrl(u"https://id.example/realms/staff"_s);
    issuer.acceptedOrigins = {u"https://tokens.example:443"_s};
    return issuer;
}

static const Client exampleClient{u"consöle"_s, AuthMethod::ClientSecretPost, true};

static CredentialFrame example()
{
    CredentialFrame frame = frameFor(exampleIssuer(), exampleClient);
    frame.secret = secretOf(QByteArray("s\0cr\nt\xFF", 7));
    return frame;
}

class CredentialFrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackWhole();
    void refusesDamage_data();
    void refusesDamage();
    void refusesANewerVersion();
    void saysWhatChanged_data();
    void saysWhatChanged();
};

void CredentialFrameTest::comesBackWhole()
{
    const Result<CredentialFrame> read = decodeFrame(encodeFrame(example()));
    QVERIFY(read);
    QVERIFY(checkFrame(*read, example()));
    QCOMPARE(read->secret.reveal().toByteArray(), QByteArray("s\0cr\nt\xFF", 7));
    QCOMPARE(read->url, u"https://id.example/realms/staff"_s);
    QCOMPARE(read->allowedOrigins, (QStringList{u"https://id.example:443"_s, u"https://tokens.example:443"_s}));

    CredentialFrame certificate = frameFor(exampleIssuer(), {u"c"_s, AuthMethod::TlsClientAuth, true});
    certificate.certificateFile = u"0123-ab.sealed"_s;
    const Result<CredentialFrame> second = decodeFrame(encodeFrame(certificate));
    QVERIFY(second);
    QCOMPARE(second->certificateFile, u"0123-ab.sealed"_s);
    QVERIFY(second->secret.isEmpty());
}

void CredentialFrameTest::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = encodeFrame(example()).reveal().toByteArray();
    const auto replaced = [&](const char *from, const char *to) {
        QByteArray bytes = whole;
        Q_ASSERT(bytes.contains(from));
        return bytes.replace(from, to);
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a bare secret") << QByteArray("hunter2");
    QTest::newRow("the last byte is missing") << whole.chopped(1);
    QTest::newRow("a byte too many") << whole + 'x';
    QTest::newRow("only the header") << whole.first(whole.indexOf('\n') + 1);
    QTest::newRow("a header without an end") << QByteArray("curfew-credential 1 2 3");
    QTest::newRow("version 0") << replaced("credential 1 ", "credential 0 ");
    QTest::newRow("no version") << replaced("credential 1 ", "credential x ");
    QTest::newRow("a negative size") << QByteArray("curfew-credential 1 -3 5\n{}");
    QTest::newRow("a member missing") << replaced("\"provider\"", "\"supplier\"");
    QTest::newRow("an unknown method") << replaced("client_secret_post", "client_secret_xxxx");
    QTest::newRow("no origins") << QByteArray(
        "curfew-credential 1 116 1\n"
        R"({"allowedOrigins":[],"certificateFile":"","clientId":"c","method":"bearer",)"
        R"("provider":"kajabi","url":"https://a.b"})"
        "s");
    QTest::newRow("broken JSON") << replaced("{\"", "{{");
}

void CredentialFrameTest::refusesDamage()
{
    QFETCH(QByteArray, bytes);
    const Result<CredentialFrame> read = decodeFrame(secretOf(bytes));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::KeychainFailed);
    QVERIFY2(read.error().detail.contains("damaged"_L1), qPrintable(read.error().detail));
}

void CredentialFrameTest::refusesANewerVersion()
{
    QByteArray bytes = encodeFrame(example()).reveal().toByteArray();
    bytes.replace("credential 1 ", "credential 2 ");
    const Result<CredentialFrame> read = decodeFrame(secretOf(bytes));
    QCOMPARE(read.error().kind, ErrorKind::KeychainFailed);
    QVERIFY2(read.error().detail.contains("newer"_L1), qPrintable(read.error().detail));
}

using Change = std::function<void(Issuer &, Client &)>;

void CredentialFrameTest::saysWhatChanged_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("said");
    QTest::newRow("another host") << Change([](Issuer &i, Client &) { i.url.setHost(u"evil.example"_s); })
                                  << u"the URL was https://id.example/realms/staff"_s;
    QTest::newRow("another port") << Change([](Issuer &i, Client &) { i.url.setPort(8443); }) << u"the URL was"_s;
    QTest::newRow("another realm") << Change([](Issuer &i, Client &) { i.url.setPath(u"/realms/guests"_s); })
                                   << u"the URL was"_s;
    QTest::newRow("another provider") << Change([](Issuer &i, Client &) { i.provider = u"mine"_s; })
                                      << u"the provider was keycloak"_s;
    QTest::newRow("another client") << Change([](Issuer &, Client &c) { c.clientId = u"other"_s; })
                                    << u"the client id was consöle"_s;
    QTest::newRow("another method") << Change([](Issuer &, Client &c) { c.method = AuthMethod::ClientSecretBasic; })
                                    << u"the method was client_secret_post"_s;
    QTest::newRow("one more origin") << Change([](Issuer &i, Client &) {
        i.acceptedOrigins.append(u"https://evil.example:443"_s);
    }) << u"the list of origins was"_s;
    QTest::newRow("one origin less") << Change([](Issuer &i, Client &) { i.acceptedOrigins.clear(); })
                                     << u"the list of origins was"_s;
    QTest::newRow("a slash at the end changes nothing")
        << Change([](Issuer &i, Client &) { i.url.setPath(u"/realms/staff/"_s); }) << QString();
    QTest::newRow("an origin twice changes nothing")
        << Change([](Issuer &i, Client &) { i.acceptedOrigins += i.acceptedOrigins; }) << QString();
    QTest::newRow("another environment changes nothing")
        << Change([](Issuer &i, Client &) { i.environment = Environment::Test; }) << QString();
}

void CredentialFrameTest::saysWhatChanged()
{
    QFETCH(Change, change);
    QFETCH(QString, said);
    Issuer issuer = exampleIssuer();
    Client client = exampleClient;
    change(issuer, client);
    const Result<> same = checkFrame(example(), frameFor(issuer, client));
    QCOMPARE(bool(same), said.isEmpty());
    if (!same) {
        QCOMPARE(same.error().kind, ErrorKind::NoCredential);
        QVERIFY2(same.error().detail.startsWith(said), qPrintable(same.error().detail));
    }
}

QTEST_GUILESS_MAIN(CredentialFrameTest)
#include "tst_credentialframe.moc"
