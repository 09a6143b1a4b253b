// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultserver.h"
#include "httpjob.h"
#include "nettest.h"
#include "tlssettings.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QSignalSpy>
#include <QTcpServer>

#include <numeric>

using namespace curfew;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(curfew::FaultReply)

using End = FaultReply::End;

class TestHttpJob : public QObject {
    Q_OBJECT

    HttpAnswer run(const HttpRequest &request, std::chrono::milliseconds timeout = 5s)
    {
        auto *job = new HttpJob(m_network, request, {timeout, {}}, this);
        return settled(job->start());
    }

    QNetworkAccessManager m_network;

private Q_SLOTS:
    void cleanup() { m_network.clearConnectionCache(); }

    void sendsWhatItShould()
    {
        FaultServer server;
        server.enqueue(FaultReply::http(200, R"({"active":true})", "application/json; charset=utf-8"));
        HttpRequest request =
            makeRevoke(server.url(u"/oauth2/introspect"_s), makeCredential(server.url(), u"app"_s, "s+cret"), "tok en");
        request.form.append({"token_type_hint", QByteArray("access_token")});
        request.headers = {{"Accept", "application/json"}};
        const HttpAnswer answer = run(request);

        QVERIFY(answer.response);
        QCOMPARE(answer.response->status, 200);
        QCOMPARE(answer.response->contentType, "application/json");
        QCOMPARE(answer.response->body, R"({"active":true})");
        QCOMPARE(answer.attempts, 1);
        QVERIFY(!answer.mayHaveArrived);
        QCOMPARE(server.requests().size(), 1);
        const RecordedRequest &sent = server.requests().first();
        QCOMPARE(sent.verb, "POST");
        QCOMPARE(sent.target, "/oauth2/introspect");
        QCOMPARE(sent.body, "token=tok+en&token_type_hint=access_token");
        QCOMPARE(sent.header("Authorization"), "Basic " + QByteArray("app:s%2Bcret").toBase64());
        QCOMPARE(sent.header("Content-Type"), "application/x-www-form-urlencoded");
        QCOMPARE(sent.header("Accept"), "application/json");
        QCOMPARE(sent.header("Accept-Encoding"), "identity");
        QCOMPARE(sent.header("User-Agent"), "Curfew/" CURFEW_VERSION);
        QCOMPARE(sent.count("Authorization"), 1);
        QCOMPARE(sent.count("Content-Length"), 1);
        QCOMPARE(sent.count("Cookie"), 0);
    }

    void getsWithoutBody()
    {
        FaultServer server;
        HttpRequest request;
        request.verb = "GET";
        request.url = server.url(u"/.well-known/openid-configuration?client_id=app"_s);
        QVERIFY(run(request).response);
        QCOMPARE(server.requests().first().verb, "GET");
        QCOMPARE(server.requests().first().target, "/.well-known/openid-configuration?client_id=app");
        QCOMPARE(server.requests().first().body, "");
        QCOMPARE(server.requests().first().count("Content-Type"), 0);
    }

    void everyWholeAnswerIsAResponse_data()
    {
        QTest::addColumn<int>("status");
        for (const int status :
             {200, 201, 204, 400, 401, 403, 404, 405, 408, 409, 410, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599})
            QTest::addRow("%d", status) << status;
    }
    void everyWholeAnswerIsAResponse()
    {
        QFETCH(int, status);
        FaultServer server;
        const QByteArray body = status == 204 ? "" : "{\"error\":\"x\"}";
        server.enqueue(FaultReply::http(status, body));
        const HttpAnswer answer = run(makeRevoke(server.url()));
        QVERIFY2(answer.response, answer.response ? "" : qPrintable(answer.response.error().detail));
        QCOMPARE(answer.response->status, status);
        QCOMPARE(answer.response->body, body);
        QCOMPARE(server.requests().size(), 1);
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<FaultReply>("reply");
        QTest::addColumn<ErrorKind>("kind");
        const auto raw = [](const char *name, const QByteArray &bytes, End end = End::Close) {
            QTest::newRow(name) << FaultReply::raw(bytes, end) << ErrorKind::NoAnswer;
        };
        QTest::newRow("closed without a byte") << FaultReply::dropped() << ErrorKind::NoAnswer;
        QTest::newRow("reset without a byte") << FaultReply::dropped(End::Reset) << ErrorKind::NoAnswer;
        QTest::newRow("closed late") << FaultReply::dropped().after(50ms) << ErrorKind::NoAnswer;
        QTest::newRow("silent") << FaultReply::silent() << ErrorKind::NoAnswer;
        raw("half a status line", "HTTP/1.1 20");
        raw("half a head", "HTTP/1.1 200 OK\r\nContent-Type: appl");
        raw("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"");
        raw("half a body of an error", "HTTP/1.1 503 No\r\nContent-Length: 10\r\n\r\n{\"a\"");
        raw("half a body, then a reset", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"", End::Reset);
        raw("half a body, then nothing", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"", End::KeepOpen);
        raw("half a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"a\"");
        raw("no last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
        raw("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n");
        raw("garbage", "\x16\x03\x01\x02\x00\x01");
        QTest::newRow("a byte now and then")
            << FaultReply::http(200, QByteArray(100, ' ')).byteByByte(40ms) << ErrorKind::NoAnswer;
        QTest::newRow("a 407") << FaultReply::http(407, "{}", "application/json", {{"Proxy-Authenticate", "Basic"}})
                               << ErrorKind::ProxyFailed;
        for (const int status : {300, 301, 302, 303, 304, 307, 308}) {
            QTest::addRow("a %d", status)
                << FaultReply::http(status, "", "", {{"Location", "/elsewhere?token=a-token"}})
                << ErrorKind::Redirected;
        }
        QTest::newRow("a redirect to nowhere") << FaultReply::http(302) << ErrorKind::Redirected;
    }
    void brokenAnswers()
    {
        QFETCH(FaultReply, reply);
        QFETCH(ErrorKind, kind);
        FaultServer server;
        server.enqueue(reply);
        const HttpAnswer answer =
            run(makeRevoke(server.url(), makeCredential(server.url(), u"app"_s, "secret")), 500ms);
        QVERIFY(!answer.response);
        QCOMPARE(answer.response.error().kind, kind);
        QCOMPARE(answer.attempts, 1);
        QCOMPARE(answer.mayHaveArrived, kind == ErrorKind::NoAnswer);
        QVERIFY(!answer.response.error().detail.contains(u"a-token"_s));
        QTest::qWait(20); // time for a second request that must not come
        QCOMPARE(server.requests().size(), 1);
    }

    void theTimeoutCoversTheWholeAttempt()
    {
        FaultServer server;
        server.enqueue(FaultReply::http(200, QByteArray(1000, ' ')).byteByByte(20ms));
        QElapsedTimer timer;
        timer.start();
        const HttpAnswer answer = run(makeRevoke(server.url()), 300ms);
        QCOMPARE(answer.response.error().kind, ErrorKind::NoAnswer);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void aDroppedConnectionIsNotTriedAgain_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<End>("end");
        for (const char *verb : {"POST", "GET", "PUT", "DELETE"}) {
            QTest::addRow("%s closed", verb) << QByteArray(verb) << End::Close;
            QTest::addRow("%s reset", verb) << QByteArray(verb) << End::Reset;
        }
    }
    void aDroppedConnectionIsNotTriedAgain()
    {
        // Qt repeats a request whose connection was dropped without an answer; also on a connection used before.
        QFETCH(QByteArray, verb);
        QFETCH(End, end);
        for (const bool isUsed : {false, true}) {
            FaultServer server;
            if (isUsed) {
                server.enqueue(FaultReply::http(200));
                QVERIFY(run(makeRevoke(server.url())).response);
            }
            server.enqueue(FaultReply::dropped(end));
            HttpRequest request;
            request.verb = verb;
            request.url = server.url();
            if (verb == "POST" || verb == "PUT")
                request.form = {{"token", makeToken("x")}};
            request.authorization = Authorization::Basic;
            request.credential = makeCredential(server.url(), u"app"_s, "secret");
            const HttpAnswer answer = run(request);
            QVERIFY(!answer.response);
            QCOMPARE(answer.response.error().kind, ErrorKind::NoAnswer);
            QVERIFY(answer.mayHaveArrived);
            QTest::qWait(50);
            QCOMPARE(server.requests().size(), isUsed ? 2 : 1);
        }
    }

    void anIdleConnectionThatClosedIsNoTrouble()
    {
        FaultServer server;
        server.enqueue(FaultReply::raw(FaultReply::http(200).bytes, End::Close));
        QVERIFY(run(makeRevoke(server.url())).response);
        QTest::qWait(50);
        QVERIFY(run(makeRevoke(server.url())).response);
        QCOMPARE(server.connections(), 2);
    }

    void anAnswerLeftOverIsNotTheNextOnes()
    {
        // A server that says more than it announced, or speaks unasked: taken for the next request's answer it would be
        // a false success.
        FaultServer server;
        const QByteArray first = FaultReply::http(200, "{\"n\":1}").bytes;
        server.enqueue(FaultReply::raw(first + FaultReply::http(200, "{\"n\":\"stale\"}").bytes, End::KeepOpen));
        server.answerWith(FaultReply::http(200, "{\"n\":2}").after(50ms));
        QCOMPARE(run(makeRevoke(server.url())).response->body, "{\"n\":1}");
        QTest::qWait(50);
        const HttpAnswer second = run(makeRevoke(server.url()));
        QVERIFY(!second.response || second.response->body == "{\"n\":2}");
    }

    void challengesAreNotAnswered_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        for (const char *challenge : {"NTLM", "Negotiate", "Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\""})
            QTest::newRow(challenge) << QByteArray(challenge);
    }
    void challengesAreNotAnswered()
    {
        QFETCH(QByteArray, challenge);
        FaultServer server;
        server.answerWith(FaultReply::http(401, "{}", "application/json", {{"WWW-Authenticate", challenge}}));
        const HttpAnswer answer = run(makeRevoke(server.url(), makeCredential(server.url(), u"app"_s, "secret")));
        QVERIFY2(answer.response, answer.response ? "" : qPrintable(answer.response.error().detail));
        QCOMPARE(answer.response->status, 401);
        QCOMPARE(answer.response->header("www-authenticate"), challenge);
        QTest::qWait(20);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().header("Authorization"), "Basic " + QByteArray("app:secret").toBase64());
    }

    void cookiesAreNotKept()
    {
        FaultServer server;
        server.answerWith(FaultReply::http(200, "{}", "application/json", {{"Set-Cookie", "sid=1; Path=/"}}));
        QVERIFY(run(makeRevoke(server.url())).response);
        QVERIFY(run(makeRevoke(server.url())).response);
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().last().count("Cookie"), 0);
    }

    void aRedirectIsNotFollowed()
    {
        FaultServer server;
        FaultServer other;
        const QByteArray target = other.url(u"/r?code=1"_s).toEncoded();
        server.enqueue(FaultReply::http(307, "", "", {{"Location", target}}));
        const HttpAnswer answer = run(makeRevoke(server.url(), makeCredential(server.url(), u"app"_s, "secret")));
        QCOMPARE(answer.response.error(),
                 (Error{ErrorKind::Redirected, u"to "_s + other.url(u"/r"_s).toString(), 307, {}}));
        QVERIFY(!answer.mayHaveArrived);
        QTest::qWait(20);
        QCOMPARE(other.connections(), 0);
        QCOMPARE(other.bytesReceived(), 0);
    }

    void answersAreBounded_data()
    {
        QTest::addColumn<FaultReply>("reply");
        const QByteArray megabyte(1024 * 1024, ' ');
        FaultReply endless = FaultReply::raw("HTTP/1.1 200 OK\r\n\r\n");
        endless.endless = true;
        QTest::newRow("endless") << endless;
        endless.bytes = "HTTP/1.1 503 No\r\n\r\n";
        QTest::newRow("endless error") << endless;
        QTest::newRow("one byte too many") << FaultReply::http(200, QByteArray(1001, ' '));
        QTest::newRow("announced") << FaultReply::http(200, megabyte);
        QTest::newRow("chunked") << FaultReply::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100000\r\n"
                                                    + megabyte + "\r\n0\r\n\r\n");
    }
    void answersAreBounded()
    {
        QFETCH(FaultReply, reply);
        FaultServer server;
        server.enqueue(reply);
        HttpRequest request = makeRevoke(server.url());
        request.maximumAnswer = 1000;
        const HttpAnswer answer = run(request);
        QVERIFY(!answer.response);
        QCOMPARE(answer.response.error().kind, ErrorKind::TooLarge);
        QVERIFY(answer.mayHaveArrived);
        QTRY_COMPARE(server.unanswered(), 0); // the connection was cut
        const qint64 sent = server.bytesSent();
        QTest::qWait(50);
        QCOMPARE(server.bytesSent(), sent);
        QVERIFY2(sent < 16 * 1024 * 1024, qPrintable(QString::number(sent)));
    }

    void largeAnswersWithinTheBoundComeWhole()
    {
        FaultServer server;
        QByteArray body(30 * 1024 * 1024, Qt::Uninitialized);
        std::iota(body.begin(), body.end(), char(0));
        server.enqueue(FaultReply::http(200, body));
        HttpRequest request = makeRevoke(server.url());
        request.maximumAnswer = 64 * 1024 * 1024;
        const HttpAnswer answer = run(request, 20s);
        QVERIFY2(answer.response, answer.response ? "" : qPrintable(answer.response.error().detail));
        QVERIFY(answer.response->body == body);
    }

    void compressedAnswersAreNotInflated()
    {
        // 20 bytes of gzip that would become "hello"
        const QByteArray gzip = QByteArray::fromHex("1f8b0800000000000003cb48cdc9c9070086a6103605000000");
        FaultServer server;
        server.enqueue(FaultReply::http(200, gzip, "application/json", {{"Content-Encoding", "gzip"}}));
        const HttpAnswer answer = run(makeRevoke(server.url()));
        QVERIFY(answer.response);
        QCOMPARE(answer.response->body, gzip);
    }

    void nothingLeavesForAnotherOrigin()
    {
        FaultServer allowed;
        FaultServer other;
        const HttpAnswer answer = run(makeRevoke(other.url(), makeCredential(allowed.url(), u"app"_s, "secret")));
        QCOMPARE(answer.response.error().kind, ErrorKind::OriginNotAllowed);
        QCOMPARE(answer.attempts, 0);
        QVERIFY(!answer.mayHaveArrived);
        QTest::qWait(20);
        QCOMPARE(other.connections(), 0);
        QCOMPARE(other.bytesReceived(), 0);
    }

    void nobodyListens()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1/"_s.arg(closed.serverPort()));
        closed.close();
        const HttpAnswer answer = run(makeRevoke(url));
        QCOMPARE(answer.response.error().kind, ErrorKind::NoConnection);
        QCOMPARE(answer.attempts, 1);
        QVERIFY(!answer.mayHaveArrived);
    }

    void abortCuts()
    {
        FaultServer server;
        server.enqueue(FaultReply::silent());
        QPointer<HttpJob> job = new HttpJob(m_network, makeRevoke(server.url()), {5s, {}}, this);
        const QFuture<HttpAnswer> future = job->start();
        QTRY_COMPARE(server.requests().size(), 1);
        job->abort();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().response.error().kind, ErrorKind::Canceled);
        QVERIFY(future.result().mayHaveArrived);
        QTRY_COMPARE(server.unanswered(), 0);
        QTRY_VERIFY(!job);
    }

    void abortBeforeAnythingWasSent()
    {
        FaultServer server;
        auto *job = new HttpJob(m_network, makeRevoke(server.url()), {5s, {}}, this);
        const QFuture<HttpAnswer> future = job->start();
        job->abort();
        QCOMPARE(future.result().response.error().kind, ErrorKind::Canceled);
        QVERIFY(!future.result().mayHaveArrived);
        QTest::qWait(50);
        QCOMPARE(server.requests().size(), 0);
    }

    void aDeletedJobStillAnswers()
    {
        FaultServer server;
        server.enqueue(FaultReply::silent());
        auto *job = new HttpJob(m_network, makeRevoke(server.url()), {5s, {}}, nullptr);
        const QFuture<HttpAnswer> future = job->start();
        QTRY_COMPARE(server.requests().size(), 1);
        delete job;
        QCOMPARE(future.result().response.error().kind, ErrorKind::Canceled);
        QVERIFY(future.result().mayHaveArrived);
    }

    void retryAfterIsReckonedFromTheirClock()
    {
        FaultServer server;
        server.enqueue(FaultReply::http(
            503, "", "",
            {{"Date", "Sun, 06 Nov 1994 08:49:00 GMT"}, {"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"}}));
        const HttpAnswer answer = run(makeRevoke(server.url()));
        QCOMPARE(answer.response->retryAfter, std::optional(std::chrono::seconds(37)));
    }
};

QTEST_GUILESS_MAIN(TestHttpJob)
#include "tst_httpjob.moc"
