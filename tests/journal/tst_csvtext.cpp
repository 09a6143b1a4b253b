// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCsvText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void records_data();
    void records();
};

void TestCsvText::records_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QByteArray>("record");
    // RFC 4180 section 2
    QTest::newRow("plain cells stay as they are") << QStringList{u"a"_s, u"b c"_s, u""_s} << "a,b c,\r\n"_ba;
    QTest::newRow("a comma is quoted") << QStringList{u"a,b"_s, u"c"_s} << "\"a,b\",c\r\n"_ba;
    QTest::newRow("a quote is doubled") << QStringList{u"say \"no\""_s} << "\"say \"\"no\"\"\"\r\n"_ba;
    QTest::newRow("a line end stays inside its cell") << QStringList{u"a\r\nb"_s} << "\"a\r\nb\"\r\n"_ba;
    QTest::newRow("a blank at an edge survives trimming readers")
        << QStringList{u" a"_s, u"b "_s} << "\" a\",\"b \"\r\n"_ba;
    QTest::newRow("UTF-8") << QStringList{u"Zoë 漢"_s} << "Zo\xc3\xab \xe6\xbc\xa2\r\n"_ba;
    // OWASP "CSV Injection"
    QTest::newRow("= is defused") << QStringList{u"=1+1"_s} << "'=1+1\r\n"_ba;
    QTest::newRow("+ is defused") << QStringList{u"+1"_s} << "'+1\r\n"_ba;
    QTest::newRow("- is defused") << QStringList{u"-1"_s} << "'-1\r\n"_ba;
    QTest::newRow("@ is defused") << QStringList{u"@SUM(A1)"_s} << "'@SUM(A1)\r\n"_ba;
    QTest::newRow("a leading tab is defused") << QStringList{u"\t=1"_s} << "'\t=1\r\n"_ba;
    QTest::newRow("a leading CR is defused") << QStringList{u"\r=1"_s} << "\"'\r=1\"\r\n"_ba;
    QTest::newRow("a leading LF is defused") << QStringList{u"\n=1"_s} << "\"'\n=1\"\r\n"_ba;
    QTest::newRow("blanks hide no formula") << QStringList{u"  =1"_s} << "'  =1\r\n"_ba;
    QTest::newRow("a full-width = is defused") << QStringList{u"\uff1d1"_s}
                                               << "'\xef\xbc\x9d"
                                                  "1\r\n"_ba;
    QTest::newRow("a formula with a comma is defused and quoted")
        << QStringList{u"=HYPERLINK(\"http://evil\",\"x\")"_s}
        << "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"\r\n"_ba;
    QTest::newRow("the same signs further in are text")
        << QStringList{u"a=b"_s, u"maria@catena"_s} << "a=b,maria@catena\r\n"_ba;
}

void TestCsvText::records()
{
    QFETCH(QStringList, cells);
    QFETCH(QByteArray, record);
    QCOMPARE(curfew::csvRecord(cells), record);
}

QTEST_GUILESS_MAIN(TestCsvText)
#include "tst_csvtext.moc"
