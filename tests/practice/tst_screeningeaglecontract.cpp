// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicefixture.h"
#include "screeningeaglecontract.h"

using namespace Qt::StringLiterals;
using namespace curfew;

using Use = PracticeToken::Use;
using Fixture = PracticeFixture<ScreeningEagleContract>;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

class TestScreeningEagleContract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersARevocation_data();
    void answersARevocation();
    void takesCredentialsInTheBody();
    void hasNothingButRevocation();
};

void TestScreeningEagleContract::answersARevocation_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("ended");
    const Fixture inspect;
    const QByteArray basic = inspect.basic(u"inspect-field"_s);
    const QByteArray access = "token=" + firstOf(inspect.issuer.tokens().all(), Use::Access).value;
    const QByteArray refresh = "token=" + firstOf(inspect.issuer.tokens().all(), Use::Refresh).value;
    QTest::newRow("an access token") << access << basic << 200 << 1;
    QTest::newRow("a refresh token and its session") << refresh << basic << 200 << 2;
    QTest::newRow("a possible hint") << QByteArray(access + "&token_type_hint=access_token") << basic << 200 << 1;
    QTest::newRow("an impossible hint") << QByteArray(access + "&token_type_hint=id_token") << basic << 400 << 0;
    QTest::newRow("an unknown token") << QByteArray("token=x") << basic << 200 << 0;
    QTest::newRow("no token") << QByteArray("token_type_hint=access_token") << basic << 400 << 0;
    QTest::newRow("no authentication") << access << QByteArray() << 401 << 0;
    QTest::newRow("a wrong secret") << access << practiceBasic("inspect-field", "x") << 401 << 0;
    QTest::newRow("a bearer") << access << QByteArray("Bearer " + access.sliced(6)) << 401 << 0;
    QTest::newRow("two authentications") << QByteArray(access + "&client_secret=x") << basic << 400 << 0;
}

void TestScreeningEagleContract::answersARevocation()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(int, ended);
    Fixture inspect;
    const int before = inspect.issuer.aliveCount();
    const PracticeAnswer answer = inspect.post(Revoke, form, authorization);
    const QByteArray forbidden = R"({"error":"Forbidden","errorDescription":"permission denied"})";
    QCOMPARE(std::pair(answer.status, answer.body), std::pair(status, status == 200 ? QByteArray() : forbidden));
    QCOMPARE(before - inspect.issuer.aliveCount(), ended);
}

void TestScreeningEagleContract::takesCredentialsInTheBody()
{
    Fixture inspect;
    const QByteArray secret = QUrl::toPercentEncoding(QString::fromLatin1(inspect.issuer.secretOf(u"inspect-field"_s)));
    const QByteArray token = firstOf(inspect.issuer.tokens().all(), Use::Access).value;
    QCOMPARE(inspect.post(Revoke, "token=" + token + "&client_id=inspect-field&client_secret=" + secret).status, 200);
    QVERIFY(!inspect.issuer.isAlive(token));
}

void TestScreeningEagleContract::hasNothingButRevocation()
{
    Fixture inspect;
    QCOMPARE(inspect.issuer.answer(PracticeRequest::get("/.well-known/openid-configuration")).status, 404);
    QVERIFY(inspect.issuer.path(PracticeEndpoint::Introspect).isEmpty());
}

QTEST_APPLESS_MAIN(TestScreeningEagleContract)
#include "tst_screeningeaglecontract.moc"
