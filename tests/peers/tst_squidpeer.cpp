// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "faultserver.h"
#include "nginxserver.h"
#include "squidserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

//! The command line behind a real proxy, which alone knows the way to the issuer.
class TestSquidPeer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_certificates.issue(u"peer"_s, u"DNS:peer.test"_s); }
    void init();
    void cleanup();
    void goesThroughTheProxy_data();
    void goesThroughTheProxy();
    void opensConnectionsThroughIt();
    void aProxyThatWantsAPassword_data();
    void aProxyThatWantsAPassword();
    void aProxyThatSaysNo();
    void noProxyThere();
    void tellsTheProxyNothing_data();
    void tellsTheProxyNothing();
    void loopbackNeedsNoProxy();

private:
    void useProxy(const QString &url) { m_bench->setEnvironment(u"https_proxy"_s, url); }
    //! Adds the issuer behind the proxy.
    void add();
    //! A proxy that says yes and then nothing sensible is waited for.
    QStringList at() { return m_bench->at(u"sap"_s, u"sap-ias"_s) + QStringList{u"--timeout"_s, u"2"_s}; }
    CliAnswer list();
    CliAnswer revoke();

    PeerCertificates m_certificates;
    std::unique_ptr<CliBench> m_bench;
    std::unique_ptr<NginxServer> m_nginx;
    QByteArray m_token;
};

void TestSquidPeer::init()
{
    m_bench = std::make_unique<CliBench>();
    m_token = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1).constFirst();
    m_nginx = std::make_unique<NginxServer>();
    m_nginx->add(u"peer"_s, {u"peer"_s, {}});
    QVERIFY(m_nginx->start(m_certificates, m_bench->sap().url()));
}

void TestSquidPeer::cleanup()
{
    m_nginx.reset();
    m_bench.reset();
}

void TestSquidPeer::add()
{
    const CliAnswer added = m_bench->run({u"issuer"_s, u"add"_s, u"sap"_s, u"--provider"_s, u"sap-ias"_s, u"--url"_s,
                                          m_nginx->url(u"peer"_s, u"peer.test"_s).toString(), u"--client-id"_s,
                                          CliBench::clientOf(u"sap-ias"_s), u"--ca-file"_s, m_certificates.root()});
    QVERIFY2(added.status == 0, added.err.constData());
}

CliAnswer TestSquidPeer::list()
{
    return m_bench->runJson(QStringList{u"session"_s, u"list"_s, u"--token-file"_s, m_bench->file(u"token"_s, m_token)}
                            + at());
}

CliAnswer TestSquidPeer::revoke()
{
    return m_bench->runJson(
        QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"token"_s, m_token)}
        + at());
}

static QString agent()
{
    return QString::fromLatin1(QUrl::toPercentEncoding(SquidServer::user()) + ':'
                               + QUrl::toPercentEncoding(SquidServer::password()));
}

void TestSquidPeer::goesThroughTheProxy_data()
{
    QTest::addColumn<bool>("wantsPassword");
    QTest::newRow("open to everybody") << false;
    QTest::newRow("with a password") << true;
}

void TestSquidPeer::goesThroughTheProxy()
{
    QFETCH(bool, wantsPassword);
    SquidServer squid;
    QVERIFY(squid.start(wantsPassword ? SquidServer::Access::WithPassword : SquidServer::Access::Everybody));
    useProxy(squid.url(wantsPassword ? agent() : QString()));
    add();
    const CliAnswer answer = revoke();
    QVERIFY2(answer.status == 0, answer.out.constData());
    QCOMPARE(outcomes(answer.json()), QStringList{u"revoked"_s});
    QVERIFY(!m_bench->sap().isAlive(m_token));
    QCOMPARE(m_nginx->came(u"peer"_s).size(), 3); // a look, the revocation, a look
    const QByteArrayList came = squid.came();
    const QByteArray tunnel = "CONNECT " + m_nginx->url(u"peer"_s, u"peer.test"_s).authority().toUtf8();
    const QByteArray user = wantsPassword ? SquidServer::user().toUtf8() : QByteArray("-");
    QVERIFY(came.contains(tunnel + " 200 " + user));
    for (const QByteArray &line : came)
        QVERIFY2(line.startsWith(tunnel), line.constData());
}

//! Connections that are opened ahead of their requests take the same way.
void TestSquidPeer::opensConnectionsThroughIt()
{
    const QString provider = u"screening-eagle"_s; // which keeps no pace
    PracticeIssuer &issuer = m_bench->issuer(provider);
    issuer.behaviour().latency = 300ms;
    const QList<QByteArray> tokens = issuer.addSessions(cliPerson(), CliBench::clientOf(provider), 8, 0);
    NginxServer front;
    front.add(u"peer"_s, {u"peer"_s, {}});
    QVERIFY(front.start(m_certificates, issuer.url()));
    SquidServer squid;
    QVERIFY(squid.start(SquidServer::Access::Everybody));
    useProxy(squid.url());
    FaultServer another; // the one for http
    m_bench->setEnvironment(u"http_proxy"_s, another.url(QString()).toString());
    const CliAnswer added = m_bench->run({u"issuer"_s, u"add"_s, u"eagle"_s, u"--provider"_s, provider, u"--url"_s,
                                          front.url(u"peer"_s, u"peer.test"_s).toString(), u"--client-id"_s,
                                          CliBench::clientOf(provider), u"--ca-file"_s, m_certificates.root()});
    QVERIFY2(added.status == 0, added.err.constData());
    const CliAnswer answer = m_bench->runJson(QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--verify"_s, u"none"_s,
                                                          u"--tokens-file"_s, m_bench->file(u"tokens"_s, lines(tokens))}
                                              + m_bench->at(u"eagle"_s, provider));
    QCOMPARE(outcomes(answer.json()), times(tokens.size(), u"accepted"_s));
    QCOMPARE(another.connections(), 0);
    const QByteArray tunnel = "CONNECT " + front.url(u"peer"_s, u"peer.test"_s).authority().toUtf8() + " 200 -";
    QVERIFY(squid.came().count(tunnel) >= tokens.size()); // one for each that was in flight
}

void TestSquidPeer::aProxyThatWantsAPassword_data()
{
    QTest::addColumn<QString>("userInfo");
    QTest::newRow("none") << QString();
    QTest::newRow("a wrong one") << SquidServer::user() + u":wrong"_s;
}

void TestSquidPeer::aProxyThatWantsAPassword()
{
    QFETCH(QString, userInfo);
    SquidServer squid;
    QVERIFY(squid.start(SquidServer::Access::WithPassword));
    useProxy(squid.url(userInfo));
    add();
    const CliAnswer listed = list();
    QCOMPARE(listed.status, 4);
    QCOMPARE(listed.errorKind(), u"proxy_failed"_s);
    QVERIFY2(listed.out.contains("the proxy wants a user name and a password"), listed.out.constData());
    QVERIFY2(!listed.out.contains("wrong"), listed.out.constData());
    const CliAnswer answer = revoke();
    QCOMPARE(answer.status, 4);
    QCOMPARE(outcomes(answer.json()), QStringList{u"failed"_s});
    QCOMPARE(m_nginx->came(u"peer"_s), QByteArrayList());
    QVERIFY(m_bench->sap().isAlive(m_token));

    // That wasn't the issuer's word, so its breaker is closed.
    useProxy(squid.url(agent()));
    QCOMPARE(outcomes(revoke().json()), QStringList{u"revoked"_s});
}

void TestSquidPeer::aProxyThatSaysNo()
{
    SquidServer squid;
    QVERIFY(squid.start(SquidServer::Access::Nobody));
    useProxy(squid.url());
    add();
    const CliAnswer listed = list();
    QCOMPARE(listed.status, 4);
    QCOMPARE(listed.errorKind(), u"no_connection"_s);
    QVERIFY2(listed.out.contains("Proxy denied connection"), listed.out.constData());
    const CliAnswer answer = revoke();
    QCOMPARE(answer.status, 4);
    QCOMPARE(outcomes(answer.json()), QStringList{u"failed"_s});
    QCOMPARE(m_bench->requestCount(), 0);
    QVERIFY(squid.came().constFirst().endsWith(" 403 -"));
}

void TestSquidPeer::noProxyThere()
{
    useProxy(u"http://127.0.0.1:%1"_s.arg(PeerServer::freePort()));
    add();
    const CliAnswer listed = list();
    QCOMPARE(listed.status, 4);
    QCOMPARE(listed.errorKind(), u"no_connection"_s);
}

void TestSquidPeer::tellsTheProxyNothing_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("407 Basic") << 407 << QByteArray("Basic realm=\"proxy\"");
    QTest::newRow("407 Negotiate") << 407 << QByteArray("Negotiate");
    QTest::newRow("407 Digest") << 407 << QByteArray("Digest realm=\"proxy\", nonce=\"1\"");
    QTest::newRow("a page of its own, as success") << 200 << QByteArray();
    QTest::newRow("a page of its own, as refusal") << 403 << QByteArray();
    QTest::newRow("a page of its own, as trouble") << 502 << QByteArray();
    QTest::newRow("a page of its own, elsewhere") << 302 << QByteArray();
}

//! The proxy may hear where to, and nothing more: no secret, no token, not even encoded.
void TestSquidPeer::tellsTheProxyNothing()
{
    QFETCH(int, status);
    QFETCH(QByteArray, challenge);
    FaultServer proxy;
    FaultReply::Headers headers;
    if (!challenge.isEmpty())
        headers.append({"Proxy-Authenticate", challenge});
    if (status == 302)
        headers.append({"Location", proxy.url(u"/welcome"_s).toEncoded()});
    proxy.answerWith(FaultReply::http(status, "<html>Welcome to the proxy</html>", "text/html", headers));
    useProxy(proxy.url(QString()).toString());
    add();
    const CliAnswer listed = list();
    QCOMPARE(listed.status, 4);
    const CliAnswer answer = revoke();
    QCOMPARE(answer.status, 4);
    QCOMPARE(outcomes(answer.json()), QStringList{u"failed"_s});
    QCOMPARE(m_bench->requestCount(), 0);
    QVERIFY(m_bench->sap().isAlive(m_token));
    const QByteArray secret = m_bench->sap().secretOf(CliBench::clientOf(u"sap-ias"_s));
    const QList<RecordedRequest> requests = proxy.requests();
    QVERIFY(!requests.isEmpty());
    for (const RecordedRequest &request : requests) {
        QCOMPARE(request.verb, "CONNECT");
        QCOMPARE(request.body, QByteArray());
        for (const auto &[name, value] : request.headers) {
            QVERIFY2(!name.toLower().contains("authorization"), name.constData());
            QVERIFY2(!value.contains(secret) && !value.contains(m_token), name.constData());
        }
    }
}

void TestSquidPeer::loopbackNeedsNoProxy()
{
    SquidServer squid;
    QVERIFY(squid.start(SquidServer::Access::Everybody));
    useProxy(squid.url());
    m_bench->setEnvironment(u"http_proxy"_s, squid.url());
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s)); // over http, which may not leave this machine
    QCOMPARE(outcomes(revoke().json()), QStringList{u"revoked"_s});
    QCOMPARE(squid.came(), QByteArrayList());
}

QTEST_GUILESS_MAIN(TestSquidPeer)
#include "tst_squidpeer.moc"
