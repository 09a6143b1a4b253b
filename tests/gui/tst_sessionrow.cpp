// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "devicename.h"
#include "networkaddress.h"
#include "sessionrow.h"
#include "tokenstate.h"

#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(curfew::SessionRow)
Q_DECLARE_METATYPE(curfew::TokenState)

static SessionRow row(const QString &application, const QString &device, const QString &ip)
{
    SessionRow row;
    row.application = application;
    row.device = device;
    row.ip = ip;
    row.address = networkAddress(ip);
    return row;
}

static TokenState done(Outcome outcome)
{
    TokenState state;
    state.result = ItemResult();
    state.result->outcome = outcome;
    return state;
}

static TokenState live(LiveState value)
{
    TokenState state;
    state.live = value;
    return state;
}

class TestSessionRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesDevices_data()
    {
        QTest::addColumn<QString>("userAgent");
        QTest::addColumn<QString>("name");
        const QString webkit = u" AppleWebKit/537.36 (KHTML, like Gecko) "_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("Chrome on Windows")
            << u"Mozilla/5.0 (Windows NT 10.0; Win64; x64)"_s + webkit + u"Chrome/126.0.0.0 Safari/537.36"_s
            << u"Chrome·Win"_s;
        QTest::newRow("Edge says Chrome too")
            << u"Mozilla/5.0 (Windows NT 10.0)"_s + webkit + u"Chrome/126.0 Safari/537.36 Edg/126.0"_s << u"Edge·Win"_s;
        QTest::newRow("Safari on an iPhone")
            << u"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1"_s
            << u"Safari·iPhone"_s;
        QTest::newRow("Chrome on an iPhone")
            << u"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/126.0 Mobile Safari/604.1"_s
            << u"Chrome·iPhone"_s;
        QTest::newRow("Firefox on Linux")
            << u"Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"_s << u"Firefox·Linux"_s;
        QTest::newRow("Safari on a Mac")
            << u"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15"_s
            << u"Safari·Mac"_s;
        QTest::newRow("Samsung on Android") << u"Mozilla/5.0 (Linux; Android 14)"_s + webkit
                + u"SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36"_s
                                            << u"Samsung Internet·Android"_s;
        QTest::newRow("curl") << u"curl/8.5.0"_s << u"curl/8.5"_s;
        QTest::newRow("a library with a comment") << u"python-requests/2.31.0 (x)"_s << u"python-requests/2.31"_s;
        QTest::newRow("a product without a version") << u"okhttp"_s << u"okhttp"_s;
        QTest::newRow("Mozilla alone") << u"Mozilla/5.0"_s << u"Mozilla/5.0"_s;
        QTest::newRow("markup stays text") << u"<b>x</b>"_s << u"<b>x</b>"_s;
        QTest::newRow("what is invisible becomes visible") << u"cu\u202erl/1"_s << u"cu⟨U+202E⟩rl/1"_s;
        QTest::newRow("far too long") << u"x"_s.repeated(100'000) << u"x"_s.repeated(31) + u"…"_s;
    }
    void namesDevices()
    {
        QFETCH(QString, userAgent);
        QTEST(deviceName(userAgent), "name");
    }

    void ordersAddresses()
    {
        QVERIFY(networkAddress(u"10.9.0.1"_s) < networkAddress(u"10.10.0.1"_s));
        QVERIFY(networkAddress(u"203.0.113.9"_s) < networkAddress(u"2001:db8::1"_s));
        QVERIFY(networkAddress(u"::ffff:10.0.0.1"_s) == networkAddress(u"10.0.0.1"_s));
        QCOMPARE(networkAddress(u"10.1.2.3"_s)->network(), networkAddress(u"10.1.2.250"_s)->network());
        QVERIFY(networkAddress(u"10.1.2.3"_s)->network() != networkAddress(u"10.1.3.3"_s)->network());
        QCOMPARE(networkAddress(u"2001:db8::1"_s)->network(), networkAddress(u"2001:db8::ffff"_s)->network());
        QVERIFY(!networkAddress(u"<script>"_s));
        QVERIFY(!networkAddress(QString()));
    }

    void marksDifferences_data()
    {
        QTest::addColumn<QList<SessionRow>>("rows");
        QTest::addColumn<QList<int>>("differences");
        const SessionRow usual = row(u"Mail"_s, u"Chrome·Win"_s, u"10.0.0.1"_s);
        const SessionRow same = row(u"Mail"_s, u"Chrome·Win"_s, u"10.0.0.9"_s);
        const SessionRow odd = row(u"Travel"_s, u"curl/8.5"_s, u"203.0.113.9"_s);
        const SessionRow empty = row(u"Mail"_s, {}, {});
        QTest::newRow("two sessions have nothing usual") << QList{usual, odd} << QList{0, 0};
        QTest::newRow("one of three") << QList{usual, same, odd} << QList{0, 0, 7};
        QTest::newRow("all alike") << QList{usual, same, usual} << QList{0, 0, 0};
        QTest::newRow("what isn't known doesn't differ") << QList{usual, same, empty} << QList{0, 0, 0};
        QTest::newRow("nobody shares anything")
            << QList{usual, odd, row(u"HR"_s, u"Safari·Mac"_s, u"198.51.100.1"_s)} << QList{0, 0, 0};
        QTest::newRow("only the network") << QList{usual, same, row(u"Mail"_s, u"Chrome·Win"_s, u"10.0.1.1"_s)}
                                          << QList{0, 0, int(Difference::Network)};
    }
    void marksDifferences()
    {
        QFETCH(QList<SessionRow>, rows);
        markDifferences(rows);
        QList<int> differences;
        for (const SessionRow &one : std::as_const(rows))
            differences.append(one.differences.toInt());
        QTEST(differences, "differences");
    }

    void findsTheWorst_data()
    {
        QTest::addColumn<QList<TokenState>>("states");
        QTest::addColumn<TokenState>("worst");
        QTest::newRow("none") << QList<TokenState>() << TokenState();
        QTest::newRow("active before expired")
            << QList{live(LiveState::Expired), live(LiveState::Active)} << live(LiveState::Active);
        QTest::newRow("one still works") << QList{done(Outcome::Revoked), done(Outcome::StillActive)}
                                         << done(Outcome::StillActive);
        QTest::newRow("untouched beside ended")
            << QList{done(Outcome::Revoked), live(LiveState::Active)} << live(LiveState::Active);
        QTest::newRow("not tried beside ended")
            << QList{done(Outcome::Revoked), done(Outcome::Skipped)} << done(Outcome::Skipped);
        QTest::newRow("trouble before what still runs")
            << QList{live(LiveState::Ending), done(Outcome::Failed)} << done(Outcome::Failed);
        QTest::newRow("expired is the best of all")
            << QList{live(LiveState::Expired), done(Outcome::Revoked)} << done(Outcome::Revoked);
    }
    void findsTheWorst()
    {
        QFETCH(QList<TokenState>, states);
        QFETCH(TokenState, worst);
        QVERIFY(worstOf(states) == worst);
    }
};

QTEST_GUILESS_MAIN(TestSessionRow)
#include "tst_sessionrow.moc"
