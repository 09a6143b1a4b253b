// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultserver.h"
#include "httpchannel.h"
#include "nettest.h"
#include "tlssettings.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

using namespace curfew;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

static QByteArray contents(const QString &name)
{
    QFile file(u":/tls/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return file.readAll();
}

static QList<QSslCertificate> testRoots()
{
    return QSslCertificate::fromData(contents(u"root.pem"_s));
}

static QSslConfiguration serverSettings()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(contents(u"server.pem"_s)));
    tls.setPrivateKey(QSslKey(contents(u"serverkey.pem"_s), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

static CredentialPtr certificateOf(const QUrl &url, const QString &name)
{
    auto credential = makeCredential(url, name, {});
    QByteArray certificate = contents(name + u".pem"_s);
    QByteArray key = contents(name + u"key.pem"_s);
    credential->method = AuthMethod::TlsClientAuth;
    credential->certificate = Secret::take(certificate);
    credential->privateKey = Secret::take(key);
    return credential;
}

static ChannelSettings settingsFor(const QUrl &url, QList<QSslCertificate> roots)
{
    ChannelSettings settings;
    settings.allowedOrigins = {originOf(url)};
    settings.inFlight = 4;
    settings.roots = std::move(roots);
    settings.timeout = 5s;
    settings.retry.base = 1ms;
    return settings;
}

class TestHttpTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("this Qt has no TLS");
    }

    void readsRoots()
    {
        QCOMPARE(readRoots(u":/tls/root.pem"_s).value(), testRoots());
        QVERIFY(!testRoots().isEmpty());
        const auto said = [](const QString &path) { return readRoots(path).error().detail; };
        QVERIFY(said(u"/nonexistent.pem"_s).startsWith(u"/nonexistent.pem can't be read: "_s));
        QCOMPARE(said(u":/tls/clientkey.pem"_s), u":/tls/clientkey.pem holds no PEM certificate"_s);
        const QByteArray large = contents(u"root.pem"_s) + QByteArray(largestRoots, '\n');
        QCOMPARE(rootsFromPem(large, u"it"_s).error().detail, u"it is larger than 4 MiB"_s);
    }

    void speaksToWhomTheRootsVouchFor()
    {
        FaultServer server(serverSettings());
        HttpChannel channel(settingsFor(server.url(), testRoots()));
        const HttpAnswer answer =
            settled(channel.send(makeRevoke(server.url(), makeCredential(server.url(), u"app"_s, "secret"))));
        QVERIFY2(answer.response, answer.response ? "" : qPrintable(answer.response.error().detail));
        QCOMPARE(server.requests().first().body, "token=a-token");
    }

    void strangersGetNothing()
    {
        FaultServer server(serverSettings());
        HttpChannel channel(settingsFor(server.url(), {})); // the system's roots don't know it
        const HttpAnswer answer =
            settled(channel.send(makeRevoke(server.url(), makeCredential(server.url(), u"app"_s, "secret"))));
        QVERIFY(!answer.response);
        QCOMPARE(answer.response.error().kind, ErrorKind::TlsFailed);
        QCOMPARE(answer.attempts, 1);
        QVERIFY(!answer.mayHaveArrived);
        QCOMPARE(server.requests().size(), 0);
        QCOMPARE(server.bytesReceived(), 0);
    }

    void theNameMustMatch()
    {
        FaultServer server(serverSettings());
        QUrl url = server.url();
        url.setHost(u"127.0.0.2"_s); // not in the certificate; nobody listens there, or it is refused
        HttpChannel channel(settingsFor(url, testRoots()));
        const HttpAnswer answer = settled(channel.send(makeRevoke(url)));
        QVERIFY(!answer.response);
        QVERIFY(!answer.mayHaveArrived);
        QCOMPARE(server.requests().size(), 0);
    }

    void oldProtocolsAreRefused()
    {
        QSslConfiguration old = serverSettings();
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        old.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        FaultServer server(old);
        // Whoever offers it gets in, so that it is us who don't.
        QSslSocket willing;
        QSslConfiguration offer = QSslConfiguration::defaultConfiguration();
        offer.setProtocol(old.protocol());
        offer.setCaCertificates(testRoots());
        willing.setSslConfiguration(offer);
        QSignalSpy encrypted(&willing, &QSslSocket::encrypted);
        willing.connectToHostEncrypted(server.url().host(), quint16(server.url().port()));
        QTRY_COMPARE(encrypted.size(), 1);
        QCOMPARE(willing.sessionProtocol(), old.protocol());

        ChannelSettings settings = settingsFor(server.url(), testRoots());
        settings.retry.attempts = 1;
        HttpChannel channel(settings);
        const HttpAnswer answer = settled(channel.send(makeRevoke(server.url())));
        QVERIFY(!answer.response);
        QVERIFY(!answer.mayHaveArrived);
        QCOMPARE(server.requests().size(), 0);
    }

    void offersNoHttp2()
    {
        // What can't be negotiated can't be refused: neither GOAWAY nor REFUSED_STREAM has a place in HTTP/1.1.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QUrl url(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()));
        ChannelSettings settings = settingsFor(url, testRoots());
        settings.retry.attempts = 1;
        HttpChannel channel(settings);
        const QFuture<HttpAnswer> answer = channel.send(makeRevoke(url));
        QTRY_VERIFY(server.hasPendingConnections());
        QTcpSocket *socket = server.nextPendingConnection();
        QTRY_VERIFY(socket->bytesAvailable() > 5);
        const QByteArray hello = socket->readAll();
        QCOMPARE(hello.at(0), char(0x16)); // a handshake's record (RFC 8446 section 5.1)
        QVERIFY(hello.size() > 200); // with its extensions
        QVERIFY(!hello.contains("\x02h2")); // the protocol's name, its length before it (RFC 7301 section 3.1)
        socket->abort();
        QVERIFY(!settled(answer).response);
    }

    void aClientCertificateIsShown()
    {
        QSslConfiguration tls = serverSettings();
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates(testRoots());
        FaultServer server(tls);
        HttpChannel channel(settingsFor(server.url(), testRoots()));
        HttpRequest request = makeRevoke(server.url(), certificateOf(server.url(), u"client"_s));
        request.authorization = Authorization::TlsCertificate;
        const HttpAnswer answer = settled(channel.send(request));
        QVERIFY2(answer.response, answer.response ? "" : qPrintable(answer.response.error().detail));
        QCOMPARE(server.requests().first().body, "token=a-token&client_id=client");
        QCOMPARE(server.requests().first().count("Authorization"), 0);

        // Without one, nothing gets through.
        ChannelSettings settings = settingsFor(server.url(), testRoots());
        settings.retry.attempts = 1;
        HttpChannel anonymous(settings);
        QVERIFY(!settled(anonymous.send(makeRevoke(server.url()))).response);
        QCOMPARE(server.requests().size(), 1);
    }

    void certificatesDoNotShareConnections()
    {
        FaultServer server(serverSettings());
        HttpChannel channel(settingsFor(server.url(), testRoots()));
        QList<int> connections;
        for (const QString &name : {u"client"_s, u"otherclient"_s, u"client"_s}) {
            HttpRequest request = makeRevoke(server.url(), certificateOf(server.url(), name));
            request.authorization = Authorization::TlsCertificate;
            QVERIFY(settled(channel.send(request)).response);
            connections.append(server.requests().last().connection);
        }
        QVERIFY(settled(channel.send(makeRevoke(server.url()))).response);
        connections.append(server.requests().last().connection);
        QVERIFY(connections[0] != connections[1]);
        QCOMPARE(connections[0], connections[2]); // but one's own is used again
        QVERIFY(connections[3] != connections[0] && connections[3] != connections[1]);
    }

    void connectsWhileOneRequestGoesAlone()
    {
        FaultServer server(serverSettings());
        server.enqueue(FaultReply::http(200).after(300ms));
        HttpChannel channel(settingsFor(server.url(), testRoots()));
        const CredentialPtr credential = makeCredential(server.url(), u"app"_s, "secret");
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 20; ++i)
            answers.append(channel.send(makeRevoke(server.url(), credential)));
        QTRY_COMPARE(server.connections(), 4);
        QCOMPARE(server.requests().size(), 1);
        for (const QFuture<HttpAnswer> &answer : std::as_const(answers))
            QVERIFY(settled(answer).response);
        QCOMPARE(server.requests().size(), 20);
        QCOMPARE(server.connections(), 4); // they are the ones that were used
    }

    void connectsForNobodyElse()
    {
        FaultServer server(serverSettings());
        server.answerWith(FaultReply::silent());
        HttpChannel channel(settingsFor(server.url(), testRoots()));
        const CredentialPtr credential = makeCredential(server.url(), u"app"_s, "secret");
        const QFuture<HttpAnswer> first = channel.send(makeRevoke(server.url(), credential));
        const QFuture<HttpAnswer> second = channel.send(makeRevoke(server.url(), credential));
        QTRY_COMPARE(server.connections(), 2);
        QTest::qWait(200);
        QCOMPARE(server.connections(), 2);
    }

    void aLoginIsNoHandshakeAhead()
    {
        FaultServer server(serverSettings());
        server.answerWith(FaultReply::silent());
        HttpChannel channel(settingsFor(server.url(), testRoots()));
        const CredentialPtr credential = certificateOf(server.url(), u"client"_s);
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 5; ++i) {
            HttpRequest request = makeRevoke(server.url(), credential);
            request.authorization = Authorization::TlsCertificate;
            answers.append(channel.send(request));
        }
        QTRY_COMPARE(server.requests().size(), 1);
        QTest::qWait(200);
        QCOMPARE(server.connections(), 1);
    }

    void aCertificateThatCannotBeRead()
    {
        FaultServer server(serverSettings());
        HttpChannel channel(settingsFor(server.url(), testRoots()));
        auto credential = makeCredential(server.url(), u"app"_s, {});
        QByteArray junk = "junk";
        credential->certificate = Secret::take(junk);
        HttpRequest request = makeRevoke(server.url(), credential);
        request.authorization = Authorization::TlsCertificate;
        QSignalSpy idle(&channel, &HttpChannel::idle);
        const HttpAnswer answer = settled(channel.send(request));
        QCOMPARE(answer.response.error().kind, ErrorKind::NoCredential);
        QCOMPARE(answer.attempts, 0);
        QTRY_COMPARE(idle.count(), 1);
        QCOMPARE(server.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
