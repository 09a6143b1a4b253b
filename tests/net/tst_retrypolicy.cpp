// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retrypolicy.h"

#include <QTest>
#include <QTimeZone>

using namespace curfew;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Delay = std::optional<std::chrono::milliseconds>;
using Seconds = std::optional<std::chrono::seconds>;
Q_DECLARE_METATYPE(curfew::Result<curfew::HttpResponse>)

static Result<HttpResponse> answer(int status, Seconds retryAfter = {})
{
    HttpResponse response;
    response.status = status;
    response.retryAfter = retryAfter;
    return response;
}

class TestRetryPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void delays_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<Result<HttpResponse>>("response");
        QTest::addColumn<Repeat>("repeat");
        QTest::addColumn<double>("noise");
        QTest::addColumn<Delay>("delay");
        const auto safely = Repeat::Safely;
        const auto row = [](const char *name, int attempt, const Result<HttpResponse> &response, Repeat repeat,
                            double noise,
                            Delay delay) { QTest::newRow(name) << attempt << response << repeat << noise << delay; };
        row("a success is final", 1, answer(200), safely, 0.5, {});
        row("429 is repeated", 1, answer(429), safely, 0.5, 500ms);
        row("500 is repeated", 1, answer(500), safely, 0.5, 500ms);
        row("503 is repeated", 1, answer(503), safely, 0.5, 500ms);
        row("599 is repeated", 1, answer(599), safely, 0.5, 500ms);
        row("400 is final", 1, answer(400), safely, 0.5, {});
        row("401 is never repeated", 1, answer(401), safely, 0.5, {});
        row("403 is never repeated", 1, answer(403), safely, 0.5, {});
        row("408 is final", 1, answer(408), safely, 0.5, {});
        row("no connection is repeated", 1, failure(ErrorKind::NoConnection), safely, 0.5, 500ms);
        row("no answer is repeated", 1, failure(ErrorKind::NoAnswer), safely, 0.5, 500ms);
        row("a failed handshake is final", 1, failure(ErrorKind::TlsFailed), safely, 0.5, {});
        row("a proxy's no is final", 1, failure(ErrorKind::ProxyFailed), safely, 0.5, {});
        row("a redirect is final", 1, failure(ErrorKind::Redirected), safely, 0.5, {});
        row("too large is final", 1, failure(ErrorKind::TooLarge), safely, 0.5, {});
        row("canceled is final", 1, failure(ErrorKind::Canceled), safely, 0.5, {});
        row("what isn't repeatable isn't repeated after 503", 1, answer(503), Repeat::Never, 0.5, {});
        row("what isn't repeatable isn't repeated after no answer", 1, failure(ErrorKind::NoAnswer), Repeat::Never, 0.5,
            {});
        row("the wait doubles", 2, answer(503), safely, 0.5, 1000ms);
        row("and doubles", 3, answer(503), safely, 0.5, 2000ms);
        row("the fourth attempt is the last", 4, answer(503), safely, 0.5, {});
        row("as little as half", 1, answer(503), safely, 0.0, 250ms);
        row("as much as half more", 1, answer(503), safely, 1.0, 750ms);
        row("Retry-After wins", 1, answer(429, 7s), safely, 0.9, 7000ms);
        row("Retry-After of 503 wins", 2, answer(503, 1s), safely, 0.9, 1000ms);
        row("Retry-After may be nothing", 1, answer(503, 0s), safely, 0.9, 0ms);
        row("a minute is obeyed", 1, answer(503, 60s), safely, 0.9, 60000ms);
        row("more than a minute is final", 1, answer(503, 61s), safely, 0.9, {});
        row("Retry-After doesn't make a 400 repeatable", 1, answer(400, 1s), safely, 0.5, {});
    }
    void delays()
    {
        QFETCH(int, attempt);
        QFETCH(Result<HttpResponse>, response);
        QFETCH(Repeat, repeat);
        QFETCH(double, noise);
        QFETCH(Delay, delay);
        QCOMPARE(RetryPolicy().delayAfter(attempt, response, repeat, noise), delay);
    }

    void backOffHasACeiling()
    {
        RetryPolicy policy;
        policy.attempts = 1000;
        QCOMPARE(policy.delayAfter(5, answer(500), Repeat::Safely, 1.0), Delay(8000ms));
        QCOMPARE(policy.delayAfter(900, answer(500), Repeat::Safely, 0.0), Delay(8000ms));
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<Seconds>("expected");
        // RFC 9110 section 5.6.7's own example, in its three forms; "now" is 1994-11-06 08:49:00.
        QTest::newRow("seconds") << QByteArray("120") << Seconds(120s);
        QTest::newRow("zero") << QByteArray("0") << Seconds(0s);
        QTest::newRow("with space around") << QByteArray(" 5 ") << Seconds(5s);
        QTest::newRow("more than a number holds") << QByteArray("99999999999999999999") << Seconds(3162240000s);
        QTest::newRow("IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << Seconds(37s);
        QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << Seconds(37s);
        QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << Seconds(37s);
        QTest::newRow("asctime, day of two digits") << QByteArray("Wed Nov 16 08:49:00 1994") << Seconds(864000s);
        QTest::newRow("a time gone by") << QByteArray("Sun, 06 Nov 1994 08:48:37 GMT") << Seconds(0s);
        QTest::newRow("negative") << QByteArray("-1") << Seconds();
        QTest::newRow("a fraction") << QByteArray("1.5") << Seconds();
        QTest::newRow("words") << QByteArray("soon") << Seconds();
        QTest::newRow("nothing") << QByteArray("") << Seconds();
        QTest::newRow("another zone than GMT") << QByteArray("Sun, 06 Nov 1994 08:49:37 +0100") << Seconds();
    }
    void retryAfter()
    {
        QFETCH(QByteArray, value);
        QFETCH(Seconds, expected);
        QCOMPARE(parseRetryAfter(value, QDateTime({1994, 11, 6}, {8, 49}, Qt::UTC)), expected);
    }

    void twoDigitYears()
    {
        const QDateTime now({2026, 3, 1}, {0, 0}, Qt::UTC);
        QCOMPARE(parseHttpDate("Sunday, 06-Nov-30 08:49:37 GMT", now), QDateTime({2030, 11, 6}, {8, 49, 37}, Qt::UTC));
        QCOMPARE(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT", now), QDateTime({1994, 11, 6}, {8, 49, 37}, Qt::UTC));
    }

    void aFractionOfASecondIsWaitedFor()
    {
        const QDateTime now({1994, 11, 6}, {8, 49, 0, 400}, Qt::UTC);
        QCOMPARE(parseRetryAfter("Sun, 06 Nov 1994 08:49:01 GMT", now), Seconds(1s));
    }
};

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
