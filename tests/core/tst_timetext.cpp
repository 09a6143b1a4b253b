// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timetext.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestTimeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesUtc();
    void readsUnixSeconds_data();
    void readsUnixSeconds();
};

void TestTimeText::writesUtc()
{
    const QDateTime time(QDate(2026, 3, 1), QTime(14, 2, 11, 900), Qt::UTC);
    QCOMPARE(toRfc3339(time), u"2026-03-01T14:02:11Z"_s);
    QCOMPARE(toRfc3339(time.toOffsetFromUtc(7200)), u"2026-03-01T14:02:11Z"_s);
    QCOMPARE(toRfc3339(QDateTime()), QString());
    QCOMPARE(toJson(std::nullopt), QJsonValue());
    QCOMPARE(toJson(QDateTime()), QJsonValue());
}

void TestTimeText::readsUnixSeconds_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QDateTime>("time"); // invalid: refused
    const QDateTime time = QDateTime::fromSecsSinceEpoch(1767225600, Qt::UTC);
    QTest::newRow("number") << QJsonValue(1767225600) << time;
    QTest::newRow("fraction") << QJsonValue(1767225600.7) << time;
    QTest::newRow("string of digits") << QJsonValue(u"1767225600"_s) << time;
    QTest::newRow("zero") << QJsonValue(0) << QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    QTest::newRow("negative") << QJsonValue(-1) << QDateTime();
    QTest::newRow("milliseconds are no seconds") << QJsonValue(1767225600000.0) << QDateTime();
    QTest::newRow("huge") << QJsonValue(1e300) << QDateTime();
    QTest::newRow("text") << QJsonValue(u"tomorrow"_s) << QDateTime();
    QTest::newRow("null") << QJsonValue() << QDateTime();
    QTest::newRow("true") << QJsonValue(true) << QDateTime();
    QTest::newRow("object") << QJsonValue(QJsonObject()) << QDateTime();
}

void TestTimeText::readsUnixSeconds()
{
    QFETCH(QJsonValue, value);
    QFETCH(QDateTime, time);
    QCOMPARE(timeFromUnixSeconds(value).value_or(QDateTime()), time);
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
