// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "nginxserver.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! The command line against a real TLS server in front of a practice issuer: certificates of a private authority,
//! protocols, and clients that show a certificate.
class TestNginxPeer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void worksWithThePrivateRoot_data();
    void worksWithThePrivateRoot();
    void sendsNothingToStrangers_data();
    void sendsNothingToStrangers();
    void showsItsCertificate();
    void anotherCertificateIsRefused_data();
    void anotherCertificateIsRefused();
    void theKeyIsSealed();

private:
    CliAnswer add(const QUrl &url, const QStringList &more);
    QStringList withSecret() { return {u"--secret-file"_s, m_bench->secretOf(u"sap-ias"_s)}; }
    CliAnswer revoke(const QByteArray &token, const QStringList &more);
    QByteArray aToken()
    {
        return m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1).constFirst();
    }
    QStringList certificate(const QString &name)
    {
        return {u"--auth"_s,
                u"tls_client_auth"_s,
                u"--certificate-file"_s,
                m_certificates.path(name + u".p12"_s),
                u"--passphrase-file"_s,
                m_bench->file(u"passphrase"_s, "open it\n")};
    }

    PeerCertificates m_certificates;
    PeerCertificates m_others; //!< of a root that the server doesn't know
    std::unique_ptr<NginxServer> m_nginx;
    std::unique_ptr<CliBench> m_bench;
};

void TestNginxPeer::initTestCase()
{
    const QString here = u"DNS:localhost,IP:127.0.0.1"_s;
    m_certificates.issue(u"good"_s, here);
    m_certificates.issue(u"elsewhere"_s, u"DNS:elsewhere.example.com"_s);
    m_certificates.issue(u"expired"_s, here, -1);
    m_certificates.selfSign(u"selfsigned"_s, here);
    m_certificates.issue(u"console"_s, u"DNS:console.example.com"_s);
    m_certificates.pack(u"console"_s, u"open it"_s);
    m_others.issue(u"console"_s, u"DNS:console.example.com"_s);
    m_others.pack(u"console"_s, u"open it"_s);
}

void TestNginxPeer::init()
{
    m_bench = std::make_unique<CliBench>(CliBench::Bus::Inherited);
    m_nginx = std::make_unique<NginxServer>();
    m_nginx->add(u"any"_s, {u"good"_s, {}});
    m_nginx->add(u"TLS 1.2"_s, {u"good"_s, u"ssl_protocols TLSv1.2;"_s});
    m_nginx->add(u"TLS 1.3"_s, {u"good"_s, u"ssl_protocols TLSv1.3;"_s});
    m_nginx->add(u"HTTP/2"_s, {u"good"_s, {}, u"ssl http2"_s});
    m_nginx->add(u"TLS 1.1"_s, {u"good"_s, u"ssl_protocols TLSv1.1; ssl_ciphers DEFAULT@SECLEVEL=0;"_s});
    m_nginx->add(u"another name"_s, {u"elsewhere"_s, {}});
    m_nginx->add(u"expired"_s, {u"expired"_s, {}});
    m_nginx->add(u"self-signed"_s, {u"selfsigned"_s, {}});
    // As RFC 8705 has it, with the TLS end in front of the issuer: who shows the certificate is the client.
    const QString client = CliBench::clientOf(u"sap-ias"_s);
    const QByteArray secret = m_bench->sap().secretOf(client).toPercentEncoding();
    const QByteArray basic = (client.toUtf8() + ':' + secret).toBase64();
    m_nginx->add(
        u"mutual"_s,
        {u"good"_s,
         u"ssl_verify_client on; ssl_client_certificate %1; proxy_set_header Authorization \"Basic %2\";"_s.arg(
             m_certificates.root(), QString::fromLatin1(basic))});
    QVERIFY(m_nginx->start(m_certificates, m_bench->sap().url()));
}

void TestNginxPeer::cleanup()
{
    m_nginx.reset();
    m_bench.reset();
}

CliAnswer TestNginxPeer::add(const QUrl &url, const QStringList &more)
{
    return m_bench->run(QStringList{u"issuer"_s, u"add"_s, u"sap"_s, u"--provider"_s, u"sap-ias"_s, u"--url"_s,
                                    url.toString(), u"--client-id"_s, CliBench::clientOf(u"sap-ias"_s)}
                        + more);
}

CliAnswer TestNginxPeer::revoke(const QByteArray &token, const QStringList &more)
{
    return m_bench->runJson(QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--issuer"_s, u"sap"_s,
                                        u"--tokens-file"_s, m_bench->file(u"tokens"_s, token)}
                            + more);
}

void TestNginxPeer::worksWithThePrivateRoot_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("spoken");
    QTest::newRow("by name") << u"any"_s << u"localhost"_s << QByteArray(" TLSv1.2 HTTP/1.1 200 ");
    QTest::newRow("by address") << u"any"_s << u"127.0.0.1"_s << QByteArray(" TLSv1.2 HTTP/1.1 200 ");
    QTest::newRow("TLS 1.2 alone") << u"TLS 1.2"_s << u"localhost"_s << QByteArray(" TLSv1.2 HTTP/1.1 200 ");
    QTest::newRow("TLS 1.3 alone") << u"TLS 1.3"_s << u"localhost"_s << QByteArray(" TLSv1.3 HTTP/1.1 200 ");
    QTest::newRow("HTTP/2 on offer") << u"HTTP/2"_s << u"localhost"_s << QByteArray(" TLSv1.2 HTTP/1.1 200 ");
}

void TestNginxPeer::worksWithThePrivateRoot()
{
    QFETCH(QString, server);
    QFETCH(QString, host);
    QFETCH(QByteArray, spoken);
    QCOMPARE(add(m_nginx->url(server, host), {u"--ca-file"_s, m_certificates.root()}).status, 0);
    const QByteArray token = aToken();
    const CliAnswer answer = revoke(token, withSecret());
    QVERIFY2(answer.status == 0, answer.out.constData());
    QCOMPARE(outcomes(answer.json()), QStringList{u"revoked"_s});
    QVERIFY(!m_bench->sap().isAlive(token));
    const QByteArrayList came = m_nginx->came(server);
    QCOMPARE(came.size(), 3); // a look, the revocation, a look
    for (const QByteArray &line : came)
        QVERIFY2(line.contains(spoken), line.constData());
}

void TestNginxPeer::sendsNothingToStrangers_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("knowsTheRoot");
    QTest::newRow("a root nobody knows") << u"any"_s << false;
    QTest::newRow("another name") << u"another name"_s << true;
    QTest::newRow("expired") << u"expired"_s << true;
    QTest::newRow("self-signed") << u"self-signed"_s << true;
    QTest::newRow("TLS 1.1") << u"TLS 1.1"_s << true;
}

void TestNginxPeer::sendsNothingToStrangers()
{
    QFETCH(QString, server);
    QFETCH(bool, knowsTheRoot);
    const QStringList root = knowsTheRoot ? QStringList{u"--ca-file"_s, m_certificates.root()} : QStringList();
    QCOMPARE(add(m_nginx->url(server), root).status, 0);
    const QByteArray token = aToken();
    const CliAnswer listed = m_bench->runJson(QStringList{u"session"_s, u"list"_s, u"--issuer"_s, u"sap"_s,
                                                          u"--token-file"_s, m_bench->file(u"token"_s, token)}
                                              + withSecret());
    const CliAnswer checked = m_bench->runJson(QStringList{u"issuer"_s, u"check"_s, u"sap"_s} + withSecret());
    const CliAnswer answer = revoke(token, withSecret());
    QCOMPARE(listed.status, 4);
    QCOMPARE(listed.errorKind(), u"tls_failed"_s);
    QCOMPARE(checked.status, 4);
    QCOMPARE(answer.status, 4);
    QVERIFY(m_bench->sap().isAlive(token));
    QCOMPARE(m_nginx->came(server), QByteArrayList());
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestNginxPeer::showsItsCertificate()
{
    const CliAnswer added =
        add(m_nginx->url(u"mutual"_s), QStringList{u"--ca-file"_s, m_certificates.root()} + certificate(u"console"_s));
    QVERIFY2(added.status == 0, added.err.constData());
    const QByteArray token = aToken();
    const CliAnswer answer = revoke(token, {});
    QVERIFY2(answer.status == 0, answer.out.constData());
    QCOMPARE(outcomes(answer.json()), QStringList{u"revoked"_s});
    QVERIFY(!m_bench->sap().isAlive(token));
}

void TestNginxPeer::anotherCertificateIsRefused_data()
{
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << u"none"_s;
    QTest::newRow("of a root that the server doesn't know") << u"another"_s;
}

void TestNginxPeer::anotherCertificateIsRefused()
{
    QFETCH(QString, shown);
    QStringList more{u"--ca-file"_s, m_certificates.root()};
    if (shown == "another"_L1) {
        more += certificate(u"console"_s);
        more[more.indexOf(u"--certificate-file"_s) + 1] = m_others.path(u"console.p12"_s);
    }
    QCOMPARE(add(m_nginx->url(u"mutual"_s), more).status, 0);
    const QByteArray token = aToken();
    const CliAnswer answer = revoke(token, shown == "none"_L1 ? withSecret() : QStringList());
    QCOMPARE(answer.status, 1);
    QCOMPARE(outcomes(answer.json()), QStringList{u"failed"_s});
    QVERIFY(m_bench->sap().isAlive(token));
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestNginxPeer::theKeyIsSealed()
{
    QCOMPARE(add(m_nginx->url(u"mutual"_s), certificate(u"console"_s)).status, 0);
    QFile pem(m_certificates.path(u"console.key"_s));
    QVERIFY(pem.open(QIODevice::ReadOnly));
    const QByteArray key = pem.readAll().split('\n').value(1); // the first line inside the envelope
    int sealed = 0;
    QDirIterator files(m_bench->profileDir(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains("PRIVATE KEY"), qPrintable(file.fileName()));
        QVERIFY2(!content.contains(key) && !content.contains(QByteArray::fromBase64(key)), qPrintable(file.fileName()));
        if (file.fileName().endsWith(u".sealed"_s)) {
            ++sealed;
            QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        }
    }
    QCOMPARE(sealed, 1);
}

QTEST_GUILESS_MAIN(TestNginxPeer)
#include "tst_nginxpeer.moc"
