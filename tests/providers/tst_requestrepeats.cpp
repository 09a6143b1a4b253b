// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangebench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

using test::await;
using test::ExchangeBench;
using test::token;

static FaultReply granted(const QByteArray &value, int seconds = 600)
{
    QByteArray body = R"({"access_token":"VALUE","token_type":"Bearer","expires_in":SECONDS})";
    return FaultReply::http(200, body.replace("VALUE", value).replace("SECONDS", QByteArray::number(seconds)));
}

//! What a provider sends again by itself, and what it never does.
class TestRequestRepeats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dropsAHintThatIsRefused()
    {
        ExchangeBench bench(test::shippedProvider(u"sap-ias"_s));
        bench.server.enqueue(FaultReply::http(400, R"({"error":"invalid_request"})"));
        bench.server.answerWith(FaultReply::http(200, {}));
        const RevokeReply reply = await(bench.provider->revoke({token("abc"), u"refresh_token"_s, {}},
                                                               bench.credential(AuthMethod::ClientSecretBasic)));
        QCOMPARE(reply.reply, Reply::Success);
        QCOMPARE(reply.attempts, 2);
        QCOMPARE(bench.server.requests().at(0).body, QByteArray("token=abc&token_type_hint=refresh_token"));
        QCOMPARE(bench.server.requests().at(1).body, QByteArray("token=abc"));
    }

    void doesNotRepeat_data()
    {
        QTest::addColumn<QString>("hint");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("there was no hint") << u""_s << 400 << QByteArray(R"({"error":"invalid_request"})");
        QTest::newRow("the token's type is the trouble")
            << u"access_token"_s << 400 << QByteArray(R"({"error":"unsupported_token_type"})");
        QTest::newRow("a refused client") << u"access_token"_s << 400 << QByteArray(R"({"error":"invalid_client"})");
        QTest::newRow("a dead bearer of nobody's") << u""_s << 401 << QByteArray(R"({"error":"invalid_token"})");
    }
    void doesNotRepeat()
    {
        QFETCH(QString, hint);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        ExchangeBench bench(test::shippedProvider(u"sap-ias"_s));
        bench.server.answerWith(FaultReply::http(status, body));
        const RevokeReply reply =
            await(bench.provider->revoke({token("abc"), hint, {}}, bench.credential(AuthMethod::ClientSecretBasic)));
        QCOMPARE(bench.server.requests().size(), 1);
        QVERIFY(reply.reply == Reply::Refused || reply.reply == Reply::ClientRefused);
        QVERIFY(reply.error->kind != ErrorKind::BearerExpired);
    }

    void theSecondRefusalStands()
    {
        ExchangeBench bench(test::shippedProvider(u"sap-ias"_s));
        bench.server.answerWith(FaultReply::http(400, R"({"error":"invalid_request"})"));
        const RevokeReply reply = await(bench.provider->revoke({token("abc"), u"refresh_token"_s, {}},
                                                               bench.credential(AuthMethod::ClientSecretBasic)));
        QCOMPARE(reply.reply, Reply::Refused);
        QCOMPARE(reply.attempts, 2);
    }

    void oneGrantServesManyCallers()
    {
        ExchangeBench bench(test::shippedProvider(u"sap-ias"_s), AuthMethod::Bearer);
        bench.server.enqueue(granted("first").after(50ms));
        bench.server.answerWith(FaultReply::http(200, {}));
        const auto credential = bench.credential(AuthMethod::Bearer);
        QList<QFuture<RevokeReply>> replies;
        for (int i = 0; i < 10; ++i)
            replies.append(bench.provider->revoke({token("token-" + QByteArray::number(i)), {}, {}}, credential));
        for (const auto &reply : replies)
            QCOMPARE(await(reply).reply, Reply::Success);
        QCOMPARE(bench.server.requests().size(), 11);
        QCOMPARE(bench.server.requests().at(0).target, QByteArray("/oauth2/token"));
        QCOMPARE(bench.server.requests().at(0).body, QByteArray("grant_type=client_credentials"));
        QVERIFY(bench.server.requests().at(0).header("Authorization").startsWith("Basic "));
        for (int i = 1; i <= 10; ++i)
            QCOMPARE(bench.server.requests().at(i).header("Authorization"), QByteArray("Bearer first"));
        QCOMPARE(await(replies.last()).attempts, 1);
    }

    void eachClientHasItsOwnBearer()
    {
        ExchangeBench bench(test::shippedProvider(u"sap-ias"_s), AuthMethod::Bearer);
        bench.server.answerWith([](const RecordedRequest &request) {
            const QByteArray client = QByteArray::fromBase64(request.header("Authorization").mid(6)).split(':').first();
            return request.target == "/oauth2/token" ? granted("of-" + client) : FaultReply::http(200, {});
        });
        for (const QByteArray &client : {QByteArray("a"), QByteArray("b")}) {
            const auto credential = bench.credential(AuthMethod::Bearer, client);
            QCOMPARE(await(bench.provider->revoke({token("abc"), {}, {}}, credential)).reply, Reply::Success);
            QCOMPARE(bench.last().header("Authorization"), "Bearer of-" + client);
        }
    }

    void renewsABearerOnce_data()
    {
        QTest::addColumn<bool>("accepted");
        QTest::newRow("the new one is accepted") << true;
        QTest::newRow("the new one is refused too: the token is the trouble") << false;
    }
    void renewsABearerOnce()
    {
        QFETCH(bool, accepted);
        ExchangeBench bench(test::shippedProvider(u"sap-ias"_s), AuthMethod::Bearer);
        int grants = 0;
        bench.server.answerWith([&](const RecordedRequest &request) {
            if (request.target == "/oauth2/token")
                return granted("bearer-" + QByteArray::number(++grants));
            const bool second = request.header("Authorization") == "Bearer bearer-2";
            return second && accepted ? FaultReply::http(200, {})
                                      : FaultReply::http(401, R"({"error":"invalid_token"})");
        });
        const auto credential = bench.credential(AuthMethod::Bearer);
        const RevokeReply reply = await(bench.provider->revoke({token("abc"), {}, {}}, credential));
        QCOMPARE(reply.reply, accepted ? Reply::Success : Reply::Refused);
        QCOMPARE(reply.attempts, 2);
        QCOMPARE(grants, 2);
    }

    void aShortLivedBearerIsAskedForAgain()
    {
        ExchangeBench bench(test::shippedProvider(u"sap-ias"_s), AuthMethod::Bearer);
        int grants = 0;
        bench.server.answerWith([&](const RecordedRequest &request) {
            return request.target == "/oauth2/token" ? granted("b" + QByteArray::number(++grants), 1)
                                                     : FaultReply::http(200, {});
        });
        const auto credential = bench.credential(AuthMethod::Bearer);
        QCOMPARE(await(bench.provider->revoke({token("abc"), {}, {}}, credential)).reply, Reply::Success);
        QTest::qWait(1100);
        QCOMPARE(await(bench.provider->revoke({token("def"), {}, {}}, credential)).reply, Reply::Success);
        QCOMPARE(grants, 2);
    }

    void aRefusedGrantIsAskedForOnce()
    {
        ExchangeBench bench(test::shippedProvider(u"sap-ias"_s), AuthMethod::Bearer);
        bench.server.answerWith(FaultReply::http(401, R"({"error":"invalid_client"})"));
        const auto credential = bench.credential(AuthMethod::Bearer);
        QList<QFuture<RevokeReply>> replies;
        for (int i = 0; i < 20; ++i)
            replies.append(bench.provider->revoke({token("token-" + QByteArray::number(i)), {}, {}}, credential));
        QCOMPARE(await(replies.takeFirst()).reply, Reply::ClientRefused);
        for (const auto &reply : std::as_const(replies)) {
            QCOMPARE(await(reply).reply, Reply::NotSent);
            QCOMPARE(await(reply).error->kind, ErrorKind::BreakerOpen);
            QCOMPARE(await(reply).attempts, 0);
        }
        QCOMPARE(await(bench.provider->revoke({token("late"), {}, {}}, credential)).error->kind,
                 ErrorKind::BreakerOpen);
        QCOMPARE(bench.server.requests().size(), 1);
    }

    void aGrantThatIsDeniedIsAskedForOnce_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("400 invalid_scope") << 400 << QByteArray("invalid_scope");
        QTest::newRow("400 unsupported_grant_type") << 400 << QByteArray("unsupported_grant_type");
        QTest::newRow("401 access_denied") << 401 << QByteArray("access_denied");
        QTest::newRow("401 invalid_token isn't about the token to end") << 401 << QByteArray("invalid_token");
        QTest::newRow("200 invalid_token isn't either") << 200 << QByteArray("invalid_token");
        QTest::newRow("404") << 404 << QByteArray("not_found");
    }
    void aGrantThatIsDeniedIsAskedForOnce()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        ExchangeBench bench(test::shippedProvider(u"oauth2"_s), AuthMethod::Bearer);
        const QByteArray metadata = QByteArray(R"({"issuer":"AT","token_endpoint":"AT/token",)"
                                               R"("revocation_endpoint":"AT/revoke"})")
                                        .replace("AT", bench.issuer.url.toEncoded());
        bench.server.enqueue(FaultReply::http(200, metadata));
        bench.server.answerWith(FaultReply::http(status, QByteArray(R"({"error":"CODE"})").replace("CODE", code)));
        QVERIFY(await(bench.provider->discover()));
        const auto credential = bench.credential(AuthMethod::Bearer);
        QList<QFuture<RevokeReply>> replies;
        for (int i = 0; i < 20; ++i)
            replies.append(bench.provider->revoke({token("token-" + QByteArray::number(i)), {}, {}}, credential));
        QCOMPARE(await(replies.takeFirst()).reply, Reply::Refused);
        replies.append(bench.provider->revoke({token("late"), {}, {}}, credential));
        for (const auto &reply : std::as_const(replies)) {
            QCOMPARE(await(reply).reply, Reply::NotSent);
            QVERIFY(await(reply).message.contains(QString::fromLatin1(code)));
            QVERIFY(await(reply).message.startsWith(u"the issuer gave client client no token: "_s));
        }
        QCOMPARE(bench.server.requests().size(), 2); // the metadata and one grant
    }

    void keepsQuietAboutTheTokenInTheIssuersWords()
    {
        ExchangeBench bench(test::shippedProvider(u"keycloak"_s), AuthMethod::ClientSecretPost);
        bench.server.answerWith([](const RecordedRequest &request) {
            QByteArray body = R"({"error":"bad","error_description":"you sent IT"})";
            return FaultReply::http(400, body.replace("IT", request.body));
        });
        const auto credential = bench.credential(AuthMethod::ClientSecretPost, "client", "canary-secret");
        const RevokeReply reply = await(bench.provider->revoke({token("canary-token"), {}, {}}, credential));
        QVERIFY(!reply.message.contains(u"canary"_s));
        QVERIFY(reply.message.contains(u"you sent"_s));
    }

    void aProviderThatIsGoneEndsItsCalls()
    {
        ExchangeBench bench(test::shippedProvider(u"sap-ias"_s));
        bench.server.answerWith(FaultReply::silent());
        const auto reply = bench.provider->revoke({token("abc"), {}, {}}, nullptr);
        QTRY_COMPARE(bench.server.requests().size(), 1);
        bench.provider.reset();
        QTRY_VERIFY(reply.isFinished());
        QVERIFY(reply.isCanceled());
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestRequestRepeats)
#include "tst_requestrepeats.moc"
