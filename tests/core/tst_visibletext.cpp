// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "visibletext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestVisibleText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
    void isBounded();
};

void TestVisibleText::marks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");
    QTest::newRow("plain") << u"Chrome on Windows"_s << u"Chrome on Windows"_s;
    QTest::newRow("letters of other scripts") << u"Müller 東京 עברית"_s << u"Müller 東京 עברית"_s;
    QTest::newRow("an emoji") << u"🔒"_s << u"🔒"_s;
    QTest::newRow("right-to-left override") << u"a\u202Egpj.exe"_s << u"a⟨U+202E⟩gpj.exe"_s;
    QTest::newRow("isolate") << u"\u2066x\u2069"_s << u"⟨U+2066⟩x⟨U+2069⟩"_s;
    QTest::newRow("zero-width space") << u"pay\u200Bpal"_s << u"pay⟨U+200B⟩pal"_s;
    QTest::newRow("byte order mark") << u"\uFEFFx"_s << u"⟨U+FEFF⟩x"_s;
    QTest::newRow("line end") << u"a\nb"_s << u"a␊b"_s;
    QTest::newRow("escape, which terminals obey") << u"\x1b[2J"_s << u"␛[2J"_s;
    QTest::newRow("delete") << u"a\x7f"_s << u"a␡"_s;
    QTest::newRow("C1 control") << u"a\u009Bb"_s << u"a⟨U+009B⟩b"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a⟨U+2028⟩b"_s;
    QTest::newRow("tag character beyond the BMP") << QString::fromUcs4(U"a\U000E0041b") << u"a⟨U+E0041⟩b"_s;
    QTest::newRow("half a surrogate pair") << u"a"_s + QChar(0xD800) + u"b"_s << u"a⟨U+D800⟩b"_s;
    QTest::newRow("markup stays what it is") << u"<b>x</b>"_s << u"<b>x</b>"_s;
}

void TestVisibleText::marks()
{
    QFETCH(QString, text);
    QFETCH(QString, visible);
    QCOMPARE(visibleText(text), visible);
}

void TestVisibleText::isBounded()
{
    QCOMPARE(visibleText(u"abcdef", 3), u"abc…"_s);
    QCOMPARE(visibleText(u"abc", 3), u"abc"_s);
    QVERIFY(visibleText(QString(100'000, u'x')).size() <= 1025);
}

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
