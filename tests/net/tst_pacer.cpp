// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pacer.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace curfew;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Time = Pacer::Clock::time_point;
using Times = std::vector<Time>;
Q_DECLARE_METATYPE(QList<curfew::RateLimit>)

static const Time start = Time() + 1h;

//! Sends \p count requests as soon as \p pacer lets, each up to \p late after it might have gone.
static Times sendAll(Pacer pacer, int count, std::chrono::milliseconds late = 0ms)
{
    QRandomGenerator random(1);
    Times times;
    Time now = start;
    while (int(times.size()) < count) {
        if (const auto delay = pacer.delayUntilNext(now); delay > 0ms) {
            now += delay + std::chrono::milliseconds(random.bounded(int(late.count()) + 1));
            continue;
        }
        pacer.sent(now);
        times.push_back(now);
    }
    return times;
}

//! When the issuer sees them: each up to \p jitter later.
static Times delivered(Times times, std::chrono::milliseconds jitter)
{
    QRandomGenerator random(2);
    for (Time &time : times)
        time += std::chrono::microseconds(random.bounded(int(jitter.count()) * 1000 + 1));
    std::sort(times.begin(), times.end());
    return times;
}

//! The most arrivals in any window, by brute force: each window begins at an arrival.
static qsizetype mostInWindow(const Times &times, std::chrono::milliseconds window)
{
    qsizetype most = 0;
    for (auto first = times.begin(); first != times.end(); ++first)
        most = std::max<qsizetype>(most, std::lower_bound(first, times.end(), *first + window) - first);
    return most;
}

class TestPacer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLimit_data()
    {
        QTest::addColumn<QList<RateLimit>>("limits");
        QTest::addColumn<std::chrono::milliseconds>("jitter");
        QTest::newRow("SAP's two") << QList<RateLimit>{{1000, 60s}, {50, 1s}} << std::chrono::milliseconds(20ms);
        QTest::newRow("a minute's") << QList<RateLimit>{{1000, 60s}} << std::chrono::milliseconds(250ms);
        QTest::newRow("a second's") << QList<RateLimit>{{50, 1s}} << std::chrono::milliseconds(20ms);
        QTest::newRow("200 a minute") << QList<RateLimit>{{200, 60s}} << std::chrono::milliseconds(250ms);
        QTest::newRow("a large one of a second") << QList<RateLimit>{{1000, 1s}} << std::chrono::milliseconds(20ms);
        QTest::newRow("one a second") << QList<RateLimit>{{1, 1s}} << std::chrono::milliseconds(20ms);
        QTest::newRow("one an hour and many a second")
            << QList<RateLimit>{{100, 1s}, {1, 1h}} << std::chrono::milliseconds(20ms);
    }
    void keepsTheLimit()
    {
        QFETCH(QList<RateLimit>, limits);
        QFETCH(std::chrono::milliseconds, jitter);
        for (const auto late : {0ms, 3ms, 40ms}) {
            const Times arrivals = delivered(sendAll(Pacer(limits), 3000, late), jitter);
            for (const RateLimit &limit : limits)
                QVERIFY2(mostInWindow(arrivals, limit.window) <= limit.requests,
                         qPrintable(QString::number(mostInWindow(arrivals, limit.window))));
        }
    }

    void isAtMostThreePercentSlower_data()
    {
        QTest::addColumn<QList<RateLimit>>("limits");
        QTest::addColumn<double>("perSecond");
        QTest::newRow("1000 in a minute") << QList<RateLimit>{{1000, 60s}} << 1000 / 60.0;
        QTest::newRow("SAP's two") << QList<RateLimit>{{1000, 60s}, {50, 1s}} << 1000 / 60.0;
        QTest::newRow("50 a second") << QList<RateLimit>{{50, 1s}} << 50.0;
        QTest::newRow("200 a minute") << QList<RateLimit>{{200, 60s}} << 200 / 60.0;
    }
    void isAtMostThreePercentSlower()
    {
        QFETCH(QList<RateLimit>, limits);
        QFETCH(double, perSecond);
        for (const int count : {1000, 2000, 20000}) {
            const Times times = sendAll(Pacer(limits), count, 2ms);
            const double seconds = std::chrono::duration<double>(times.back() - times.front()).count();
            QVERIFY2(seconds <= 1.03 * count / perSecond, qPrintable(QString::number(seconds)));
        }
    }

    void burstsAreSmall_data()
    {
        QTest::addColumn<RateLimit>("limit");
        QTest::newRow("1000 in a minute") << RateLimit{1000, 60s};
        QTest::newRow("100000 in a minute") << RateLimit{100000, 60s};
        QTest::newRow("one a minute") << RateLimit{1, 60s};
    }
    void burstsAreSmall()
    {
        QFETCH(RateLimit, limit);
        Pacer pacer({limit});
        int burst = 0;
        while (pacer.delayUntilNext(start) == 0ms) {
            pacer.sent(start);
            ++burst;
        }
        QVERIFY2(burst >= 1 && burst <= 20, qPrintable(QString::number(burst)));
    }

    void aPauseEarnsNoMoreThanABurst()
    {
        Pacer pacer({{1000, 60s}});
        for (const Time time : sendAll(pacer, 100))
            pacer.sent(time);
        const Time later = start + 24h;
        int burst = 0;
        while (pacer.delayUntilNext(later) == 0ms) {
            pacer.sent(later);
            ++burst;
        }
        QVERIFY2(burst <= 20, qPrintable(QString::number(burst)));
    }

    void withoutLimitNothingWaits()
    {
        QCOMPARE(sendAll(Pacer(), 10000).back(), start);
        QCOMPARE(Pacer().expectedFor(10000), 0ms);
    }

    void expectsWhatItTakes()
    {
        const Pacer pacer({{1000, 60s}, {50, 1s}});
        for (const int count : {1, 20, 500, 5000}) {
            const auto taken = sendAll(pacer, count).back() - start;
            const auto gap = std::chrono::abs(taken - pacer.expectedFor(count));
            QVERIFY2(gap <= 2ms, qPrintable(QString::number(gap.count())));
        }
        QCOMPARE(pacer.expectedFor(0), 0ms);
    }

    void slowsDownAndRecovers()
    {
        Pacer pacer;
        Time now = start;
        for (int i = 0; i < 200; ++i, now += 50ms)
            pacer.sent(now);
        pacer.slowDown(now);
        pacer.slowDown(now + 500ms); // the same overrun
        pacer.sent(now);
        const auto halved = pacer.delayUntilNext(now);
        QVERIFY2(halved >= 90ms && halved <= 110ms, qPrintable(QString::number(halved.count())));
        pacer.slowDown(now + 2s); // which wasn't enough
        pacer.sent(now + 2s);
        const auto again = pacer.delayUntilNext(now + 2s);
        QVERIFY2(again >= 4 * halved - 4ms, qPrintable(QString::number(again.count())));
        pacer.sent(now + 40s);
        const auto eased = pacer.delayUntilNext(now + 40s);
        QVERIFY2(eased < again && eased > again / 2, qPrintable(QString::number(eased.count())));
        pacer.slowDown(now + 40s); // one step too far
        pacer.sent(now + 40s);
        QVERIFY(pacer.delayUntilNext(now + 40s) <= 2 * eased);
        pacer.sent(now + 20min);
        QCOMPARE(pacer.delayUntilNext(now + 20min), 0ms);
    }

    void neverSlowerThanOneAMinute()
    {
        Pacer pacer;
        Time now = start;
        for (int i = 0; i < 20; ++i, now += 2s) {
            pacer.sent(now);
            pacer.slowDown(now);
        }
        pacer.sent(now);
        QCOMPARE(pacer.delayUntilNext(now), 60'000ms);
    }

    void settlesBelowAnUnknownLimit_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<std::chrono::milliseconds>("window");
        QTest::newRow("20 a second") << 20 << std::chrono::milliseconds(1s);
        QTest::newRow("60 a minute") << 60 << std::chrono::milliseconds(60s);
        QTest::newRow("one a second") << 1 << std::chrono::milliseconds(1s);
    }
    //! An issuer that counts, and says 429 to what is above. 20 ms is how fast it is asked unhindered.
    void settlesBelowAnUnknownLimit()
    {
        QFETCH(int, most);
        QFETCH(std::chrono::milliseconds, window);
        Pacer pacer;
        Times taken;
        int refused = 0; // in the second half
        int all = 0;
        for (Time now = start; now < start + 20min;
             now += std::max<std::chrono::milliseconds>(20ms, pacer.delayUntilNext(now))) {
            pacer.sent(now);
            while (!taken.empty() && taken.front() <= now - window)
                taken.erase(taken.begin());
            const bool isAbove = int(taken.size()) >= most;
            if (isAbove)
                pacer.slowDown(now);
            else
                taken.push_back(now);
            all += now >= start + 10min ? 1 : 0;
            refused += isAbove && now >= start + 10min ? 1 : 0;
        }
        QVERIFY2(all >= 3 && refused <= all / 20, qPrintable(u"%1 of %2"_s.arg(refused).arg(all)));
    }
};

QTEST_APPLESS_MAIN(TestPacer)
#include "tst_pacer.moc"
