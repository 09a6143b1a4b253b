// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revocationplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestRevocationPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allOfAListing();
    void theAnchorsSessionComesLast();
    void anIdTokensSessionIsTheAnchors();
    void anAnchorThatIsNotListedIsEndedToo();
    void anotherPersonsRowIsLeftAlone();
    void someSessions();
    void someTokens();
    void anElementWithoutATokenIsSkipped();
    void duplicatesAreFolded();
    void tokensOfOneSidFormACascade();
    void tokensStandAloneWhereTheProviderPromisesNothing();
    void aTokenThatIsItsOwnBearerNamesNoClient();
    void onlyAccessTokensOutliveTheirRevocation_data();
    void onlyAccessTokensOutliveTheirRevocation();
};

static QDateTime now()
{
    return QDateTime(QDate(2026, 3, 1), QTime(14, 0), Qt::UTC);
}

static QByteArray jwt(const QJsonObject &claims)
{
    const auto part = [](const QJsonObject &object) {
        return QJsonDocument(object)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part({{u"alg"_s, u"none"_s}}) + '.' + part(claims) + ".c2ln";
}

static Token token(QByteArray bytes)
{
    return takeToken(bytes);
}

static ListedToken listed(const QByteArray &bytes, const QString &client = u"mail"_s)
{
    ListedToken made;
    made.token = token(bytes);
    made.clientId = client;
    made.expiresAt = now().addSecs(3600);
    return made;
}

static Session session(const QString &id, const QList<ListedToken> &tokens)
{
    Session made;
    made.id = id;
    made.clientId = u"mail"_s;
    made.tokens = tokens;
    return made;
}

static Listing dona()
{
    Listing made;
    made.uid = u"dona.moore@example.com"_s;
    made.sub = u"P000001"_s;
    made.sessions = {session(u"one"_s, {listed("anchor"), listed("a2")}), session(u"two"_s, {listed("b1")}),
                     session(u"three"_s, {listed("c1"), listed("c2"), listed("c3")})};
    return made;
}

static Issuer acme()
{
    Issuer made;
    made.name = u"Acme"_s;
    made.url = QUrl(u"https://acme.example"_s);
    return made;
}

static QStringList sessionsOf(const RevocationPlan &plan)
{
    QStringList ids;
    for (const PlanItem &item : plan.items)
        ids.append(item.record.session);
    return ids;
}

void TestRevocationPlan::allOfAListing()
{
    const auto plan = planFromListing(acme(), dona(), token("anchor"), {}, now());
    QCOMPARE(plan.issuer, u"Acme"_s);
    QCOMPARE(plan.user, u"dona.moore@example.com"_s);
    QCOMPARE(plan.items.size(), 6);
    QCOMPARE(plan.sessionCount(), 3);
    QCOMPARE(plan.sendableCount(), 6);
    const JournalItem expected{Target::Token,  Fingerprint::of("b1").toString(),
                               Action::Revoke, Fingerprint::of("b1").toString(),
                               u"two"_s,       u"mail"_s};
    QCOMPARE(plan.items.first().record, expected);
    QCOMPARE(plan.items.first().seenBefore, Sight::Alive);
    QVERIFY(plan.anchorListed);
    QVERIFY(!planFromListing(acme(), dona(), token("an ID token"), {}, now()).anchorListed);
}

void TestRevocationPlan::theAnchorsSessionComesLast()
{
    const auto plan = planFromListing(acme(), dona(), token("anchor"), {}, now());
    QCOMPARE(sessionsOf(plan), QStringList({u"two"_s, u"three"_s, u"three"_s, u"three"_s, u"one"_s, u"one"_s}));
    QVERIFY(plan.items.last().anchorSession);
    QVERIFY(!plan.items.first().anchorSession);
}

void TestRevocationPlan::anIdTokensSessionIsTheAnchors()
{
    const QByteArray access = jwt({{u"sid"_s, u"S1"_s}, {u"client_id"_s, u"mail"_s}});
    const QByteArray idToken = jwt({{u"sid"_s, u"S1"_s}, {u"aud"_s, QJsonArray{u"mail"_s}}});
    Listing listing;
    listing.uid = u"dona"_s;
    listing.sessions = {session(u"hers"_s, {listed(access)}), session(u"other"_s, {listed("x")})};
    const auto plan = planFromListing(acme(), listing, token(idToken), {}, now());
    QCOMPARE(sessionsOf(plan), QStringList({u"other"_s, u"hers"_s}));
    QVERIFY(plan.items.last().anchorSession);
}

void TestRevocationPlan::anAnchorThatIsNotListedIsEndedToo()
{
    const auto plan = planFromListing(acme(), dona(), token("unlisted"), {}, now());
    QCOMPARE(plan.items.size(), 7);
    QCOMPARE(plan.items.last().target.token, token("unlisted"));
    QVERIFY(plan.items.last().anchorSession);
    QCOMPARE(plan.items.last().seenBefore, Sight::Unseen);
    const auto some =
        planFromListing(acme(), dona(), token("unlisted"), {Selection::Kind::Sessions, {u"two"_s}, {}}, now());
    QCOMPARE(some.items.size(), 1);
    // An ID token gives no access; there is nothing of it to end.
    const QByteArray idToken = jwt({{u"nonce"_s, u"n"_s}, {u"aud"_s, u"mail"_s}});
    QCOMPARE(planFromListing(acme(), dona(), token(idToken), {}, now()).items.size(), 6);
}

void TestRevocationPlan::anotherPersonsRowIsLeftAlone()
{
    Listing listing = dona();
    listing.sessions[1].tokens[0].raw = {{u"uid"_s, u"eve@example.com"_s}};
    const auto plan = planFromListing(acme(), listing, token("anchor"), {}, now());
    QCOMPARE(plan.items.size(), 6);
    QCOMPARE(plan.sendableCount(), 5);
    QVERIFY(!plan.items.first().skipReason.isEmpty());
}

void TestRevocationPlan::someSessions()
{
    const auto plan =
        planFromListing(acme(), dona(), token("anchor"), {Selection::Kind::Sessions, {u"two"_s}, {}}, now());
    QCOMPARE(sessionsOf(plan), QStringList({u"two"_s}));
}

void TestRevocationPlan::someTokens()
{
    const auto plan =
        planFromListing(acme(), dona(), token("anchor"), {Selection::Kind::Tokens, {}, {Fingerprint::of("c2")}}, now());
    QCOMPARE(plan.items.size(), 1);
    QCOMPARE(plan.items.first().target.token, token("c2"));
}

void TestRevocationPlan::anElementWithoutATokenIsSkipped()
{
    Listing listing = dona();
    listing.sessions[1].tokens.append(ListedToken());
    const auto plan = planFromListing(acme(), listing, token("anchor"), {}, now());
    QCOMPARE(plan.items.size(), 7);
    QCOMPARE(plan.sendableCount(), 6);
    QVERIFY(!plan.items[1].skipReason.isEmpty());
    QCOMPARE(plan.items[1].record.targetId, QString());
}

void TestRevocationPlan::duplicatesAreFolded()
{
    const auto plan = planFromTokens(
        acme(), {}, {{token("t1"), {}, {}}, {token("t2"), {}, {}}, {token("t1"), {}, token("pair")}}, now());
    QCOMPARE(plan.items.size(), 2);
    QCOMPARE(plan.items.first().target.bearer, token("pair")); // what knows more is kept
}

static QList<RevokeTarget> threeOfTwoSessions()
{
    const auto of = [](const QString &sid, const QString &jti) {
        return RevokeTarget{
            token(jwt({{u"client_id"_s, u"mail"_s}, {u"sub"_s, u"P1"_s}, {u"sid"_s, sid}, {u"jti"_s, jti}})), {}, {}};
    };
    return {of(u"S1"_s, u"1"_s), of(u"S2"_s, u"2"_s), of(u"S1"_s, u"3"_s)};
}

void TestRevocationPlan::tokensOfOneSidFormACascade()
{
    ProviderDescriptor descriptor;
    descriptor.cascade = Cascade::Session;
    const auto plan = planFromTokens(acme(), descriptor, threeOfTwoSessions(), now());
    QCOMPARE(plan.items[0].cascade, plan.items[2].cascade);
    QVERIFY(plan.items[0].cascade != plan.items[1].cascade);
    QCOMPARE(plan.sessionCount(), 2);
    QCOMPARE(plan.user, u"P1"_s);
    QCOMPARE(plan.items[0].record.clientId, u"mail"_s);
}

void TestRevocationPlan::tokensStandAloneWhereTheProviderPromisesNothing()
{
    const auto plan = planFromTokens(acme(), {}, threeOfTwoSessions(), now());
    QCOMPARE(plan.sessionCount(), 3);
}

void TestRevocationPlan::aTokenThatIsItsOwnBearerNamesNoClient()
{
    ProviderDescriptor descriptor;
    descriptor.tokenIsBearer = true;
    const auto plan = planFromTokens(acme(), descriptor, threeOfTwoSessions(), now());
    QCOMPARE(plan.items.first().record.clientId, QString());
}

void TestRevocationPlan::onlyAccessTokensOutliveTheirRevocation_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("outlives");
    const qint64 later = now().addSecs(600).toSecsSinceEpoch();
    const qint64 earlier = now().addSecs(-600).toSecsSinceEpoch();
    QTest::newRow("a JWT") << jwt({{u"exp"_s, later}}) << true;
    QTest::newRow("Keycloak's Bearer") << jwt({{u"exp"_s, later}, {u"typ"_s, u"Bearer"_s}}) << true;
    QTest::newRow("Keycloak's Refresh") << jwt({{u"exp"_s, later}, {u"typ"_s, u"Refresh"_s}}) << false;
    QTest::newRow("Keycloak's Offline") << jwt({{u"exp"_s, later}, {u"typ"_s, u"Offline"_s}}) << false;
    QTest::newRow("an ID token") << jwt({{u"exp"_s, later}, {u"typ"_s, u"ID"_s}}) << false;
    QTest::newRow("an expired JWT") << jwt({{u"exp"_s, earlier}}) << false;
    QTest::newRow("opaque") << QByteArray("0ab12345978c51ffe7c4e9a2b1158bb4") << false;
}

void TestRevocationPlan::onlyAccessTokensOutliveTheirRevocation()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, outlives);
    const auto plan = planFromTokens(acme(), {}, {{token(bytes), {}, {}}}, now());
    QCOMPARE(plan.items.first().outlivesRevocation, outlives);
    QCOMPARE(plan.mayWorkUntil(), outlives ? std::optional(now().addSecs(600)) : std::nullopt);
}

QTEST_GUILESS_MAIN(TestRevocationPlan)
#include "tst_revocationplan.moc"
