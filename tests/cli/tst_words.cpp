// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void anUnsignedJournalIsNotHelpedByASecret_data();
    void anUnsignedJournalIsNotHelpedByASecret();
};

void TestWords::counts_data()
{
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<QString>("thing");
    QTest::addColumn<QString>("text");
    const auto row = [](qsizetype count, const QString &thing, const QString &text) {
        QTest::newRow(qPrintable(text)) << count << thing << text;
    };
    row(0, u"session"_s, u"0 sessions"_s);
    row(1, u"finished batch"_s, u"1 finished batch"_s);
    row(2, u"finished batch"_s, u"2 finished batches"_s);
    row(0, u"match"_s, u"0 matches"_s);
    row(3, u"box"_s, u"3 boxes"_s);
    row(2, u"class"_s, u"2 classes"_s);
    row(2, u"entry"_s, u"2 entries"_s);
    row(2, u"key"_s, u"2 keys"_s);
}

void TestWords::counts()
{
    QFETCH(qsizetype, count);
    QFETCH(QString, thing);
    QTEST(countOf(count, thing), "text");
}

void TestWords::anUnsignedJournalIsNotHelpedByASecret_data()
{
    QTest::addColumn<Error>("error");
    QTest::newRow("unavailable") << Error{ErrorKind::KeychainUnavailable, u"no session bus"_s, 0, {}};
    QTest::newRow("locked") << Error{ErrorKind::KeychainLocked, {}, 0, {}};
}

void TestWords::anUnsignedJournalIsNotHelpedByASecret()
{
    QFETCH(Error, error);
    const QString note = unsignedNote(error);
    QVERIFY(note.contains(u"without a signature"_s));
    QVERIFY(note.contains(error.detail.isEmpty() ? errorKindName(error.kind) : error.detail));
    QVERIFY(!note.contains(u"--secret-file"_s));
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
