// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchbench.h"
#include "journal.h"
#include "jwt.h"
#include "practiceform.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace curfew;

Q_DECLARE_METATYPE(PracticeEndpoint)
Q_DECLARE_METATYPE(PracticeFault)

class TestRevocationBatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<BatchBench>();
    }
    void cleanup() { m_bench.reset(); }

    void endsEverySessionAndProvesIt();
    void oneTokenEndsItsSession();
    void theAnchorsSessionEndsLast();
    void aDeadAnchorsListingProvesNothing_data();
    void aDeadAnchorsListingProvesNothing();
    void aLieIsShoutedAbout();
    void replicationIsWaitedFor();
    void troubleWithTheRevoke_data();
    void troubleWithTheRevoke();
    void aWrongSecretIsTriedOnce();
    void aSecretRefusedByTheLook();
    void aLargeRefusalIsOne_data();
    void aLargeRefusalIsOne();
    void aBreakerOpenedElsewhereIsHeeded();
    void anotherClientsTokenIsSkipped();
    void anUnreachableIssuerIsGivenUp();
    void theWindowIsKept();
    void stopSkipsWhatWasNotSent();
    void everythingIsJournaledBeforeItIsSent();
    void withoutLooksNothingIsBetterThanAccepted_data();
    void withoutLooksNothingIsBetterThanAccepted();
    void keycloaksTwoHundredWithAnError();
    void keycloaksRefreshTokenGoesFirst();
    void keycloaksRefreshTokenGoesAlone();
    void kajabiTakesPairs();
    void anIssuerThatNobodyCanAsk();
    void anIssuerKnownByDiscovery();

private:
    RevocationPlan planOf(const Issuer &issuer, const IssuerAccess &access, const QList<QByteArray> &tokens,
                          const QString &hint = {});
    std::unique_ptr<BatchBench> m_bench;
};

RevocationPlan TestRevocationBatch::planOf(const Issuer &issuer, const IssuerAccess &access,
                                           const QList<QByteArray> &tokens, const QString &hint)
{
    QList<RevokeTarget> targets;
    TokenStore store;
    for (const QByteArray &token : tokens)
        targets.append({store.add(token), hint, {}});
    return planFromTokens(issuer, access.descriptor(), targets, QDateTime::currentDateTimeUtc());
}

void TestRevocationBatch::endsEverySessionAndProvesIt()
{
    const auto access = m_bench->open(m_bench->configured());
    const Token anchor = m_bench->anchor();
    const Listing listing = m_bench->list(*access, anchor);
    QCOMPARE(listing.sessions.size(), 7);
    const auto plan = planFromListing(access->issuer(), listing, anchor, {}, QDateTime::currentDateTimeUtc());
    const BatchRecord record = m_bench->run(*access, plan);
    QCOMPARE(BatchBench::counts(record), u"18 revoked"_s);
    QCOMPARE(m_bench->issuer().aliveCount(practiceVictim()), 0);
    QVERIFY(m_bench->issuer().aliveCount() > 0); // nobody else's
}

void TestRevocationBatch::oneTokenEndsItsSession()
{
    const auto access = m_bench->open(m_bench->configured());
    const Token anchor = m_bench->anchor();
    const Listing listing = m_bench->list(*access, anchor);
    const auto plan = planFromListing(access->issuer(), listing, anchor, {}, QDateTime::currentDateTimeUtc());
    const BatchRecord record = m_bench->run(*access, plan);
    QCOMPARE(m_bench->issuer().count(PracticeEndpoint::Revoke), 7);
    QCOMPARE(m_bench->issuer().count(PracticeEndpoint::List), 2);
    const auto sent = std::count_if(record.items.begin(), record.items.end(),
                                    [](const ItemRecord &item) { return item.result->attempts == 1; });
    QCOMPARE(sent, 7);
}

void TestRevocationBatch::theAnchorsSessionEndsLast()
{
    const auto access = m_bench->open(m_bench->configured());
    const Token anchor = m_bench->anchor();
    const Listing listing = m_bench->list(*access, anchor);
    const Session *own = listing.sessionOf(anchor.fingerprint());
    QVERIFY(own);
    const auto plan = planFromListing(access->issuer(), listing, anchor, {}, QDateTime::currentDateTimeUtc());
    const BatchRecord record = m_bench->run(*access, plan);

    // The second listing came after all other revokes and before the anchor's.
    QList<PracticeEndpoint> order;
    for (const PracticeRecord &request : m_bench->issuer().record())
        order.append(request.endpoint);
    const auto secondList = order.lastIndexOf(PracticeEndpoint::List);
    QCOMPARE(order.mid(0, secondList).count(PracticeEndpoint::Revoke), 6);
    QCOMPARE(order.mid(secondList).count(PracticeEndpoint::Revoke), 1);
    for (const ItemRecord &item : record.items) {
        const bool anchors = item.item.session == own->id;
        QCOMPARE(item.result->verifiedBy, anchors ? VerifiedBy::Introspection : VerifiedBy::Listing);
    }
}

void TestRevocationBatch::aDeadAnchorsListingProvesNothing_data()
{
    QTest::addColumn<DeadAnchor>("answer");
    QTest::newRow("[]") << DeadAnchor::EmptyList;
    QTest::newRow("400") << DeadAnchor::BadRequest;
    QTest::newRow("401") << DeadAnchor::Unauthorized;
}

// Somebody else ends the anchor between the two listings, and introspection is out of order: nothing can be proven.
void TestRevocationBatch::aDeadAnchorsListingProvesNothing()
{
    QFETCH(DeadAnchor, answer);
    m_bench->issuer().behaviour().deadAnchor = answer;
    const auto access = m_bench->open(m_bench->configured());
    const Token anchor = m_bench->anchor();
    const Listing listing = m_bench->list(*access, anchor);
    const auto plan = planFromListing(access->issuer(), listing, anchor, {}, QDateTime::currentDateTimeUtc());
    m_bench->issuer().end(anchor.reveal().toByteArray());
    m_bench->issuer().faults().always(PracticeEndpoint::Introspect, PracticeFault::emptyObject());
    const BatchRecord record = m_bench->run(*access, plan);
    QVERIFY(std::none_of(record.items.begin(), record.items.end(),
                         [](const ItemRecord &item) { return item.result->outcome == Outcome::Revoked; }));
    QVERIFY(!m_bench->workspace->breakers().find(access->issuer().name, u"travel"_s)->has_value());
}

void TestRevocationBatch::aLieIsShoutedAbout()
{
    m_bench->issuer().faults().always(PracticeEndpoint::Revoke, PracticeFault::lie());
    const auto access = m_bench->open(m_bench->configured());
    const Token anchor = m_bench->anchor();
    const Listing listing = m_bench->list(*access, anchor);
    const auto plan = planFromListing(access->issuer(), listing, anchor, {}, QDateTime::currentDateTimeUtc());
    const BatchRecord record = m_bench->run(*access, plan);
    QCOMPARE(BatchBench::counts(record), u"18 still_active"_s);
    // Siblings that lived on were sent themselves.
    QCOMPARE(m_bench->issuer().count(PracticeEndpoint::Revoke), 18);
}

void TestRevocationBatch::replicationIsWaitedFor()
{
    m_bench->issuer().behaviour().lag.staleLooks = 1;
    const auto access = m_bench->open(m_bench->configured());
    const QList<QByteArray> tokens =
        m_bench->issuer().addSessions(u"replica@example.com"_s, access->issuer().clients.first().clientId, 1);
    const auto plan = planOf(access->issuer(), *access, tokens.first(1));
    QCOMPARE(BatchBench::counts(m_bench->run(*access, plan)), u"1 revoked"_s);
    QCOMPARE(m_bench->issuer().count(PracticeEndpoint::Introspect), 3);
}

void TestRevocationBatch::troubleWithTheRevoke_data()
{
    QTest::addColumn<PracticeFault>("fault");
    QTest::addColumn<int>("times");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("attempts");
    constexpr int always = 100;
    QTest::newRow("503, always") << PracticeFault::unavailable() << always << u"failed"_s << 4;
    QTest::newRow("503, twice") << PracticeFault::unavailable() << 2 << u"revoked"_s << 3;
    QTest::newRow("503 with Retry-After: 0") << PracticeFault::unavailable("0") << 1 << u"revoked"_s << 2;
    QTest::newRow("429, once") << PracticeFault::tooManyRequests() << 1 << u"revoked"_s << 2;
    QTest::newRow("429 that asks for an hour") << PracticeFault::tooManyRequests("3600") << always << u"failed"_s << 1;
    QTest::newRow("500, always") << PracticeFault::serverError() << always << u"failed"_s << 4;
    QTest::newRow("a captive portal's page") << PracticeFault::html() << always << u"failed"_s << 1;
    QTest::newRow("a redirect") << PracticeFault::redirect(QUrl(u"https://elsewhere.invalid/"_s)) << always
                                << u"failed"_s << 1;
    QTest::newRow("ended, but the answer was lost, always")
        << PracticeFault::dropAnswer() << always << u"revoked"_s << 4;
    QTest::newRow("dropped unseen, always") << PracticeFault::dropUnprocessed() << always << u"failed"_s << 4;
    QTest::newRow("the token type isn't supported")
        << PracticeFault::refuse(400, "unsupported_token_type") << always << u"refused"_s << 1;
    QTest::newRow("a lie") << PracticeFault::lie() << always << u"still_active"_s << 1;
}

void TestRevocationBatch::troubleWithTheRevoke()
{
    QFETCH(PracticeFault, fault);
    QFETCH(int, times);
    QFETCH(QString, outcome);
    QFETCH(int, attempts);
    const auto access = m_bench->open(m_bench->configured());
    const QList<QByteArray> tokens =
        m_bench->issuer().addSessions(u"trouble@example.com"_s, access->issuer().clients.first().clientId, 1);
    m_bench->issuer().faults().next(PracticeEndpoint::Revoke, fault, times);
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, tokens.first(1)));
    QCOMPARE(BatchBench::outcome(record), outcome);
    QCOMPARE(record.items.first().result->attempts, attempts);
    QCOMPARE(m_bench->issuer().isAlive(tokens.first()), outcome != "revoked"_L1);
}

void TestRevocationBatch::aWrongSecretIsTriedOnce()
{
    const auto access = m_bench->open(m_bench->configured());
    const QString client = access->issuer().clients.first().clientId;
    const auto tokens = m_bench->issuer().addSessions(u"many@example.com"_s, client, 200);
    m_bench->issuer().setSecret(client, "changed meanwhile");
    m_bench->issuer().forgetRecord();
    auto plan = planOf(access->issuer(), *access, tokens);
    plan.items.resize(200);
    RevocationBatch *batch = access->batch(plan, m_bench->options());
    QSignalSpy finished(batch, &RevocationBatch::finished);
    batch->start();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(BatchBench::counts(batch->record()), u"1 refused, 199 skipped"_s);
    QCOMPARE(m_bench->issuer().record().size(), 1);
    QCOMPARE(m_bench->issuer().failedAuthentications(), 1);
    QVERIFY(batch->clientWasRefused());
    // Kept in the profile: another access to the same issuer sends nothing at all.
    const auto again = m_bench->open(m_bench->configured());
    QCOMPARE(awaited(again->credential(client)).error().kind, ErrorKind::BreakerOpen);
    const BatchRecord second = m_bench->run(*again, plan);
    QCOMPARE(BatchBench::counts(second), u"200 skipped"_s);
    QCOMPARE(m_bench->issuer().record().size(), 1);
}

void TestRevocationBatch::aSecretRefusedByTheLook()
{
    const auto access = m_bench->open(m_bench->configured());
    const QString client = access->issuer().clients.first().clientId;
    const auto tokens = m_bench->issuer().addSessions(u"look@example.com"_s, client, 1);
    m_bench->issuer().setSecret(client, "changed meanwhile");
    m_bench->issuer().forgetRecord();
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, tokens.first(1)));
    QCOMPARE(BatchBench::outcome(record), u"refused"_s);
    QCOMPARE(record.items.first().result->httpStatus, 401);
    QCOMPARE(record.items.first().result->attempts, 0); // the look drew it; the revoke was never made
    QCOMPARE(m_bench->issuer().count(PracticeEndpoint::Revoke), 0);
}

void TestRevocationBatch::aLargeRefusalIsOne_data()
{
    QTest::addColumn<PracticeEndpoint>("at");
    QTest::newRow("of the look") << PracticeEndpoint::Introspect;
    QTest::newRow("of the revoke") << PracticeEndpoint::Revoke;
}

void TestRevocationBatch::aLargeRefusalIsOne()
{
    QFETCH(PracticeEndpoint, at);
    const PracticeFault fault = PracticeFault::refuse(401, "invalid_client", QString(100'000, u'x'));
    const auto access = m_bench->open(m_bench->configured());
    const QString client = access->issuer().clients.first().clientId;
    const auto tokens = m_bench->issuer().addSessions(u"large@example.com"_s, client, 3);
    m_bench->issuer().faults().always(at, fault);
    m_bench->issuer().forgetRecord();
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, tokens));
    QCOMPARE(BatchBench::counts(record), u"1 refused, 5 skipped"_s);
    QCOMPARE(m_bench->issuer().count(at), 1);
    QVERIFY(access->breaker(client)->has_value());
}

// A console and a command line are at the same client: what one of them draws, the other heeds in the middle of a
// batch.
void TestRevocationBatch::aBreakerOpenedElsewhereIsHeeded()
{
    const auto access = m_bench->open(m_bench->configured());
    const QString client = access->issuer().clients.first().clientId;
    const auto tokens = m_bench->issuer().addSessions(u"elsewhere@example.com"_s, client, 30);
    m_bench->issuer().behaviour().latency = 50ms;
    m_bench->issuer().forgetRecord();
    RevocationBatch *batch = access->batch(planOf(access->issuer(), *access, tokens), m_bench->options());
    QSignalSpy finished(batch, &RevocationBatch::finished);
    batch->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->issuer().count(PracticeEndpoint::Revoke) >= 2, 20'000);
    BreakerState state;
    state.issuer = access->issuer().name;
    state.clientId = client;
    state.openedAt = QDateTime::currentDateTimeUtc();
    QVERIFY(m_bench->workspace->breakers().trip(state));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    const QMap<QString, int> counts = countItems(batch->record().items);
    QVERIFY(counts.value(u"skipped"_s) > 30);
    QVERIFY(batch->clientWasRefused());
}

void TestRevocationBatch::anotherClientsTokenIsSkipped()
{
    const auto access = m_bench->open(m_bench->configured());
    QList<QByteArray> tokens;
    for (const PracticeToken &token : m_bench->issuer().aliveTokens()) {
        if (token.session.clientId.startsWith("payroll"_L1) || !access->issuer().client(token.session.clientId))
            tokens.append(token.value);
    }
    QVERIFY(!tokens.isEmpty());
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, tokens.first(1)));
    QCOMPARE(BatchBench::outcome(record), u"skipped"_s);
    QVERIFY(record.items.first().result->message.contains("no credential for client"_L1));
    QCOMPARE(m_bench->issuer().record().size(), 0);
}

void TestRevocationBatch::anUnreachableIssuerIsGivenUp()
{
    Issuer issuer = m_bench->configured(u"screening-eagle"_s);
    issuer.name = u"Nobody there"_s;
    issuer.url.setPort(1); // tcpmux: nothing listens
    issuer.clients.first().method = AuthMethod::None;
    issuer.clients.first().hasSecret = false;
    const auto access = m_bench->open(issuer);
    RevocationBatch *batch = access->batch(
        planOf(issuer, *access, {"aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc"}), m_bench->options());
    QSignalSpy finished(batch, &RevocationBatch::finished);
    batch->start();
    QVERIFY(finished.wait(30'000));
    QVERIFY(batch->neverReached());
    QVERIFY(std::none_of(batch->record().items.begin(), batch->record().items.end(),
                         [](const ItemRecord &item) { return isGood(item.result->outcome); }));
    QCOMPARE(BatchBench::outcome(batch->record(), 0), u"failed"_s);
}

void TestRevocationBatch::theWindowIsKept()
{
    m_bench->issuer().behaviour().latency = std::chrono::milliseconds(15);
    const auto access = m_bench->open(m_bench->configured(), 50); // the descriptor allows two
    const auto all =
        m_bench->issuer().addSessions(u"window@example.com"_s, access->issuer().clients.first().clientId, 20);
    QList<QByteArray> tokens; // one a session: the other dies with it, seen alive or not
    for (qsizetype i = 0; i < all.size(); i += 2)
        tokens.append(all.at(i));
    m_bench->issuer().forgetRecord();
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, tokens));
    QCOMPARE(BatchBench::counts(record), u"%1 revoked"_s.arg(tokens.size()));
    QCOMPARE(m_bench->issuer().maxInFlight(), 2);
}

void TestRevocationBatch::stopSkipsWhatWasNotSent()
{
    m_bench->issuer().behaviour().latency = std::chrono::milliseconds(30);
    const auto access = m_bench->open(m_bench->configured());
    const auto tokens =
        m_bench->issuer().addSessions(u"stop@example.com"_s, access->issuer().clients.first().clientId, 40);
    RevocationBatch *batch = access->batch(planOf(access->issuer(), *access, tokens), m_bench->options());
    QSignalSpy finished(batch, &RevocationBatch::finished);
    connect(batch, &RevocationBatch::itemChanged, batch, [batch] {
        if (batch->doneCount() >= 4)
            batch->stop();
    });
    batch->start();
    QVERIFY(finished.wait(30'000));
    QVERIFY(batch->wasStopped());
    QSet<Fingerprint> asked;
    for (const PracticeRecord &request : m_bench->issuer().record(PracticeEndpoint::Revoke))
        asked.insert(Fingerprint::of(PracticeForm::read(request.request.body)->value("token")));
    for (const ItemRecord &item : batch->record().items) {
        const bool sent = asked.contains(Fingerprint::fromString(item.item.fingerprint));
        QCOMPARE(itemStatusName(item) == "skipped"_L1, !sent);
    }
    QVERIFY(asked.size() < tokens.size());
}

void TestRevocationBatch::everythingIsJournaledBeforeItIsSent()
{
    const auto access = m_bench->open(m_bench->configured());
    const auto tokens =
        m_bench->issuer().addSessions(u"journal@example.com"_s, access->issuer().clients.first().clientId, 3);
    RevocationBatch *batch = access->batch(planOf(access->issuer(), *access, tokens), m_bench->options());
    QSignalSpy opened(batch, &RevocationBatch::opened);
    QSignalSpy finished(batch, &RevocationBatch::finished);
    batch->start();
    QVERIFY(opened.wait());
    QCOMPARE(m_bench->issuer().count(PracticeEndpoint::Revoke), 0);
    const auto known = awaited(m_bench->workspace->journal().batch(opened.first().first().toString()));
    QVERIFY(known);
    QCOMPARE(known->items.size(), tokens.size());
    QVERIFY(finished.wait(30'000));
}

void TestRevocationBatch::withoutLooksNothingIsBetterThanAccepted_data()
{
    QTest::addColumn<Verify>("verify");
    QTest::addColumn<int>("looks");
    QTest::newRow("after") << Verify::After << 1;
    QTest::newRow("none") << Verify::None << 0;
}

void TestRevocationBatch::withoutLooksNothingIsBetterThanAccepted()
{
    QFETCH(Verify, verify);
    QFETCH(int, looks);
    const auto access = m_bench->open(m_bench->configured());
    const auto tokens =
        m_bench->issuer().addSessions(u"blind@example.com"_s, access->issuer().clients.first().clientId, 1);
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, tokens.first(1)), verify);
    QCOMPARE(BatchBench::counts(record), u"1 accepted"_s);
    QCOMPARE(m_bench->issuer().count(PracticeEndpoint::Introspect), looks);
}

void TestRevocationBatch::keycloaksTwoHundredWithAnError()
{
    const QString keycloak = u"keycloak"_s;
    const auto access = m_bench->open(m_bench->configured(keycloak));
    const BatchRecord record =
        m_bench->run(*access, planOf(access->issuer(), *access, {"0ab12345978c51ffe7c4e9a2b1158bb4"}));
    QCOMPARE(BatchBench::outcome(record), u"already_invalid"_s);
    QCOMPARE(record.items.first().result->httpStatus, 200);
}

// Sent at the same moment, the end of the refresh token may be lost.
void TestRevocationBatch::keycloaksRefreshTokenGoesFirst()
{
    const QString keycloak = u"keycloak"_s;
    PracticeIssuer &issuer = m_bench->issuer(keycloak);
    const auto access = m_bench->open(m_bench->configured(keycloak));
    const QList<QByteArray> tokens = issuer.addSessions(
        u"fresh@example.com"_s, access->issuer().clients.constFirst().clientId, 1, 2, PracticeToken::Form::Jwt);
    const QByteArray refresh = tokens.last();
    QCOMPARE(useOf(*decodeJwt(refresh)), TokenUse::Refresh);
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, tokens));
    QCOMPARE(BatchBench::counts(record), u"3 revoked"_s);
    const QList<PracticeRecord> sent = issuer.record(PracticeEndpoint::Revoke);
    QCOMPARE(sent.size(), 1);
    QVERIFY(sent.constFirst().request.body.contains(refresh));
}

// Not beside another one of its session, whose end it may lose then (Keycloak 26.7.5).
void TestRevocationBatch::keycloaksRefreshTokenGoesAlone()
{
    const QString keycloak = u"keycloak"_s;
    PracticeIssuer &issuer = m_bench->issuer(keycloak);
    const auto access = m_bench->open(m_bench->configured(keycloak));
    const QList<QByteArray> tokens = issuer.addSessions(
        u"alone@example.com"_s, access->issuer().clients.constFirst().clientId, 1, 2, PracticeToken::Form::Jwt);
    // By then the credential is proven, whose first request goes alone anyway.
    const auto others = issuer.addSessions(u"before@example.com"_s, access->issuer().clients.constFirst().clientId, 1);
    (void)m_bench->run(*access, planOf(access->issuer(), *access, others), Verify::None);
    issuer.behaviour().latency = 100ms;
    issuer.forgetRecord();
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, tokens), Verify::None);
    QCOMPARE(record.items.size(), 3);
    const QList<PracticeRecord> sent = issuer.record(PracticeEndpoint::Revoke);
    QCOMPARE(sent.size(), 3);
    QVERIFY(sent.constFirst().request.body.contains(tokens.last()));
    QVERIFY(sent.at(0).arrivedAt.addMSecs(90) <= sent.at(1).arrivedAt);
}

void TestRevocationBatch::kajabiTakesPairs()
{
    const QString kajabi = u"kajabi"_s;
    PracticeIssuer &issuer = m_bench->issuer(kajabi);
    const auto access = m_bench->open(m_bench->configured(kajabi));
    QByteArray refresh;
    QByteArray bearer;
    for (const PracticeToken &token : issuer.aliveTokens(practiceVictim())) {
        if (token.use == PracticeToken::Use::Refresh && refresh.isEmpty())
            refresh = token.value;
        if (token.use == PracticeToken::Use::Access && bearer.isEmpty())
            bearer = token.value;
    }
    QVERIFY(!refresh.isEmpty() && !bearer.isEmpty());
    TokenStore store;
    const auto plan = planFromTokens(access->issuer(), access->descriptor(),
                                     {{store.add(refresh), {}, store.add(bearer)}}, QDateTime::currentDateTimeUtc());
    const BatchRecord record = m_bench->run(*access, plan);
    QCOMPARE(BatchBench::outcome(record), u"accepted"_s); // nobody can be asked
    QCOMPARE(issuer.record().size(), 1);
    QCOMPARE(issuer.record().first().request.header("authorization"), "Bearer " + bearer);
    QVERIFY(!issuer.isAlive(refresh) && !issuer.isAlive(bearer));
}

void TestRevocationBatch::anIssuerThatNobodyCanAsk()
{
    const QString eagle = u"screening-eagle"_s;
    const auto access = m_bench->open(m_bench->configured(eagle));
    const auto alive = m_bench->issuer(eagle).aliveTokens();
    QVERIFY(!alive.isEmpty());
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, {alive.first().value}));
    QCOMPARE(BatchBench::outcome(record), u"accepted"_s);
    QCOMPARE(record.items.first().result->verifiedBy, VerifiedBy::Nothing);
    QVERIFY(!m_bench->issuer(eagle).isAlive(alive.first().value));
}

void TestRevocationBatch::anIssuerKnownByDiscovery()
{
    const QString generic = u"oauth2"_s;
    const auto access = m_bench->open(m_bench->configured(generic));
    const auto alive = m_bench->issuer(generic).aliveTokens();
    QList<QByteArray> tokens;
    for (const PracticeToken &token : alive) {
        if (access->issuer().client(token.session.clientId) && tokens.size() < 2)
            tokens.append(token.value);
    }
    const BatchRecord record = m_bench->run(*access, planOf(access->issuer(), *access, tokens.first(1)));
    QCOMPARE(BatchBench::counts(record), u"1 revoked"_s);
    QCOMPARE(m_bench->issuer(generic).count(PracticeEndpoint::Discovery), 1);
}

QTEST_GUILESS_MAIN(TestRevocationBatch)
#include "tst_revocationbatch.moc"
