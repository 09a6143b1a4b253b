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
    QTest::newRow("a blank at an edge survives trimming readers")
        << QStringList{u" a"_s, u"b "_s} << "\" a\",\"b \"\r\n"_ba;
    QTest::newRow("UTF-8") << QStringList{u"Zoë 漢"_s} << "Zo\xc3\xab \xe6\xbc\xa2\r\n"_ba;
    // OWASP "CSV Injection"
    QTest::newRow("= is defused") << QStringList{u"=1+1"_s} << "'=1+1\r\n"_ba;
    QTest::newRow("+ is defused") << QStringList{u"+1"_s} << "'+1\r\n"_ba;
    QTest::newRow("- is defused") << QStringList{u"-1"_s} << "'-1\r\n"_ba;
    QTest::newRow("@ is defused") << QStringList{u"@SUM(A1)"_s} << "'@SUM(A1)\r\n"_ba;
    QTest::newRow("a leading tab is defused") << QStringList{u"\t=1"_s} << u"'␉=1\r\n"_s.toUtf8();
    QTest::newRow("a leading CR is defused") << QStringList{u"\r=1"_s} << u"'␍=1\r\n"_s.toUtf8();
    QTest::newRow("a leading LF is defused") << QStringList{u"\n=1"_s} << u"'␊=1\r\n"_s.toUtf8();
    QTest::newRow("blanks hide no formula") << QStringList{u"  =1"_s} << "'  =1\r\n"_ba;
    QTest::newRow("a full-width = is defused") << QStringList{u"\uff1d1"_s}
                                               << "'\xef\xbc\x9d"
                                                  "1\r\n"_ba;
    QTest::newRow("a formula with a comma is defused and quoted")
        << QStringList{u"=HYPERLINK(\"http://evil\",\"x\")"_s}
        << "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"\r\n"_ba;
    QTest::newRow("the same signs further in are text")
        << QStringList{u"a=b"_s, u"maria@catena"_s} << "a=b,maria@catena\r\n"_ba;
    // What a terminal obeys, or an editor hides
    QTest::newRow("a line end makes no other record") << QStringList{u"a\r\nb"_s} << u"a␍␊b\r\n"_s.toUtf8();
    QTest::newRow("an escape sequence is shown") << QStringList{u"\u001b[2Jhi\u0007"_s} << u"␛[2Jhi␇\r\n"_s.toUtf8();
    QTest::newRow("a NUL is shown") << QStringList{u"a"_s + QChar(0) + u"b"_s} << u"a␀b\r\n"_s.toUtf8();
    QTest::newRow("a C1 control is shown") << QStringList{u"\u009b31m"_s} << u"⟨U+009B⟩31m\r\n"_s.toUtf8();
    QTest::newRow("a change of direction is shown") << QStringList{u"a\u202eb"_s} << u"a⟨U+202E⟩b\r\n"_s.toUtf8();
    QTest::newRow("a line separator is shown") << QStringList{u"a\u2028b"_s} << u"a⟨U+2028⟩b\r\n"_s.toUtf8();
    QTest::newRow("what is shown is quoted all the same")
        << QStringList{u"\u001b,\"x\""_s} << u"\"␛,\"\"x\"\"\"\r\n"_s.toUtf8();
    QTest::newRow("hidden characters hide no formula") << QStringList{u"\u202e=1"_s} << u"⟨U+202E⟩=1\r\n"_s.toUtf8();
    QTest::newRow("a long text stays whole") << QStringList{QString(5000, u'a')} << QByteArray(5000, 'a') + "\r\n";
}

void TestCsvText::records()
{
    QFETCH(QStringList, cells);
    QFETCH(QByteArray, record);
    QCOMPARE(curfew::csvRecord(cells), record);
}

QTEST_GUILESS_MAIN(TestCsvText)
#include "tst_csvtext.moc"
