// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicefaults.h"

#include <QTest>

using namespace curfew;
using namespace std::chrono_literals;

using Handling = PracticeFault::Handling;

class TestPracticeFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void describesAFault_data();
    void describesAFault();
    void modifiesAFault();
    void strikesTheNthRequest();
    void theFirstMatchingRuleWins();
    void clearsItsRules();
};

void TestPracticeFaults::describesAFault_data()
{
    QTest::addColumn<PracticeFault>("fault");
    QTest::addColumn<Handling>("handling");
    QTest::addColumn<PracticeWire>("wire");
    QTest::addColumn<int>("status"); // 0: the issuer's own answer
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const PracticeFault &fault, Handling handling, PracticeWire wire, int status,
                        const char *header = "Nothing", const char *value = "") {
        QTest::newRow(name) << fault << handling << wire << status << QByteArray(header) << QByteArray(value);
    };
    constexpr auto Whole = PracticeWire::Whole;
    row("429", PracticeFault::tooManyRequests(), Handling::Ignore, Whole, 429, "Retry-After");
    row("429 with seconds", PracticeFault::tooManyRequests("7"), Handling::Ignore, Whole, 429, "Retry-After", "7");
    row("503 with a date", PracticeFault::unavailable("Mon, 02 Mar 2026 14:00:00 GMT"), Handling::Ignore, Whole, 503,
        "Retry-After", "Mon, 02 Mar 2026 14:00:00 GMT");
    row("500", PracticeFault::serverError(), Handling::Ignore, Whole, 500, "Content-Type", "application/json");
    row("a lie", PracticeFault::lie(), Handling::Pretend, Whole, 0);
    row("a captive portal", PracticeFault::html(), Handling::Ignore, Whole, 200, "Content-Type",
        "text/html; charset=utf-8");
    row("{}", PracticeFault::emptyObject(), Handling::Ignore, Whole, 200, "Content-Type", "application/json");
    row("a redirect", PracticeFault::redirect(QUrl(QStringLiteral("http://127.0.0.1:9/x"))), Handling::Ignore, Whole,
        307, "Location", "http://127.0.0.1:9/x");
    row("a bare 401", PracticeFault::bareUnauthorized(), Handling::Ignore, Whole, 401, "WWW-Authenticate");
    row("NTLM", PracticeFault::ntlmChallenge(), Handling::Ignore, Whole, 401, "WWW-Authenticate", "NTLM");
    row("any refusal", PracticeFault::refuse(403, "invalid_client"), Handling::Ignore, Whole, 403, "Content-Type",
        "application/json");
    row("dropped unread", PracticeFault::dropUnprocessed(), Handling::Ignore, PracticeWire::Dropped, 0);
    row("dropped after", PracticeFault::dropAnswer(), Handling::Process, PracticeWire::Dropped, 0);
    row("cut short", PracticeFault::truncated(), Handling::Process, PracticeWire::Truncated, 0);
    row("without end", PracticeFault::flood(), Handling::Ignore, PracticeWire::Flood, 200);
}

void TestPracticeFaults::describesAFault()
{
    QFETCH(PracticeFault, fault);
    QFETCH(Handling, handling);
    QFETCH(PracticeWire, wire);
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QCOMPARE(fault.handling, handling);
    QCOMPARE(fault.wire, wire);
    QCOMPARE(fault.answer ? fault.answer->status : 0, status);
    QCOMPARE(fault.answer.value_or(PracticeAnswer()).header(header), value);
}

void TestPracticeFaults::modifiesAFault()
{
    const PracticeFault fault = PracticeFault::serverError().processed().after(2s).after(500ms);
    QCOMPARE(fault.handling, Handling::Process);
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
