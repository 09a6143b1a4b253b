// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonlines.h"
#include "jsonpointer.h"
#include "jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace curfew {

// moc loses its way in a raw string with an odd number of double quotes.
static QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

class TestJsonScanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void events_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("events");
        QTest::newRow("empty") << QByteArray() << u""_s;
        QTest::newRow("scalar") << QByteArray(" 12.5e3 ") << u"v12.5e3"_s;
        QTest::newRow("object") << QByteArray(R"({"a":1,"b":"c"})") << u"{ ka v1 kb sc }"_s;
        QTest::newRow("array of strings") << QByteArray(R"(["a" , "b"])") << u"[ sa sb ]"_s;
        QTest::newRow("a string after an object is no key")
            << QByteArray(R"([{"a":null},"b"])") << u"[ { ka vnull } sb ]"_s;
        QTest::newRow("a quote that is escaped ends nothing")
            << quoted(R"(['a\'b'])") << uR"([ sa\'b ])"_s.replace(u'\'', u'"');
        QTest::newRow("a backslash that is escaped lets it end") << quoted(R"(['a\\','b'])") << uR"([ sa\\ sb ])"_s;
        QTest::newRow("brackets inside a string") << QByteArray(R"(["{[,]}"])") << u"[ s{[,]} ]"_s;
        QTest::newRow("an open string ends it") << quoted("['a") << u"["_s;
        QTest::newRow("a bracket too many ends it") << QByteArray("[]]]") << u"[ ]"_s;
        QTest::newRow("a NUL byte is stepped over") << QByteArray("[\0]", 3) << u"[ v\0 ]"_s;
    }
    void events()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, events);
        JsonScanner scanner(json);
        QStringList seen;
        for (auto event = scanner.next(); event != JsonScanner::Event::End; event = scanner.next()) {
            static constexpr char names[] = "{}[]ksv";
            const QString text = event >= JsonScanner::Event::Key ? QString::fromUtf8(scanner.text()) : QString();
            seen.append(QLatin1Char(names[int(event)]) + text);
        }
        QCOMPARE(seen.join(u' '), events);
    }

    void endsAtADepthThatQtRefuses()
    {
        const QByteArray deep = QByteArray(5000, '[') + QByteArray(5000, ']');
        JsonScanner scanner(deep);
        int starts = 0;
        while (scanner.next() != JsonScanner::Event::End)
            ++starts;
        QCOMPARE(starts, 1024);
        QVERIFY(QJsonDocument::fromJson(deep).isNull());
    }

    void decodesStrings()
    {
        QCOMPARE(decodeJsonString(quoted(R"(a\u00e9\'\/b)")), QByteArray("a\xC3\xA9\"/b"));
        QCOMPARE(decodeJsonString(R"(\u12)"), QByteArray());
    }

    void findsLines_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("line");
        QTest::newRow("a key") << u"a"_s << 2;
        QTest::newRow("a key in an object") << u"b.c"_s << 4;
        QTest::newRow("an array's element") << u"b.d[1]"_s << 7;
        QTest::newRow("a key in an element") << u"b.d[1].e"_s << 8;
        QTest::newRow("the container of what is absent") << u"b.d[1].missing"_s << 7;
        QTest::newRow("the document of what is absent") << u"missing"_s << 1;
    }
    void findsLines()
    {
        QFETCH(QString, path);
        QFETCH(int, line);
        const QByteArray json = R"({
 "a": 1,
 "b": {
  "c": 2,
  "d": [
   {},
   {
    "e": 3
   }
  ]
 }
})";
        QCOMPARE(JsonLines(json).lineOf(path), line);
    }

    void findsDuplicates()
    {
        QCOMPARE(JsonLines(R"({"a": {"b": 1, "\u0062": 2}, "c": 1})").duplicates(), QStringList{u"a.b"_s});
    }

    // RFC 6901 section 5
    void pointers_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value");
        const QJsonArray foo{u"bar"_s, u"baz"_s};
        QTest::newRow("a member") << u"/foo"_s << QJsonValue(foo);
        QTest::newRow("an element") << u"/foo/0"_s << QJsonValue(u"bar"_s);
        QTest::newRow("the empty key") << u"/"_s << QJsonValue(0);
        QTest::newRow("a slash") << u"/a~1b"_s << QJsonValue(1);
        QTest::newRow("a tilde") << u"/m~0n"_s << QJsonValue(8);
        QTest::newRow("nothing there") << u"/x/y"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("not an index") << u"/foo/x"_s << QJsonValue(QJsonValue::Undefined);
    }
    void pointers()
    {
        QFETCH(QString, pointer);
        const QJsonValue document(
            QJsonDocument::fromJson(R"({"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"m~n":8})").object());
        QTEST(JsonPointer::parse(pointer)->in(document), "value");
    }

    void refusesPointers()
    {
        QVERIFY(!JsonPointer::parse(u"foo"_s));
        QVERIFY(!JsonPointer::parse(u"/a~2b"_s));
        QVERIFY(!JsonPointer::parse(u"/a~"_s));
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJsonScanner)
#include "tst_jsonscanner.moc"
