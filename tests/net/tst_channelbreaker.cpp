// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultserver.h"
#include "httpchannel.h"
#include "nettest.h"

#include <QSignalSpy>

#include <algorithm>

using namespace curfew;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(curfew::FaultReply)

static ChannelSettings settingsFor(const FaultServer &server, int inFlight)
{
    ChannelSettings settings;
    settings.allowedOrigins = {originOf(server.url())};
    settings.inFlight = inFlight;
    settings.timeout = 5s;
    settings.retry.base = 1ms;
    return settings;
}

static HttpRequest revokeBy(const CredentialPtr &credential, const FaultServer &server)
{
    HttpRequest request = makeRevoke(server.url(), credential);
    request.refusesClient = [](const HttpResponse &response) { return response.body.contains("invalid_client"); };
    return request;
}

static FaultReply refusal(int status = 401)
{
    return FaultReply::http(status, R"({"error":"invalid_client"})");
}

class TestChannelBreaker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWrongSecretIsShownOnce_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403})
            QTest::addRow("%d", status) << status;
    }
    void aWrongSecretIsShownOnce()
    {
        QFETCH(int, status);
        FaultServer server;
        server.answerWith(refusal(status).after(10ms));
        HttpChannel channel(settingsFor(server, 50));
        QSignalSpy refused(&channel, &HttpChannel::clientRefused);
        QSignalSpy idle(&channel, &HttpChannel::idle);
        const auto credential = makeCredential(server.url(), u"app"_s, "wrong");
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 200; ++i)
            answers.append(channel.send(revokeBy(credential, server)));
        QCOMPARE(settled(answers.first()).response->status, status);
        QCOMPARE(settled(answers.first()).attempts, 1);
        for (int i = 1; i < 200; ++i) {
            const HttpAnswer answer = settled(answers[i]);
            QCOMPARE(answer.response.error().kind, ErrorKind::BreakerOpen);
            QCOMPARE(answer.attempts, 0);
            QVERIFY(!answer.mayHaveArrived);
        }
        const HttpAnswer later = settled(channel.send(revokeBy(credential, server)));
        QCOMPARE(later.response.error().kind, ErrorKind::BreakerOpen);
        QTest::qWait(30);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused[0][0].toString(), u"app"_s);
        QCOMPARE(refused[0][1].value<Error>(), (Error{ErrorKind::ClientRefused, {}, status, {}}));
        QCOMPARE(idle.count(), 1);
    }

    void theFirstGoesAloneThenTheWindowOpens()
    {
        FaultServer server;
        server.answerWith(FaultReply::http(200).after(100ms));
        HttpChannel channel(settingsFor(server, 8));
        const auto credential = makeCredential(server.url(), u"app"_s, "secret");
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 20; ++i)
            answers.append(channel.send(revokeBy(credential, server)));
        QTRY_COMPARE(server.requests().size(), 1);
        QTest::qWait(40);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(channel.inFlight(), 1);
        for (const auto &answer : answers)
            QCOMPARE(settled(answer).response->status, 200);
        QCOMPARE(server.mostUnanswered(), 8);
        QCOMPARE(server.requests().size(), 20);
    }

    void anEndpointThatTakesAnythingShowsNothingOfTheNext_data()
    {
        QTest::addColumn<bool>("looksFirst");
        QTest::newRow("all looks, then all revokes") << true;
        QTest::newRow("side by side") << false;
    }
    void anEndpointThatTakesAnythingShowsNothingOfTheNext()
    {
        QFETCH(bool, looksFirst);
        FaultServer server;
        server.answerWith([](const RecordedRequest &request) {
            return request.target == "/revoke" ? refusal().after(20ms) : FaultReply::http(200).after(5ms);
        });
        HttpChannel channel(settingsFor(server, 16));
        const auto credential = makeCredential(server.url(), u"app"_s, "wrong");
        HttpRequest look = revokeBy(credential, server);
        look.url = server.url(u"/introspect"_s);
        HttpRequest revoke = look;
        revoke.url = server.url(u"/revoke"_s);
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 40; ++i)
            answers.append(channel.send(looksFirst || i % 2 == 0 ? look : revoke));
        if (looksFirst) {
            for (const auto &answer : answers)
                QCOMPARE(settled(answer).response->status, 200);
            QCOMPARE(server.mostUnanswered(), 16);
            answers.clear();
            for (int i = 0; i < 40; ++i)
                answers.append(channel.send(revoke));
        }
        for (const auto &answer : answers)
            (void)settled(answer);
        const auto &requests = server.requests();
        const auto revokes = std::count_if(requests.begin(), requests.end(),
                                           [](const RecordedRequest &one) { return one.target == "/revoke"; });
        QCOMPARE(revokes, 1);
        QCOMPARE(channel.pending(), 0);
    }

    void eachEndpointOpensItsOwnWindow()
    {
        FaultServer server;
        server.answerWith(FaultReply::http(200).after(30ms));
        HttpChannel channel(settingsFor(server, 8));
        const auto credential = makeCredential(server.url(), u"app"_s, "secret");
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 30; ++i) {
            HttpRequest request = revokeBy(credential, server);
            request.url = server.url(i % 3 == 0 ? u"/introspect"_s : u"/revoke"_s);
            answers.append(channel.send(request));
        }
        for (const auto &answer : answers)
            QCOMPARE(settled(answer).response->status, 200);
        QCOMPARE(server.requests().size(), 30);
        QCOMPARE(server.mostUnanswered(), 8);
    }

    void answersThatTellNothingKeepTheGateShut_data()
    {
        QTest::addColumn<FaultReply>("first");
        QTest::newRow("503, repeated") << FaultReply::http(503);
        QTest::newRow("429, repeated") << FaultReply::http(429, "", "", {{"Retry-After", "0"}});
        QTest::newRow("dropped, repeated") << FaultReply::dropped();
        QTest::newRow("404") << FaultReply::http(404);
        QTest::newRow("401 that is about the token") << FaultReply::http(401, R"({"error":"invalid_token"})");
        QTest::newRow("a captive portal") << FaultReply::http(200, "<html>", "text/html; charset=utf-8");
        QTest::newRow("a redirect") << FaultReply::http(302, "", "", {{"Location", "/login"}});
    }
    void answersThatTellNothingKeepTheGateShut()
    {
        QFETCH(FaultReply, first);
        FaultServer server;
        server.enqueue(first);
        server.answerWith(refusal());
        HttpChannel channel(settingsFor(server, 8));
        const auto credential = makeCredential(server.url(), u"app"_s, "wrong");
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 20; ++i)
            answers.append(channel.send(revokeBy(credential, server)));
        for (const auto &answer : answers)
            (void)settled(answer);
        QCOMPARE(server.mostUnanswered(), 1);
        QCOMPARE(server.requests().size(), 2); // and one refusal was enough
    }

    void aRefusalLaterStopsTheRest()
    {
        FaultServer server;
        server.enqueue(FaultReply::http(200));
        server.answerWith(refusal().after(20ms));
        HttpChannel channel(settingsFor(server, 4));
        QSignalSpy refused(&channel, &HttpChannel::clientRefused);
        const auto credential = makeCredential(server.url(), u"app"_s, "secret");
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 50; ++i)
            answers.append(channel.send(revokeBy(credential, server)));
        for (const auto &answer : answers)
            (void)settled(answer);
        QCOMPARE(server.requests().size(), 5); // the window was open by then
        QCOMPARE(refused.count(), 1);
        QCOMPARE(answers.last().result().response.error().kind, ErrorKind::BreakerOpen);
    }

    void aRefusalIsNotRepeatedHoweverItLooks()
    {
        FaultServer server;
        server.answerWith(refusal(503)); // a refusal in a status that would be repeated
        HttpChannel channel(settingsFor(server, 4));
        const auto credential = makeCredential(server.url(), u"app"_s, "secret");
        QCOMPARE(settled(channel.send(revokeBy(credential, server))).attempts, 1);
        QCOMPARE(server.requests().size(), 1);
    }

    void otherClientsGoOn()
    {
        FaultServer server;
        server.answerWith([](const RecordedRequest &request) {
            const bool isWrong = request.header("Authorization") == "Basic " + QByteArray("wrong:secret").toBase64();
            return isWrong ? refusal().after(30ms) : FaultReply::http(200);
        });
        HttpChannel channel(settingsFor(server, 8));
        const auto wrong = makeCredential(server.url(), u"wrong"_s, "secret");
        const auto right = makeCredential(server.url(), u"right"_s, "secret");
        QList<QFuture<HttpAnswer>> ofWrong;
        QList<QFuture<HttpAnswer>> others;
        for (int i = 0; i < 20; ++i) {
            ofWrong.append(channel.send(revokeBy(wrong, server)));
            others.append(channel.send(revokeBy(right, server)));
            others.append(channel.send(makeRevoke(server.url()))); // no client at all
        }
        for (const auto &answer : others)
            QCOMPARE(settled(answer).response->status, 200);
        for (int i = 1; i < 20; ++i)
            QCOMPARE(settled(ofWrong[i]).response.error().kind, ErrorKind::BreakerOpen);
        QCOMPARE(server.requests().size(), 41);
    }

    void withoutCredentialNothingIsTheClients()
    {
        // Kajabi: a token as its own bearer; its 401 is about the token.
        FaultServer server;
        server.answerWith(FaultReply::http(401, R"({"error":"invalid_client"})").after(10ms));
        HttpChannel channel(settingsFor(server, 4));
        QSignalSpy refused(&channel, &HttpChannel::clientRefused);
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 8; ++i) {
            HttpRequest request = revokeBy({}, server);
            request.authorization = Authorization::Bearer;
            request.bearer = makeToken("bearer");
            answers.append(channel.send(request));
        }
        for (const auto &answer : answers)
            QCOMPARE(settled(answer).response->status, 401);
        QCOMPARE(refused.count(), 0);
        QCOMPARE(server.mostUnanswered(), 4);
    }

    void allowLetsOneTry()
    {
        FaultServer server;
        server.enqueue(refusal());
        server.answerWith(FaultReply::http(200).after(200ms));
        HttpChannel channel(settingsFor(server, 4));
        const auto credential = makeCredential(server.url(), u"app"_s, "secret");
        QCOMPARE(settled(channel.send(revokeBy(credential, server))).response->status, 401);
        channel.allowClient(u"app"_s);
        QList<QFuture<HttpAnswer>> answers;
        for (int i = 0; i < 4; ++i)
            answers.append(channel.send(revokeBy(credential, server)));
        QTRY_COMPARE(server.requests().size(), 2);
        QCOMPARE(channel.inFlight(), 1);
        for (const auto &answer : answers)
            QCOMPARE(settled(answer).response->status, 200);
    }

    void aBreakerMayBeOpenFromTheStart()
    {
        FaultServer server;
        HttpChannel channel(settingsFor(server, 4));
        channel.refuseClient(u"app"_s);
        const auto credential = makeCredential(server.url(), u"app"_s, "secret");
        QCOMPARE(settled(channel.send(revokeBy(credential, server))).response.error().kind, ErrorKind::BreakerOpen);
        QCOMPARE(server.connections(), 0);
    }

    void stopOfAProbeLeavesTheGateUsable()
    {
        FaultServer server;
        server.enqueue(FaultReply::http(503));
        ChannelSettings settings = settingsFor(server, 4);
        settings.retry.base = 10s;
        settings.retry.ceiling = 10s;
        HttpChannel channel(settings);
        const auto credential = makeCredential(server.url(), u"app"_s, "secret");
        const auto probe = channel.send(revokeBy(credential, server));
        const auto held = channel.send(revokeBy(credential, server));
        QTRY_VERIFY(server.requests().size() == 1 && channel.inFlight() == 0);
        channel.stop();
        QCOMPARE(settled(probe).response->status, 503);
        QCOMPARE(settled(held).response.error().kind, ErrorKind::Canceled);
        QCOMPARE(settled(channel.send(revokeBy(credential, server))).response->status, 200);
    }
};

QTEST_GUILESS_MAIN(TestChannelBreaker)
#include "tst_channelbreaker.moc"
