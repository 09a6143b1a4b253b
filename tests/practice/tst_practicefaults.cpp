// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicefaults.h"

#include <QTest>

using namespace curfew;
using namespace std::chrono_literals;

class TestPracticeFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modifiesAFault();
    void strikesTheNthRequest();
    void theFirstMatchingRuleWins();
    void clearsItsRules();
};

void TestPracticeFaults::modifiesAFault()
{
    const PracticeFault fault = PracticeFault::serverError().processed().after(2s).after(500ms);
    QCOMPARE(fault.handling, PracticeFault::Handling::Process);
    QCOMPARE(fault.answer->status, 500);
    QCOMPARE(fault.delay, 2500ms);
    QCOMPARE(PracticeFault::delayed(1s).delay, 1000ms);
    QVERIFY(!PracticeFault::delayed(1s).answer);
}

void TestPracticeFaults::strikesTheNthRequest()
{
    PracticeFaults faults;
    faults.add({PracticeEndpoint::Revoke, PracticeFault::serverError(), 2, 2});
    QList<bool> struck;
    for (int i = 0; i < 5; ++i) {
        struck.append(faults.take(PracticeEndpoint::Revoke).answer.has_value());
        QVERIFY(!faults.take(PracticeEndpoint::Introspect).answer); // another endpoint neither counts nor suffers
    }
    QCOMPARE(struck, QList<bool>({false, true, true, false, false}));
}

void TestPracticeFaults::theFirstMatchingRuleWins()
{
    PracticeFaults faults;
    faults.next(PracticeEndpoint::List, PracticeFault::unavailable());
    faults.always(PracticeEndpoint::List, PracticeFault::tooManyRequests());
    QCOMPARE(faults.take(PracticeEndpoint::List).answer->status, 503);
    QCOMPARE(faults.take(PracticeEndpoint::List).answer->status, 429);
    QCOMPARE(faults.take(PracticeEndpoint::List).answer->status, 429);
}

void TestPracticeFaults::clearsItsRules()
{
    PracticeFaults faults;
    faults.always(PracticeEndpoint::List, PracticeFault::tooManyRequests());
    faults.clear();
    QVERIFY(!faults.take(PracticeEndpoint::List).answer);
}

QTEST_APPLESS_MAIN(TestPracticeFaults)
#include "tst_practicefaults.moc"
