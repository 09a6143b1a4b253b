// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceform.h"

#include "formencode.h"

#include <QTest>

using namespace curfew;

class TestPracticeForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decodes_data();
    void decodes();
    void undoesTheEncoderForEveryByte();
    void readsParameters();
    void refusesABody_data();
    void refusesABody();
};

void TestPracticeForm::decodes_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<std::optional<QByteArray>>("decoded");
    const auto row = [](const char *name, const char *encoded, const std::optional<QByteArray> &decoded) {
        QTest::newRow(name) << QByteArray(encoded) << decoded;
    };
    row("nothing", "", QByteArray());
    row("plain", "aZ09-._~*", QByteArray("aZ09-._~*"));
    row("plus is a space", "a+b", QByteArray("a b"));
    row("upper and lower case escapes", "%2B%2b", QByteArray("++"));
    row("an escaped percent sign is not read twice", "100%2541", QByteArray("100%41"));
    row("UTF-8", "%C3%A4", QByteArray("\xC3\xA4"));
    row("an escape at the very end", "%41", QByteArray("A"));
    row("an escape cut after one digit", "a%4", std::nullopt);
    row("a bare percent sign", "a%", std::nullopt);
    row("not hexadecimal", "%4g", std::nullopt);
    row("a bare space", "a b", std::nullopt);
    row("a line end", "a\n", std::nullopt);
    row("a byte beyond ASCII", "\xE4", std::nullopt);
}

void TestPracticeForm::decodes()
{
    QFETCH(QByteArray, encoded);
    QFETCH(std::optional<QByteArray>, decoded);
    QCOMPARE(formDecode(encoded), decoded);
}

void TestPracticeForm::undoesTheEncoderForEveryByte()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += char(byte);
    QCOMPARE(formDecode(formEncode(all)), all);
}

void TestPracticeForm::readsParameters()
{
    const auto form = PracticeForm::read("token=a%3Db&client_id=&flag&x=1=2");
    QVERIFY(form);
    QCOMPARE(form->value("token"), "a=b");
    QVERIFY(!form->has("client_id")); // RFC 6749 section 3.2: without a value is as omitted
    QVERIFY(!form->has("flag"));
    QCOMPARE(form->value("x"), "1=2");
    QCOMPARE(form->size(), 2);
}

void TestPracticeForm::refusesABody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a parameter twice") << QByteArray("token=a&token=a");
    QTest::newRow("twice, once empty") << QByteArray("token=a&token=");
    QTest::newRow("twice under an escape") << QByteArray("token=a&%74oken=b");
    QTest::newRow("no name") << QByteArray("=a");
    QTest::newRow("an empty pair") << QByteArray("token=a&");
    QTest::newRow("JSON") << QByteArray("{\"token\": \"a\"}");
}

void TestPracticeForm::refusesABody()
{
    QFETCH(QByteArray, body);
    QVERIFY(!PracticeForm::read(body));
}

QTEST_APPLESS_MAIN(TestPracticeForm)
#include "tst_practiceform.moc"
