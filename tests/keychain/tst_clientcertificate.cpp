// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"
#include "clientcertificate.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace curfew;

//! The certificates are made by the openssl program, which is not what reads them here.
class ClientCertificateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void imports_data();
    void imports();
    void saysWhyNot_data();
    void saysWhyNot();

private:
    void openssl(const QStringList &arguments);
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
};

void ClientCertificateTest::openssl(const QStringList &arguments)
{
    QProcess program;
    program.setWorkingDirectory(m_folder.path());
    program.start(u"openssl"_s, arguments);
    QVERIFY(program.waitForFinished());
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
}

void ClientCertificateTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        QSKIP("the openssl program is not here");
    const auto split = [](const QString &line) { return line.split(u' '); };
    openssl(split(u"req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj /CN=Example_CA"_s));
    openssl(split(u"req -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.csr -subj /O=Example/CN=console"_s));
    openssl(split(u"x509 -req -in rsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out rsa.pem -days 10"_s));
    openssl(split(u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ec.key -out ec.pem -days 20 "
                  "-subj /O=Only_an_organisation"_s));
    openssl(split(u"pkcs12 -export -in rsa.pem -inkey rsa.key -certfile ca.pem -passout pass:open -out rsa.p12"_s));
    openssl(split(u"pkcs12 -export -in ec.pem -inkey ec.key -passout pass: -out ec.p12"_s));
    openssl(split(u"pkcs12 -export -legacy -in rsa.pem -inkey rsa.key -passout pass:open -out legacy.p12"_s));
    openssl(split(u"pkcs12 -export -nokeys -in ca.pem -passout pass:open -out nokey.p12"_s));
}

void ClientCertificateTest::imports_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("certificates");
    QTest::addColumn<QByteArray>("keyStart");
    QTest::newRow("RSA with its chain") << path("rsa.p12") << QByteArray("open") << u"console"_s << u"Example_CA"_s
                                        << 10 << 2 << QByteArray("-----BEGIN RSA PRIVATE KEY-----");
    QTest::newRow("EC without a passphrase")
        << path("ec.p12") << QByteArray() << u"Only_an_organisation"_s << u"Only_an_organisation"_s << 20 << 1
        << QByteArray("-----BEGIN EC PRIVATE KEY-----");
}

void ClientCertificateTest::imports()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, passphrase);
    QFETCH(int, days);
    QFETCH(QByteArray, keyStart);
    const Result<ClientCertificate> certificate = importPkcs12(file, secretOf(passphrase));
    QVERIFY2(certificate, certificate ? "" : qPrintable(certificate.error().detail));
    QTEST(certificate->facts.subject, "subject");
    QTEST(certificate->facts.issuer, "issuer");
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(certificate->facts.expiresAt);
    QVERIFY(left > (days - 1) * 86400 && left <= days * 86400);
    QTEST(int(certificate->chain.count("-----BEGIN CERTIFICATE-----")), "certificates");
    QVERIFY(certificate->key.reveal().startsWith(keyStart));
}

void ClientCertificateTest::saysWhyNot_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QString>("said");
    QTest::newRow("a wrong passphrase") << path("rsa.p12") << QByteArray("sesame") << u"the passphrase is wrong"_s;
    QTest::newRow("RC2 of old") << path("legacy.p12") << QByteArray("open") << u"RC2"_s;
    QTest::newRow("no key in it") << path("nokey.p12") << QByteArray("open") << u"with a certificate and its key"_s;
    QTest::newRow("PEM in place of PKCS#12") << path("rsa.pem") << QByteArray("open") << u"no PKCS#12 file"_s;
    QTest::newRow("no file") << path("none.p12") << QByteArray() << u"none.p12: "_s;
}

void ClientCertificateTest::saysWhyNot()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, passphrase);
    QFETCH(QString, said);
    const Result<ClientCertificate> certificate = importPkcs12(file, secretOf(passphrase));
    QVERIFY(!certificate);
    QCOMPARE(certificate.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(certificate.error().detail.contains(said), qPrintable(certificate.error().detail));
}

QTEST_GUILESS_MAIN(ClientCertificateTest)
#include "tst_clientcertificate.moc"
