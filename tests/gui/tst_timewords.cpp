// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timewords.h"

#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

static QDateTime now()
{
    return {QDate(2026, 3, 1), QTime(14, 2, 11), Qt::UTC};
}
static QLocale english()
{
    return {QLocale::English, QLocale::UnitedKingdom};
}

class TestTimeWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void relative_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("this moment") << qint64(-3) << u"just now"_s;
        QTest::newRow("seconds") << qint64(-12) << u"12\u00a0s ago"_s;
        QTest::newRow("minutes, rounded down") << qint64(-119) << u"1\u00a0min ago"_s;
        QTest::newRow("hours") << qint64(-3 * 3600) << u"3\u00a0h ago"_s;
        QTest::newRow("hours up to two days") << qint64(-47 * 3600) << u"47\u00a0h ago"_s;
        QTest::newRow("the future") << qint64(41 * 60) << u"in 41\u00a0min"_s;
        QTest::newRow("beyond a week the date") << qint64(-8 * 24 * 3600) << u"21/02/2026"_s;
    }

    void relative()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, words);
        QCOMPARE(relativeTime(now().addSecs(seconds), now(), english()), words);
    }

    void todayIsNotDated()
    {
        QCOMPARE(clockTime(now().addSecs(-60), now(), english()), u"14:01:11"_s);
        QCOMPARE(untilTime(now().addSecs(2460), now(), english()), u"14:43"_s);
        QCOMPARE(untilTime(now().addDays(1), now(), english()), u"02/03/2026 14:02"_s);
    }

    void anInvalidTimeIsNothing()
    {
        QCOMPARE(relativeTime({}, now()), QString());
        QCOMPARE(absoluteTime({}), QString());
        QCOMPARE(clockTime({}, now()), QString());
    }
};

QTEST_GUILESS_MAIN(TestTimeWords)
#include "tst_timewords.moc"
