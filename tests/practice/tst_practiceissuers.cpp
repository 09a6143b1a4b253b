// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceissuers.h"

#include "jwt.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

static constexpr auto Revoke = PracticeEndpoint::Revoke;
static constexpr auto Introspect = PracticeEndpoint::Introspect;

//! What a client over real HTTP gets.
struct Got {
    int status = 0;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
};

class TestPracticeIssuers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void eachHasItsOwnOrigin();
    void setupsHoldWhatAnOperatorWouldHave();
    void listsRevokesAndProvesOverHttp();
    void everyProviderRevokesOverHttp_data();
    void everyProviderRevokesOverHttp();
    void tokensFilesNameLivingTokens();
    void kajabisFileHoldsPairs();
    void anAnchorNamesItsIssuer();
    void recordsRequestsByteForByte();
    void answersLate();
    void losesAnswers_data();
    void losesAnswers();
    void floodsUntilItIsCut();
    void floodsAsMuchAsTold();
    void countsWhatIsInFlight();
    void endsWithAnswersOutstanding();

private:
    Got request(const QByteArray &method, const QUrl &url, const QByteArray &body = {},
                const QByteArray &authorization = {});
    Got post(const PracticeIssuer &issuer, PracticeEndpoint endpoint, const QByteArray &body,
             const QByteArray &authorization = {});
    QNetworkReply *send(const QByteArray &method, const QUrl &url, const QByteArray &body,
                        const QByteArray &authorization);
    PracticeIssuer &sap() { return m_issuers->issuer(u"sap-ias"_s); }
    QByteArray basic(const PracticeToken &token)
    {
        return practiceBasic(token.session.clientId.toUtf8(), sap().secretOf(token.session.clientId));
    }

    std::unique_ptr<PracticeIssuers> m_issuers;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

static QUrl urlOf(const PracticeIssuer &issuer, PracticeEndpoint endpoint)
{
    QUrl url = issuer.url();
    url.setPath(QString::fromLatin1(issuer.path(endpoint)));
    return url;
}

void TestPracticeIssuers::init()
{
    m_issuers = std::make_unique<PracticeIssuers>();
    QVERIFY(m_issuers->start());
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void TestPracticeIssuers::cleanup()
{
    m_network.reset();
    m_issuers.reset();
}

QNetworkReply *TestPracticeIssuers::send(const QByteArray &method, const QUrl &url, const QByteArray &body,
                                         const QByteArray &authorization)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(5000);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    if (method == "POST")
        request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
    return m_network->sendCustomRequest(request, method, body);
}

Got TestPracticeIssuers::request(const QByteArray &method, const QUrl &url, const QByteArray &body,
                                 const QByteArray &authorization)
{
    const std::unique_ptr<QNetworkReply> reply(send(method, url, body, authorization));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10000))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), reply->error()};
}

Got TestPracticeIssuers::post(const PracticeIssuer &issuer, PracticeEndpoint endpoint, const QByteArray &body,
                              const QByteArray &authorization)
{
    return request("POST", urlOf(issuer, endpoint), body, authorization);
}

void TestPracticeIssuers::eachHasItsOwnOrigin()
{
    QSet<QString> origins;
    const QList<PracticeSetup> setups = m_issuers->setups();
    for (const PracticeSetup &setup : setups) {
        QCOMPARE(setup.issuer.url.host(), u"127.0.0.1"_s);
        QVERIFY(isAcceptableUrl(setup.issuer.url));
        origins.insert(originOf(setup.issuer.url));
    }
    QCOMPARE(setups.size(), 5);
    QCOMPARE(origins.size(), 5);
    QCOMPARE(m_issuers->setup(u"keycloak"_s).issuer.url.path(), u"/realms/catena"_s);
}

void TestPracticeIssuers::setupsHoldWhatAnOperatorWouldHave()
{
    QSet<QString> names;
    const QList<PracticeSetup> setups = m_issuers->setups();
    for (const PracticeSetup &setup : setups) {
        names.insert(setup.issuer.name);
        QVERIFY(!setup.description.isEmpty());
        QCOMPARE(setup.issuer.environment, Environment::Test);
        QVERIFY(!setup.issuer.clients.isEmpty());
        for (const Client &client : setup.issuer.clients) {
            QCOMPARE(client.hasSecret, client.method != AuthMethod::None);
            QCOMPARE(setup.secrets.contains(client.clientId), client.hasSecret);
        }
    }
    QCOMPARE(names.size(), 5);
    // One application's credential is not on file, and somebody has a session there.
    QList<PracticeClient> applications = sap().clients();
    applications.removeIf([](const PracticeClient &client) { return client.isAdministrator(); });
    QCOMPARE(m_issuers->setup(u"sap-ias"_s).issuer.clients.size(), applications.size() - 1);
}

void TestPracticeIssuers::listsRevokesAndProvesOverHttp()
{
    const QByteArray anchor = m_issuers->anchorFor(practiceVictim());
    const PracticeToken anchorToken = *sap().tokens().find(anchor);
    const Got before = post(sap(), PracticeEndpoint::List, "token=" + anchor, basic(anchorToken));
    QCOMPARE(before.status, 200);
    QCOMPARE(QJsonDocument::fromJson(before.body).array().size(), 18);

    const PracticeToken attacker = sap().aliveTokens(practiceVictim()).constLast();
    QCOMPARE(attacker.session.ip, u"203.0.113.9"_s);
    const Got revoked = post(sap(), Revoke, "token=" + attacker.value, basic(attacker));
    QCOMPARE(std::pair(revoked.status, revoked.body), std::pair(200, QByteArray()));
    const Got look = post(sap(), Introspect, "token=" + attacker.value, basic(attacker));
    QCOMPARE(std::pair(look.status, look.body), std::pair(200, QByteArray(R"({"active":false})")));
    const Got after = post(sap(), PracticeEndpoint::List, "token=" + anchor, basic(anchorToken));
    QCOMPARE(QJsonDocument::fromJson(after.body).array().size(), 15);
}

void TestPracticeIssuers::everyProviderRevokesOverHttp_data()
{
    QTest::addColumn<QString>("provider");
    for (const char *provider : {"sap-ias", "keycloak", "oauth2", "kajabi", "screening-eagle"})
        QTest::newRow(provider) << QString::fromLatin1(provider);
}

void TestPracticeIssuers::everyProviderRevokesOverHttp()
{
    QFETCH(QString, provider);
    PracticeIssuer &issuer = m_issuers->issuer(provider);
    const PracticeToken token = issuer.aliveTokens(practiceVictim()).constFirst();
    const QByteArray id = token.session.clientId.toUtf8();
    const QByteArray secret = issuer.secretOf(token.session.clientId);
    QByteArray form = "token=" + token.value;
    QByteArray authorization = practiceBasic(id, secret);
    if (provider == u"kajabi") {
        authorization = "Bearer " + token.value;
    } else if (provider == u"keycloak") {
        form += "&client_id=" + id + "&client_secret=" + QUrl::toPercentEncoding(QString::fromLatin1(secret));
        authorization.clear();
    }
    const Got wrong = post(issuer, Revoke, form + (provider == u"keycloak" ? "x" : ""), "Basic eDp4");
    QVERIFY(wrong.status == 401 || wrong.status == 400);
    QVERIFY(issuer.isAlive(token.value));
    const Got got = post(issuer, Revoke, form, authorization);
    QCOMPARE(std::pair(got.status, got.body), std::pair(200, QByteArray()));
    QVERIFY(!issuer.isAlive(token.value));
}

void TestPracticeIssuers::tokensFilesNameLivingTokens()
{
    for (const QString &provider : {u"sap-ias"_s, u"keycloak"_s, u"oauth2"_s, u"screening-eagle"_s}) {
        const PracticeIssuer &issuer = m_issuers->issuer(provider);
        int tokens = 0;
        const QList<QByteArray> lines = m_issuers->tokensFile(provider).split('\n');
        for (const QByteArray &line : lines) {
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            QVERIFY(issuer.isAlive(line));
            ++tokens;
        }
        QCOMPARE(tokens, issuer.aliveCount());
    }
}

void TestPracticeIssuers::kajabisFileHoldsPairs()
{
    const PracticeIssuer &kajabi = m_issuers->issuer(u"kajabi"_s);
    int pairs = 0;
    const QList<QByteArray> lines = m_issuers->tokensFile(u"kajabi"_s, practiceVictim()).split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QList<QByteArray> parts = line.split('\t');
        QCOMPARE(parts.size(), 2);
        const PracticeToken *refresh = kajabi.tokens().find(parts.first());
        const PracticeToken *access = kajabi.tokens().find(parts.last());
        QCOMPARE(refresh->use, PracticeToken::Use::Refresh);
        QCOMPARE(access->use, PracticeToken::Use::Access);
        QCOMPARE(refresh->session.key, access->session.key);
        ++pairs;
    }
    QCOMPARE(pairs, 2);
}

void TestPracticeIssuers::anAnchorNamesItsIssuer()
{
    const auto jwt = decodeJwt(m_issuers->anchorFor(practiceVictim()));
    QVERIFY(jwt);
    QVERIFY(issuerMatches(jwt->text(u"iss"), sap().url()));
    QVERIFY(m_issuers->anchorFor(u"nobody@example.com"_s).isEmpty());
}

void TestPracticeIssuers::recordsRequestsByteForByte()
{
    QUrl url = urlOf(sap(), Revoke);
    url.setQuery(u"a=%20b"_s);
    QCOMPARE(request("POST", url, "token=%41+b", "Basic eDp4").status, 400);
    QCOMPARE(sap().record().size(), 1);
    const PracticeRequest received = sap().record().constFirst().request;
    QCOMPARE(received.method, "POST");
    QCOMPARE(received.path, "/oauth2/revoke");
    QCOMPARE(received.query, "a=%20b");
    QCOMPARE(received.body, "token=%41+b");
    QCOMPARE(received.header("Authorization"), "Basic eDp4");
    QCOMPARE(received.header("Content-Type"), "application/x-www-form-urlencoded");
}

void TestPracticeIssuers::answersLate()
{
    sap().faults().next(PracticeEndpoint::Discovery, PracticeFault::delayed(150ms));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(request("GET", urlOf(sap(), PracticeEndpoint::Discovery)).status, 200);
    QVERIFY(timer.elapsed() >= 150);
}

void TestPracticeIssuers::losesAnswers_data()
{
    QTest::addColumn<PracticeFault>("fault");
    QTest::addColumn<bool>("alive");
    QTest::newRow("before it is processed") << PracticeFault::dropUnprocessed() << true;
    QTest::newRow("after it was") << PracticeFault::dropAnswer() << false;
    QTest::newRow("in the middle") << PracticeFault::truncated() << false;
    QTest::newRow("late") << PracticeFault::dropAnswer().after(50ms) << false;
}

void TestPracticeIssuers::losesAnswers()
{
    QFETCH(PracticeFault, fault);
    QFETCH(bool, alive);
    sap().faults().always(Revoke, fault); // Qt may send it again by itself
    const PracticeToken token = sap().aliveTokens().constFirst();
    const Got got = post(sap(), Revoke, "token=" + token.value, basic(token));
    QVERIFY(got.error != QNetworkReply::NoError);
    QCOMPARE(sap().isAlive(token.value), alive);
    QVERIFY(sap().count(Revoke) >= 1);
    QCOMPARE(sap().record(Revoke).constFirst().status, 0);
}

void TestPracticeIssuers::floodsUntilItIsCut()
{
    sap().faults().always(Introspect, PracticeFault::flood());
    const std::unique_ptr<QNetworkReply> reply(send("POST", urlOf(sap(), Introspect), "token=x", {}));
    QVERIFY(QTest::qWaitFor([&] { return reply->bytesAvailable() > 4 * 1024 * 1024; }, 10000));
    QVERIFY(!reply->isFinished());
    reply->abort();
    QCOMPARE(request("GET", urlOf(sap(), PracticeEndpoint::Discovery)).status, 200); // it still serves
}

void TestPracticeIssuers::floodsAsMuchAsTold()
{
    sap().faults().next(Introspect, PracticeFault::flood(300000));
    QCOMPARE(post(sap(), Introspect, "token=x").body.size(), 300000);
}

void TestPracticeIssuers::countsWhatIsInFlight()
{
    sap().behaviour().latency = 100ms;
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    replies.reserve(4);
    for (int i = 0; i < 4; ++i)
        replies.emplace_back(send("GET", urlOf(sap(), PracticeEndpoint::Discovery), {}, {}));
    QVERIFY(QTest::qWaitFor([&] {
        return std::all_of(replies.cbegin(), replies.cend(), [](const auto &reply) { return reply->isFinished(); });
    }));
    QCOMPARE(sap().maxInFlight(), 4);
    sap().forgetRecord();
    QCOMPARE(request("GET", urlOf(sap(), PracticeEndpoint::Discovery)).status, 200);
    QCOMPARE(sap().maxInFlight(), 1); // all four have left
}

void TestPracticeIssuers::endsWithAnswersOutstanding()
{
    sap().behaviour().latency = 1h;
    const std::unique_ptr<QNetworkReply> reply(send("GET", urlOf(sap(), PracticeEndpoint::Discovery), {}, {}));
    QVERIFY(QTest::qWaitFor([&] { return sap().record().size() == 1; }));
    m_issuers.reset();
    QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }));
    QVERIFY(reply->error() != QNetworkReply::NoError);
}

QTEST_GUILESS_MAIN(TestPracticeIssuers)
#include "tst_practiceissuers.moc"
