// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaltext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestJournalText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
};

void TestJournalText::texts_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("kept");
    QTest::newRow("plain words") << u"The client isn't known."_s << u"The client isn't known."_s;
    QTest::newRow("half a surrogate pair is no text") << u"a"_s + QChar(0xd83d) << u"a?"_s;
    QTest::newRow("a JWT is removed") << u"token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtIn0.c2ln is expired"_s
                                      << u"token [token removed] is expired"_s;
    QTest::newRow("a JWT cut off by the issuer is removed") << u"bad: eyJhbGciOiJS"_s << u"bad: [token removed]"_s;
    QTest::newRow("a token parameter is removed")
        << u"POST /revoke?token=abc-123&x=1"_s << u"POST /revoke?token=[removed]&x=1"_s;
    QTest::newRow("so is a client secret") << u"Client_Secret=hunter2"_s << u"Client_Secret=[removed]"_s;
    QTest::newRow("a word that ends alike is none") << u"brokentoken=7"_s << u"brokentoken=7"_s;
    QTest::newRow("longer than the bound is cut") << QString(40, u'x') << QString(32, u'x');
    QTest::newRow("never within a surrogate pair") << QString(31, u'x') + u"\U0001F600y"_s << QString(31, u'x');
    QTest::newRow("a JWT across the bound leaves no half")
        << QString(20, u' ') + u"eyJhbGciOiJSUzI1NiJ9.e30.c2ln"_s << QString(20, u' ') + u"[token remov"_s;
}

void TestJournalText::texts()
{
    QFETCH(QString, given);
    QFETCH(QString, kept);
    QCOMPARE(curfew::journalText(given, 32), kept);
}

QTEST_GUILESS_MAIN(TestJournalText)
#include "tst_journaltext.moc"
