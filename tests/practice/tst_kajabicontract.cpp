// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kajabicontract.h"
#include "practicefixture.h"

using namespace Qt::StringLiterals;
using namespace curfew;

using Use = PracticeToken::Use;
using Fixture = PracticeFixture<KajabiContract>;

static constexpr auto Revoke = PracticeEndpoint::Revoke;
static constexpr auto Token = PracticeEndpoint::Token;

class TestKajabiContract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersARevocation_data();
    void answersARevocation();
    void aTokenIsItsOwnProofOnce();
    void aClientMayEndItsSessionsWithAGrant();
};

void TestKajabiContract::answersARevocation_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const Fixture kajabi;
    const QList<PracticeToken> tokens = kajabi.issuer.aliveTokens();
    const QByteArray access = tokens.at(0).value;
    const QByteArray refresh = tokens.at(1).value;
    const QByteArray other = tokens.at(2).value; // an access token of another session
    const QByteArray bearer = "Bearer " + access;
    QTest::newRow("the bearer itself") << QByteArray("token=" + access) << bearer << 200 << QString();
    QTest::newRow("its session's refresh token") << QByteArray("token=" + refresh) << bearer << 200 << QString();
    QTest::newRow("an unknown token") << QByteArray("token=x") << bearer << 200 << QString();
    QTest::newRow("another session's token") << QByteArray("token=" + other) << bearer << 401 << u"invalid_token"_s;
    QTest::newRow("a refresh token as bearer")
        << QByteArray("token=" + refresh) << QByteArray("Bearer " + refresh) << 401 << u"invalid_token"_s;
    QTest::newRow("no bearer") << QByteArray("token=" + access) << QByteArray() << 401 << u"invalid_token"_s;
    QTest::newRow("Basic") << QByteArray("token=" + access) << kajabi.basic(u"kj-course-sync"_s) << 401
                           << u"invalid_token"_s;
    QTest::newRow("anything beside the token")
        << QByteArray("token=" + access + "&token_type_hint=access_token") << bearer << 400 << u"invalid_request"_s;
    QTest::newRow("no token") << QByteArray() << bearer << 400 << u"invalid_request"_s;
}

void TestKajabiContract::answersARevocation()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QString, error);
    Fixture kajabi;
    const int before = kajabi.issuer.aliveCount();
    const PracticeAnswer answer = kajabi.post(Revoke, form, authorization);
    QCOMPARE(std::pair(answer.status, errorOf(answer)), std::pair(status, error));
    const bool ends = status == 200 && form != "token=x";
    QCOMPARE(kajabi.issuer.aliveCount(), ends ? before - 2 : before); // either token ends both
    if (status == 200)
        QVERIFY(answer.body.isEmpty());
}

void TestKajabiContract::aTokenIsItsOwnProofOnce()
{
    Fixture kajabi;
    const QByteArray access = kajabi.issuer.aliveTokens().constFirst().value;
    QCOMPARE(kajabi.post(Revoke, "token=" + access, "Bearer " + access).status, 200);
    const PracticeAnswer again = kajabi.post(Revoke, "token=" + access, "Bearer " + access);
    QCOMPARE(std::pair(again.status, errorOf(again)), std::pair(401, u"invalid_token"_s));
}

void TestKajabiContract::aClientMayEndItsSessionsWithAGrant()
{
    Fixture kajabi;
    const QJsonObject grant =
        kajabi.post(Token, "grant_type=client_credentials", kajabi.basic(u"kj-course-sync"_s)).object();
    const QByteArray bearer = "Bearer " + grant.value(u"access_token").toString().toLatin1();
    const PracticeToken refresh = firstOf(kajabi.issuer.aliveTokens(), Use::Refresh);
    QCOMPARE(kajabi.post(Revoke, "token=" + refresh.value, bearer).status, 200);
    QCOMPARE(kajabi.issuer.aliveCount(refresh.session.person), 2);
    QCOMPARE(kajabi.post(Token, "grant_type=client_credentials", practiceBasic("kj-course-sync", "x")).status, 401);
}

QTEST_APPLESS_MAIN(TestKajabiContract)
#include "tst_kajabicontract.moc"
