// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonoutline.h"

#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

class TestJsonOutline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("an object") << R"({"a": 1, "b": [true, false, null, -1.5e3], "c": {}})"_ba << true;
        QTest::newRow("a bare string") << R"("x")"_ba << true;
        QTest::newRow("space around it") << " \r\n[ ]\t"_ba << true;
        QTest::newRow("64 levels") << QByteArray(64, '[') + QByteArray(64, ']') << true;
        QTest::newRow("nothing") << ""_ba << false;
        QTest::newRow("more than 64 levels") << QByteArray(100, '[') + QByteArray(100, ']') << false;
        QTest::newRow("a million open brackets") << QByteArray(1'000'000, '[') << false;
        QTest::newRow("text after the end") << "{} x"_ba << false;
        QTest::newRow("a string without end") << "{\"a\": \"b"_ba << false;
        QTest::newRow("a backslash at the end") << "\"\\"_ba << false;
        QTest::newRow("a line break in a string") << "\"a\nb\""_ba << false;
        QTest::newRow("a key without quotes") << "{a: 1}"_ba << false;
        QTest::newRow("a comma too many") << "[1,]"_ba << false;
        QTest::newRow("no colon") << R"({"a" 1})"_ba << false;
        QTest::newRow("a cut word") << "[tru"_ba << false;
    }
    void accepts()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, accepted);
        QCOMPARE(JsonOutline::parse(json).has_value(), accepted);
    }

    void unescapes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << R"("abc")"_ba
                               << "abc"_ba;
        QTest::newRow("short escapes") << "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""_ba
                                       << "\"\\/\b\f\n\r\t"_ba;
        QTest::newRow("a code point") << R"("\u00e9\u20AC")"_ba
                                      << "é€"_ba;
        QTest::newRow("a surrogate pair") << R"("\ud83d\ude00")"_ba
                                          << "😀"_ba;
        QTest::newRow("a lone surrogate") << R"("\ud83dx")"_ba
                                          << "\xEF\xBF\xBDx"_ba;
        QTest::newRow("two high surrogates") << R"("\ud83d\ud83d")"_ba
                                             << "\xEF\xBF\xBD\xEF\xBF\xBD"_ba;
        QTest::newRow("hex digits missing") << R"("\u12")"_ba
                                            << "\xEF\xBF\xBD"
                                               "12"_ba;
    }
    void unescapes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, text);
        const auto outline = JsonOutline::parse(json);
        QVERIFY(outline);
        QCOMPARE(outline->root().text(), text);
    }

    void walks()
    {
        const QByteArray json = R"({"first": [1, {"deep": "x"}, 3], "again": "old", "again": "new", "last": {}})"_ba;
        const auto outline = JsonOutline::parse(json);
        QVERIFY(outline);
        const JsonOutline::Value root = outline->root();
        const JsonOutline::Value list = root.member("first");
        QVERIFY(list.isArray());
        QCOMPARE(list.firstChild().nextSibling().member("deep").rawText(), "x"_ba);
        QVERIFY(list.firstChild().nextSibling().nextSibling().nextSibling().isNull());
        QCOMPARE(root.member("again").rawText(), "new"_ba);
        QVERIFY(root.member("last").isObject());
        QVERIFY(root.member("last").firstChild().isNull());
        QVERIFY(root.member("absent").member("too").isNull());
    }
};

QTEST_APPLESS_MAIN(TestJsonOutline)
#include "tst_jsonoutline.moc"
