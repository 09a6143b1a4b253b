// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultserver.h"
#include "httpchannel.h"
#include "nettest.h"

#include <QSignalSpy>

#include <algorithm>
#include <set>

using namespace curfew;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Answers = QList<QFuture<HttpAnswer>>;

static ChannelSettings settingsFor(const FaultServer &server, int inFlight)
{
    ChannelSettings settings;
    settings.allowedOrigins = {originOf(server.url())};
    settings.inFlight = inFlight;
    settings.timeout = 5s;
    settings.retry.base = 1ms;
    settings.retry.ceiling = 5ms;
    return settings;
}

static Answers sendMany(HttpChannel &channel, const FaultServer &server, int count,
                        const CredentialPtr &credential = {})
{
    Answers answers;
    for (int i = 0; i < count; ++i)
        answers.append(channel.send(makeRevoke(server.url(), credential, "token-" + QByteArray::number(i))));
    return answers;
}

class TestHttpChannel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsInOrderAndAnswersEach()
    {
        FaultServer server;
        server.answerWith([](const RecordedRequest &request) { return FaultReply::http(200, request.body); });
        HttpChannel channel(settingsFor(server, 1));
        const Answers answers = sendMany(channel, server, 30);
        QCOMPARE(channel.pending(), 30);
        for (int i = 0; i < answers.size(); ++i) {
            const HttpAnswer answer = settled(answers[i]);
            QCOMPARE(answer.response->body, "token=token-" + QByteArray::number(i));
            QCOMPARE(answer.attempts, 1);
            QCOMPARE(server.requests()[i].body, answer.response->body);
        }
        QVERIFY(channel.isIdle());
        QCOMPARE(server.connections(), 1);
    }

    void keepsTheWindowFullAndNeverOverfull_data()
    {
        QTest::addColumn<int>("window");
        for (const int window : {1, 2, 8, 50})
            QTest::addRow("%d", window) << window;
    }
    void keepsTheWindowFullAndNeverOverfull()
    {
        QFETCH(int, window);
        FaultServer server;
        server.answerWith(FaultReply::http(200).after(20ms));
        HttpChannel channel(settingsFor(server, window));
        int most = 0;
        QTimer watch;
        connect(&watch, &QTimer::timeout, &channel, [&] { most = std::max(most, channel.inFlight()); });
        watch.start(1);
        for (const auto &answer : sendMany(channel, server, 4 * window))
            QVERIFY(settled(answer).response);
        QCOMPARE(server.mostUnanswered(), window);
        QCOMPARE(most, window);
        QCOMPARE(server.requests().size(), 4 * window);
        QVERIFY(server.connections() <= window);
    }

    void keepsThePace()
    {
        FaultServer server;
        ChannelSettings settings = settingsFor(server, 50);
        settings.rates = {{20, 200ms}};
        HttpChannel channel(settings);
        const auto expected = channel.expectedFor(61);
        QVERIFY(expected >= 590ms);
        for (const auto &answer : sendMany(channel, server, 61))
            QVERIFY(settled(answer).response);
        const auto taken = server.requests().last().arrived - server.requests().first().arrived;
        QVERIFY2(taken >= expected - 30ms, qPrintable(QString::number(taken.count())));
    }

    void retriesArePacedToo()
    {
        FaultServer server;
        server.answerWith(FaultReply::http(503));
        ChannelSettings settings = settingsFor(server, 10);
        settings.rates = {{1, 40ms}};
        HttpChannel channel(settings);
        const HttpAnswer answer = settled(channel.send(makeRevoke(server.url())));
        QCOMPARE(answer.response->status, 503);
        QCOMPARE(answer.attempts, 4);
        const auto taken = server.requests().last().arrived - server.requests().first().arrived;
        QVERIFY(taken >= 3 * 40ms - 10ms);
    }

    void repeatsTheSameUntilItWorks_data()
    {
        QTest::addColumn<QByteArray>("body"); // empty: a form
        QTest::newRow("a form") << QByteArray();
        QTest::newRow("a body") << R"({"enabled":false})"_ba;
    }

    void repeatsTheSameUntilItWorks()
    {
        QFETCH(QByteArray, body);
        FaultServer server;
        server.enqueue(FaultReply::http(503));
        server.enqueue(FaultReply::dropped());
        server.enqueue(FaultReply::http(429, "", "", {{"Retry-After", "0"}}));
        HttpChannel channel(settingsFor(server, 4));
        HttpRequest request = makeRevoke(server.url());
        if (!body.isEmpty()) {
            request.verb = "PUT";
            request.form.clear();
            request.body = body;
            request.mediaType = "application/json";
        }
        const HttpAnswer answer = settled(channel.send(request));
        QVERIFY(answer.response);
        QCOMPARE(answer.response->status, 200);
        QCOMPARE(answer.attempts, 4);
        QVERIFY(answer.mayHaveArrived); // the second one
        QCOMPARE(server.requests().size(), 4);
        for (const RecordedRequest &came : server.requests())
            QCOMPARE(came.body, body.isEmpty() ? "token=a-token"_ba : body);
    }

    void givesUpAfterFourAttempts()
    {
        FaultServer server;
        server.answerWith(FaultReply::dropped());
        HttpChannel channel(settingsFor(server, 4));
        const HttpAnswer answer = settled(channel.send(makeRevoke(server.url())));
        QCOMPARE(answer.response.error().kind, ErrorKind::NoAnswer);
        QCOMPARE(answer.attempts, 4);
        QVERIFY(answer.mayHaveArrived);
        QCOMPARE(server.requests().size(), 4);
    }

    void whatMustNotBeRepeatedIsNot()
    {
        FaultServer server;
        server.answerWith(FaultReply::dropped());
        HttpChannel channel(settingsFor(server, 4));
        HttpRequest request = makeRevoke(server.url());
        request.repeat = Repeat::Never;
        const HttpAnswer answer = settled(channel.send(request));
        QCOMPARE(answer.attempts, 1);
        QTest::qWait(30);
        QCOMPARE(server.requests().size(), 1);
    }

    void obeysRetryAfter()
    {
        FaultServer server;
        server.enqueue(FaultReply::http(503, "", "", {{"Retry-After", "1"}}));
        HttpChannel channel(settingsFor(server, 4));
        QCOMPARE(settled(channel.send(makeRevoke(server.url()))).attempts, 2);
        QVERIFY(server.requests()[1].arrived - server.requests()[0].arrived >= 990ms);
    }

    void anHourIsTooLong()
    {
        FaultServer server;
        server.enqueue(FaultReply::http(503, "", "", {{"Retry-After", "3600"}}));
        HttpChannel channel(settingsFor(server, 4));
        const HttpAnswer answer = settled(channel.send(makeRevoke(server.url())));
        QCOMPARE(answer.response->status, 503);
        QCOMPARE(answer.response->retryAfter, std::optional(3600s));
        QCOMPARE(answer.attempts, 1);
    }

    void tooManyRequestsPausesAll()
    {
        FaultServer server;
        server.enqueue(FaultReply::http(200));
        server.enqueue(FaultReply::http(429, "", "", {{"Retry-After", "1"}}));
        HttpChannel channel(settingsFor(server, 1));
        const Answers answers = sendMany(channel, server, 4);
        QTRY_COMPARE(server.requests().size(), 2);
        QTest::qWait(300);
        QCOMPARE(server.requests().size(), 2); // the others wait too
        for (const auto &answer : answers)
            QCOMPARE(settled(answer).response->status, 200);
        QVERIFY(server.requests()[2].arrived - server.requests()[1].arrived >= 990ms);
        QCOMPARE(server.requests()[2].body, "token=token-1"); // what was turned away goes first
        QCOMPARE(server.requests().size(), 5);
    }

    void noOtherOriginHearsAnything_data()
    {
        QTest::addColumn<bool>("withCredential");
        QTest::newRow("a token alone") << false;
        QTest::newRow("with a credential that is good there") << true;
    }
    void noOtherOriginHearsAnything()
    {
        QFETCH(bool, withCredential);
        FaultServer server;
        FaultServer other;
        HttpChannel channel(settingsFor(server, 4));
        QSignalSpy idle(&channel, &HttpChannel::idle);
        HttpRequest request =
            makeRevoke(other.url(), withCredential ? makeCredential(other.url(), u"app"_s, "secret") : CredentialPtr());
        const HttpAnswer answer = settled(channel.send(request));
        QCOMPARE(answer.response.error().kind, ErrorKind::OriginNotAllowed);
        QCOMPARE(answer.attempts, 0);
        QVERIFY(!answer.mayHaveArrived);
        QTest::qWait(30);
        QCOMPARE(other.connections(), 0);
        QCOMPARE(other.bytesReceived(), 0);
        QCOMPARE(idle.count(), 0);
    }

    void invalidRequestsEndAtOnce()
    {
        FaultServer server;
        HttpChannel channel(settingsFor(server, 4));
        HttpRequest request = makeRevoke(server.url());
        request.form.append({"token", QByteArray("twice")});
        QVERIFY(channel.send(request).isFinished());
        QCOMPARE(channel.send(request).result().response.error().kind, ErrorKind::InvalidInput);
    }

    void stopAwaitsWhatIsInFlight()
    {
        FaultServer server;
        server.answerWith(FaultReply::http(200).after(50ms));
        HttpChannel channel(settingsFor(server, 3));
        QSignalSpy idle(&channel, &HttpChannel::idle);
        const Answers answers = sendMany(channel, server, 10);
        QTRY_COMPARE(server.requests().size(), 3);
        channel.stop();
        for (int i = 3; i < 10; ++i) {
            QVERIFY(answers[i].isFinished());
            QCOMPARE(answers[i].result().response.error().kind, ErrorKind::Canceled);
            QCOMPARE(answers[i].result().attempts, 0);
            QVERIFY(!answers[i].result().mayHaveArrived);
        }
        QCOMPARE(idle.count(), 0);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(settled(answers[i]).response->status, 200);
        QTRY_COMPARE(idle.count(), 1);
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(settled(channel.send(makeRevoke(server.url()))).response->status, 200); // it goes on afterwards
    }

    void stopRepeatsNothing()
    {
        FaultServer server;
        server.answerWith(FaultReply::http(503).after(50ms));
        HttpChannel channel(settingsFor(server, 1));
        const auto flying = channel.send(makeRevoke(server.url()));
        QTRY_COMPARE(server.requests().size(), 1);
        channel.stop();
        QCOMPARE(settled(flying).response->status, 503);
        QCOMPARE(settled(flying).attempts, 1);
        QTest::qWait(30);
        QCOMPARE(server.requests().size(), 1);
    }

    void stopKeepsWhatAnAttemptCameTo()
    {
        FaultServer server;
        server.enqueue(FaultReply::dropped());
        ChannelSettings settings = settingsFor(server, 1);
        settings.retry.base = 10s;
        settings.retry.ceiling = 10s;
        HttpChannel channel(settings);
        const auto answer = channel.send(makeRevoke(server.url()));
        QTRY_VERIFY(server.requests().size() == 1 && channel.inFlight() == 0);
        QVERIFY(!answer.isFinished());
        channel.stop();
        QCOMPARE(settled(answer).response.error().kind, ErrorKind::NoAnswer);
        QCOMPARE(settled(answer).attempts, 1);
        QVERIFY(settled(answer).mayHaveArrived);
    }

    void abortCuts()
    {
        FaultServer server;
        server.answerWith(FaultReply::silent());
        HttpChannel channel(settingsFor(server, 2));
        QSignalSpy idle(&channel, &HttpChannel::idle);
        const Answers answers = sendMany(channel, server, 5);
        QTRY_COMPARE(server.requests().size(), 2);
        channel.abort();
        for (int i = 0; i < 5; ++i) {
            const HttpAnswer answer = settled(answers[i]);
            QCOMPARE(answer.response.error().kind, ErrorKind::Canceled);
            QCOMPARE(answer.attempts, i < 2 ? 1 : 0);
            QCOMPARE(answer.mayHaveArrived, i < 2);
        }
        QTRY_COMPARE(idle.count(), 1);
        QTRY_COMPARE(server.unanswered(), 0);
    }

    void aDeletedChannelStillAnswers()
    {
        FaultServer server;
        server.answerWith(FaultReply::silent());
        auto channel = std::make_unique<HttpChannel>(settingsFor(server, 2));
        const Answers answers = sendMany(*channel, server, 5);
        QTRY_COMPARE(server.requests().size(), 2);
        channel.reset();
        for (int i = 0; i < 5; ++i) {
            QVERIFY(answers[i].isFinished());
            QCOMPARE(answers[i].result().response.error().kind, ErrorKind::Canceled);
            QCOMPARE(answers[i].result().mayHaveArrived, i < 2);
        }
    }

    void mayBeDeletedWhenIdle()
    {
        FaultServer server;
        auto *channel = new HttpChannel(settingsFor(server, 2));
        QPointer<HttpChannel> watch(channel);
        connect(channel, &HttpChannel::idle, this, [channel] { delete channel; });
        QVERIFY(settled(channel->send(makeRevoke(server.url()))).response);
        QTRY_VERIFY(!watch);
    }
};

QTEST_GUILESS_MAIN(TestHttpChannel)
#include "tst_httpchannel.moc"
