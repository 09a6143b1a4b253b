// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicemeter.h"

#include <QTest>

using namespace curfew;
using namespace std::chrono_literals;

class TestPracticeMeter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsInASlidingWindow();
    void keepsSeveralWindows();
    void refusedArrivalsCount();
    void withoutRatesEverythingPasses();

private:
    QDateTime at(std::chrono::milliseconds offset) const { return m_start.addMSecs(offset.count()); }
    const QDateTime m_start{QDate(2026, 3, 2), QTime(14, 0), Qt::UTC};
};

void TestPracticeMeter::countsInASlidingWindow()
{
    PracticeMeter meter;
    const QList<PracticeRate> rates{{2, 10s}};
    QVERIFY(!meter.arrive(at(0s), rates));
    QVERIFY(!meter.arrive(at(4s), rates));
    QVERIFY(!meter.arrive(at(10s), rates)); // the first has just left the window
    QCOMPARE(meter.arrive(at(11s), rates), std::optional(3s)); // until the one of 4 s leaves
    QVERIFY(!meter.arrive(at(21s), rates));
}

void TestPracticeMeter::keepsSeveralWindows()
{
    PracticeMeter meter;
    const QList<PracticeRate> rates{{3, 60s}, {2, 1s}};
    QVERIFY(!meter.arrive(at(0s), rates));
    QVERIFY(!meter.arrive(at(100ms), rates));
    QCOMPARE(meter.arrive(at(200ms), rates), std::optional(1s)); // two a second
    QCOMPARE(meter.arrive(at(2s), rates), std::optional(58s)); // three a minute
}

void TestPracticeMeter::refusedArrivalsCount()
{
    PracticeMeter meter;
    const QList<PracticeRate> rates{{1, 10s}};
    QVERIFY(!meter.arrive(at(0s), rates));
    QVERIFY(meter.arrive(at(6s), rates));
    QVERIFY(meter.arrive(at(12s), rates)); // knocking again prolongs it
    QVERIFY(!meter.arrive(at(22s), rates));
}

void TestPracticeMeter::withoutRatesEverythingPasses()
{
    PracticeMeter meter;
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!meter.arrive(at(0s), {}));
}

QTEST_APPLESS_MAIN(TestPracticeMeter)
#include "tst_practicemeter.moc"
