// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "faultserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

static constexpr auto Discovery = PracticeEndpoint::Discovery;
static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! Issuers that can't be reached, that make no sense, and that point elsewhere.
class TestCliReach : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }
    void nobodyThere_data();
    void nobodyThere();
    void noSense_data();
    void noSense();
    void aWebPageIsNoSuccess_data();
    void aWebPageIsNoSuccess();
    void discoveryPointsElsewhere();
    void acceptedOnceItMayGoThere();
    void redirectsAreNotFollowed();

private:
    QStringList addAt(const QString &provider, const QUrl &url);

    std::unique_ptr<CliBench> m_bench;
    QByteArray m_token = "6f3c1b2a99887766554433221100ffee";
    QByteArray m_secret = "canary-of-the-client";
    bool m_alive = false; //!< whether m_token works at a server that a test plays
};

QStringList TestCliReach::addAt(const QString &provider, const QUrl &url)
{
    const CliAnswer added = m_bench->run({u"issuer"_s, u"add"_s, u"one"_s, u"--provider"_s, provider, u"--url"_s,
                                          url.toString(), u"--client-id"_s, u"c"_s});
    if (added.status != 0)
        qFatal("%s", added.err.constData());
    return {u"--issuer"_s, u"one"_s, u"--secret-file"_s, m_bench->file(u"secret"_s, m_secret)};
}

void TestCliReach::nobodyThere_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("session list") << u"session list --token-file t"_s;
    QTest::newRow("token inspect") << u"token inspect --token-file t"_s;
    QTest::newRow("token revoke") << u"token revoke --tokens-file t --yes"_s;
}

void TestCliReach::nobodyThere()
{
    QFETCH(QString, call);
    QUrl url;
    {
        const FaultServer gone;
        url = gone.url(QString());
    }
    const QStringList at = addAt(u"sap-ias"_s, url);
    m_bench->file(u"t"_s, m_token);
    const CliAnswer answer = m_bench->runJson(call.split(u' ') + at);
    QCOMPARE(answer.status, 4);
    QVERIFY(answer.document().isObject());
}

void TestCliReach::noSense_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("contentType");
    QTest::newRow("a web page") << QByteArray("<html>Welcome to the hotel</html>") << QByteArray("text/html");
    QTest::newRow("no JSON") << QByteArray("[") << QByteArray("application/json");
    QTest::newRow("another shape") << QByteArray(R"({"sessions":[]})") << QByteArray("application/json");
}

void TestCliReach::noSense()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, contentType);
    FaultServer server;
    server.answerWith(FaultReply::http(200, answer, contentType));
    const QStringList at = addAt(u"sap-ias"_s, server.url(QString()));
    const QString file = m_bench->file(u"t"_s, m_token);
    for (const QString &call : {u"session list"_s, u"session revoke --all --yes"_s}) {
        const CliAnswer got = m_bench->runJson(call.split(u' ') + at + QStringList{u"--token-file"_s, file});
        QCOMPARE(got.status, 4);
        QVERIFY(!got.errorKind().isEmpty());
    }
}

void TestCliReach::aWebPageIsNoSuccess_data()
{
    QTest::addColumn<QString>("provider");
    QTest::newRow("SAP") << u"sap-ias"_s;
    QTest::newRow("Screening Eagle") << u"screening-eagle"_s;
    QTest::newRow("Keycloak") << u"keycloak"_s;
}

void TestCliReach::aWebPageIsNoSuccess()
{
    QFETCH(QString, provider);
    QVERIFY(m_bench->add(u"one"_s, provider));
    PracticeIssuer &issuer = m_bench->issuer(provider);
    const QByteArray token =
        issuer.addSessions(cliPerson(), CliBench::clientOf(provider), 1, 1, PracticeToken::Form::Jwt).constFirst();
    issuer.faults().always(Revoke, PracticeFault::html());
    const CliAnswer answer = m_bench->runJson(
        QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"t"_s, token)}
        + m_bench->at(u"one"_s, provider));
    QCOMPARE(answer.status, 1);
    QCOMPARE(outcomes(answer.json()), QStringList{u"failed"_s});
    QVERIFY(issuer.isAlive(token));
}

void TestCliReach::discoveryPointsElsewhere()
{
    FaultServer elsewhere;
    PracticeIssuer &issuer = m_bench->issuer(u"oauth2"_s);
    for (const QString &key : {u"revocation_endpoint"_s, u"introspection_endpoint"_s, u"token_endpoint"_s})
        issuer.behaviour().metadata.insert(key, elsewhere.url(u"/x"_s).toString());
    const QStringList at = addAt(u"oauth2"_s, issuer.url());
    const QString file = m_bench->file(u"t"_s, m_token);
    for (const QString &call : {u"token revoke --yes --tokens-file"_s, u"token inspect --token-file"_s}) {
        const CliAnswer answer = m_bench->runJson(call.split(u' ') + QStringList{file} + at);
        QCOMPARE(answer.status, 3);
    }
    const CliAnswer checked = m_bench->run(QStringList{u"issuer"_s, u"check"_s, u"one"_s} + at.mid(2));
    QCOMPARE(checked.status, 3);
    QVERIFY(checked.out.contains(elsewhere.url(QString()).authority().toUtf8())
            || checked.err.contains(elsewhere.url(QString()).authority().toUtf8()));
    QCOMPARE(elsewhere.bytesReceived(), 0);
}

void TestCliReach::acceptedOnceItMayGoThere()
{
    FaultServer elsewhere;
    elsewhere.answerWith([this](const RecordedRequest &request) {
        const bool look = request.target == "/look";
        const bool known = request.body.contains(m_token) && m_alive;
        if (!look && request.body.contains(m_token))
            m_alive = false;
        return FaultReply::http(200, look ? (known ? R"({"active":true})" : R"({"active":false})") : "");
    });
    m_alive = true;
    PracticeIssuer &issuer = m_bench->issuer(u"oauth2"_s);
    issuer.behaviour().metadata.insert(u"revocation_endpoint"_s, elsewhere.url(u"/end"_s).toString());
    issuer.behaviour().metadata.insert(u"introspection_endpoint"_s, elsewhere.url(u"/look"_s).toString());
    const QStringList at = addAt(u"oauth2"_s, issuer.url());
    const CliAnswer accepted = m_bench->run(QStringList{u"issuer"_s, u"check"_s, u"one"_s, u"--yes"_s} + at.mid(2));
    QVERIFY2(accepted.status == 0, accepted.err.constData());
    const CliAnswer ended = m_bench->runJson(
        QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"t"_s, m_token)} + at);
    QCOMPARE(ended.status, 0);
    QCOMPARE(outcomes(ended.json()), QStringList{u"revoked"_s});
}

void TestCliReach::redirectsAreNotFollowed()
{
    FaultServer elsewhere;
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    m_bench->sap().faults().always(Revoke, PracticeFault::redirect(elsewhere.url(u"/oauth2/revoke"_s)));
    m_bench->sap().faults().always(PracticeEndpoint::List, PracticeFault::redirect(elsewhere.url(u"/list"_s)));
    m_bench->sap().faults().always(Discovery, PracticeFault::redirect(elsewhere.url(u"/metadata"_s)));
    const auto tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1);
    const QString file = m_bench->file(u"t"_s, tokens.first());
    const QStringList at = m_bench->at(u"sap"_s, u"sap-ias"_s);
    QCOMPARE(m_bench->run(QStringList{u"session"_s, u"list"_s, u"--token-file"_s, file} + at).status, 4);
    const CliAnswer ended =
        m_bench->runJson(QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, file} + at);
    QCOMPARE(ended.status, 1);
    QCOMPARE(outcomes(ended.json()), QStringList{u"failed"_s});
    QCOMPARE(elsewhere.bytesReceived(), 0);
}

QTEST_GUILESS_MAIN(TestCliReach)
#include "tst_clireach.moc"
