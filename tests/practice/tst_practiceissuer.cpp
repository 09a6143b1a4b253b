// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicefixture.h"
#include "sapcontract.h"

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

using Use = PracticeToken::Use;
using Fixture = PracticeFixture<SapContract>;

static constexpr auto Revoke = PracticeEndpoint::Revoke;
static constexpr auto Introspect = PracticeEndpoint::Introspect;

class TestPracticeIssuer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFaultDecidesWhetherTheRequestTakesEffect_data();
    void aFaultDecidesWhetherTheRequestTakesEffect();
    void aLieIsToldOnce();
    void looksLagAsTold();
    void documentedRatesAreEnforcedOnRequest();
    void addsTokensForABatch_data();
    void addsTokensForABatch();
    void theSameSeedGivesTheSameTokens();
    void recordsWhatItWasAsked();
    void countsWhatIsInFlight();
    void lockedFromOutside();
    void aRotatedSecretRefusesTheOldOne();
    void givesAHostileText();
};

void TestPracticeIssuer::aFaultDecidesWhetherTheRequestTakesEffect_data()
{
    QTest::addColumn<PracticeFault>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("alive");
    QTest::newRow("none") << PracticeFault() << 200 << false;
    QTest::newRow("late") << PracticeFault::delayed(1s) << 200 << false;
    QTest::newRow("lie") << PracticeFault::lie() << 200 << true;
    QTest::newRow("500") << PracticeFault::serverError() << 500 << true;
    QTest::newRow("500 that did it") << PracticeFault::serverError().processed() << 500 << false;
    QTest::newRow("HTML") << PracticeFault::html() << 200 << true;
    QTest::newRow("{}") << PracticeFault::emptyObject() << 200 << true;
    QTest::newRow("dropped unread") << PracticeFault::dropUnprocessed() << 200 << true;
    QTest::newRow("answer lost") << PracticeFault::dropAnswer() << 200 << false;
    QTest::newRow("cut short") << PracticeFault::truncated() << 200 << false;
    QTest::newRow("flood") << PracticeFault::flood() << 200 << true;
}

void TestPracticeIssuer::aFaultDecidesWhetherTheRequestTakesEffect()
{
    QFETCH(PracticeFault, fault);
    QFETCH(int, status);
    QFETCH(bool, alive);
    Fixture sap;
    sap.issuer.faults().next(Revoke, fault);
    const PracticeToken token = sap.issuer.aliveTokens().constFirst();
    QCOMPARE(sap.post(Revoke, "token=" + token.value, sap.basic(token.session.clientId)).status, status);
    QCOMPARE(sap.issuer.isAlive(token.value), alive);
    QCOMPARE(sap.issuer.isAlive(Fingerprint::of(token.value)), alive);
}

void TestPracticeIssuer::aLieIsToldOnce()
{
    Fixture sap;
    sap.issuer.faults().next(Revoke, PracticeFault::lie());
    const PracticeToken token = sap.issuer.aliveTokens().constFirst();
    const QByteArray basic = sap.basic(token.session.clientId);
    QCOMPARE(sap.post(Revoke, "token=" + token.value, basic), PracticeAnswer::empty());
    QVERIFY(saysActive(sap.post(Introspect, "token=" + token.value, basic)));
    QCOMPARE(sap.post(Revoke, "token=" + token.value, basic), PracticeAnswer::empty());
    QVERIFY(!saysActive(sap.post(Introspect, "token=" + token.value, basic)));
}

void TestPracticeIssuer::looksLagAsTold()
{
    Fixture sap;
    sap.issuer.behaviour().lag = {2, 0};
    const PracticeToken token = sap.issuer.aliveTokens().constFirst();
    const QByteArray basic = sap.basic(token.session.clientId);
    QCOMPARE(sap.post(Revoke, "token=" + token.value, basic).status, 200);
    QVERIFY(!sap.issuer.isAlive(token.value));
    QVERIFY(saysActive(sap.post(Introspect, "token=" + token.value, basic)));
    QVERIFY(saysActive(sap.post(Introspect, "token=" + token.value, basic)));
    QVERIFY(!saysActive(sap.post(Introspect, "token=" + token.value, basic)));
}

void TestPracticeIssuer::documentedRatesAreEnforcedOnRequest()
{
    Fixture sap;
    const QByteArray basic = sap.basic(sap.issuer.clients().first().id);
    for (int i = 0; i < 60; ++i)
        QCOMPARE(sap.post(Introspect, "token=x", basic).status, 200);
    sap.issuer.enforceDocumentedRates();
    for (int i = 0; i < 50; ++i)
        QCOMPARE(sap.post(Introspect, "token=x", basic).status, 200);
    const PracticeAnswer refused = sap.post(Introspect, "token=x", basic);
    QCOMPARE(std::pair(refused.status, refused.header("Retry-After")), std::pair(429, QByteArray("1")));
    sap.pass(1s);
    QCOMPARE(sap.post(Introspect, "token=x", basic).status, 200);
}

void TestPracticeIssuer::addsTokensForABatch_data()
{
    QTest::addColumn<int>("sessions");
    QTest::addColumn<int>("accessTokens");
    QTest::newRow("300") << 150 << 1;
    QTest::newRow("1000") << 250 << 3;
}

void TestPracticeIssuer::addsTokensForABatch()
{
    QFETCH(int, sessions);
    QFETCH(int, accessTokens);
    Fixture sap;
    const QString client = sap.issuer.clients().at(1).id;
    const QList<QByteArray> added =
        sap.issuer.addSessions(u"many@example.com"_s, client, sessions, accessTokens, PracticeToken::Form::Jwt);
    QCOMPARE(added.size(), sessions * (accessTokens + 1));
    QCOMPARE(QSet<QByteArray>(added.cbegin(), added.cend()).size(), added.size());
    QCOMPARE(sap.issuer.aliveCount(u"many@example.com"_s), added.size());

    QSet<QString> sids; // no two share one, or a listing would fold them
    const QList<PracticeToken> alive = sap.issuer.aliveTokens(u"many@example.com"_s);
    for (const PracticeToken &token : alive)
        sids.insert(token.session.sid);
    QCOMPARE(sids.size(), sessions);

    QCOMPARE(sap.post(Revoke, "token=" + added.first(), sap.basic(client)).status, 200);
    QCOMPARE(sap.issuer.aliveCount(u"many@example.com"_s), added.size() - accessTokens - 1);
}

void TestPracticeIssuer::theSameSeedGivesTheSameTokens()
{
    const Fixture one;
    const Fixture two;
    QVERIFY(one.issuer.aliveCount() > 30);
    for (const PracticeToken &token : one.issuer.tokens().all())
        QVERIFY(two.issuer.isAlive(token.value));
}

void TestPracticeIssuer::recordsWhatItWasAsked()
{
    Fixture sap;
    sap.issuer.faults().next(Introspect, PracticeFault::dropAnswer());
    QCOMPARE(sap.post(Introspect, "token=x", "Basic ?").status, 401);
    QCOMPARE(sap.post(Introspect, "token=y").status, 401);
    QCOMPARE(sap.issuer.answer(PracticeRequest::get("/elsewhere")).status, 404);
    QCOMPARE(sap.issuer.count(Introspect), 2);
    QCOMPARE(sap.issuer.record().size(), 3);
    const QList<PracticeRecord> record = sap.issuer.record(Introspect);
    QCOMPARE(record.at(0).request.header("authorization"), "Basic ?");
    QCOMPARE(record.at(0).request.body, "token=x");
    QCOMPARE(record.at(0).arrivedAt, sap.time);
    QCOMPARE(record.at(0).status, 0); // the answer never left
    QCOMPARE(record.at(1).status, 401);
    QCOMPARE(sap.issuer.failedAuthentications(), 2);
    sap.issuer.forgetRecord();
    QCOMPARE(sap.issuer.record().size(), 0);
}

void TestPracticeIssuer::countsWhatIsInFlight()
{
    Fixture sap;
    const PracticeRequest request = PracticeRequest::get("/.well-known/openid-configuration");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(sap.issuer.receive(request).answer.status, 200);
    sap.issuer.left();
    QCOMPARE(sap.issuer.receive(request).answer.status, 200);
    QCOMPARE(sap.issuer.maxInFlight(), 3);
}

void TestPracticeIssuer::lockedFromOutside()
{
    Fixture sap;
    const QString client = sap.issuer.clients().first().id;
    sap.issuer.lock(client);
    const PracticeAnswer answer = sap.post(Introspect, "token=x", sap.basic(client));
    QCOMPARE(std::pair(answer.status, errorOf(answer)), std::pair(401, u"invalid_client"_s));
    sap.pass(60min);
    QVERIFY(!sap.issuer.isLocked(client));
}

void TestPracticeIssuer::aRotatedSecretRefusesTheOldOne()
{
    Fixture sap;
    const QString client = sap.issuer.clients().first().id;
    const QByteArray old = sap.basic(client);
    sap.issuer.setSecret(client, "fresh");
    QCOMPARE(sap.post(Introspect, "token=x", old).status, 401);
    QCOMPARE(sap.post(Introspect, "token=x", sap.basic(client)).status, 200);
}

void TestPracticeIssuer::givesAHostileText()
{
    const Fixture sap;
    const QList<PracticeToken> tokens = sap.issuer.aliveTokens(u"petra.novak@example.com"_s);
    QVERIFY(std::any_of(tokens.cbegin(), tokens.cend(), [](const PracticeToken &token) {
        return token.session.userAgent.contains(QChar(0x202E)) && token.session.userAgent.contains(u"<b>");
    }));
    QVERIFY(std::any_of(tokens.cbegin(), tokens.cend(),
                        [](const PracticeToken &token) { return token.session.userAgent.startsWith(u'='); }));
}

QTEST_APPLESS_MAIN(TestPracticeIssuer)
#include "tst_practiceissuer.moc"
