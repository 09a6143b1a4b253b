// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicetokens.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

using Use = PracticeToken::Use;

class TestPracticeTokens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTokenWorksUntilItExpires();
    void aTokenWorksUntilItEnds();
    void aSessionEndsButForItsIdToken();
    void aClientEndsForOnePersonOnly();
    void aPretendedEndEndsNothing();
    void looksMayLagBehindTheEnd_data();
    void looksMayLagBehindTheEnd();

private:
    static PracticeToken token(const QByteArray &value, Use use, const QString &session, const QString &client = u"c"_s,
                               const QString &person = u"p"_s);
    static inline const QDateTime now{QDate(2026, 3, 2), QTime(14, 0), Qt::UTC};
};

PracticeToken TestPracticeTokens::token(const QByteArray &value, Use use, const QString &session, const QString &client,
                                        const QString &person)
{
    PracticeToken token;
    token.value = value;
    token.use = use;
    token.session.key = session;
    token.session.clientId = client;
    token.session.person = person;
    token.expiresAt = now.addSecs(60);
    return token;
}

void TestPracticeTokens::aTokenWorksUntilItExpires()
{
    PracticeTokens tokens;
    tokens.add(token("a", Use::Access, u"1"_s));
    QVERIFY(PracticeTokens::works(*tokens.find("a"), now.addSecs(59)));
    QVERIFY(!PracticeTokens::works(*tokens.find("a"), now.addSecs(60)));
    QVERIFY(!tokens.look("a", now.addSecs(60), {9, 0})); // an expiry doesn't lag
    QCOMPARE(tokens.find("b"), nullptr);
    QVERIFY(!tokens.look("b", now, {}));
}

void TestPracticeTokens::aTokenWorksUntilItEnds()
{
    PracticeTokens tokens;
    tokens.add(token("a", Use::Access, u"1"_s));
    tokens.add(token("b", Use::Access, u"1"_s));
    tokens.end("a");
    QVERIFY(!tokens.look("a", now, {}));
    QVERIFY(tokens.look("b", now, {}));
    QCOMPARE(tokens.find(Fingerprint::of("b")), tokens.find("b"));
}

void TestPracticeTokens::aSessionEndsButForItsIdToken()
{
    PracticeTokens tokens;
    tokens.add(token("access", Use::Access, u"1"_s));
    tokens.add(token("refresh", Use::Refresh, u"1"_s));
    tokens.add(token("id", Use::Id, u"1"_s));
    tokens.add(token("other", Use::Access, u"2"_s));
    tokens.endSession(u"1"_s);
    const QList<std::pair<QByteArray, bool>> expected{
        {"access", false}, {"refresh", false}, {"id", true}, {"other", true}};
    for (const auto &[value, works] : expected)
        QCOMPARE(PracticeTokens::works(*tokens.find(value), now), works);
}

void TestPracticeTokens::aClientEndsForOnePersonOnly()
{
    PracticeTokens tokens;
    tokens.add(token("one", Use::Access, u"1"_s));
    tokens.add(token("two", Use::Refresh, u"2"_s));
    tokens.add(token("other client", Use::Access, u"3"_s, u"d"_s));
    tokens.add(token("other person", Use::Access, u"4"_s, u"c"_s, u"q"_s));
    tokens.endClient(u"p"_s, u"c"_s);
    const QList<std::pair<QByteArray, bool>> expected{
        {"one", false}, {"two", false}, {"other client", true}, {"other person", true}};
    for (const auto &[value, works] : expected)
        QCOMPARE(PracticeTokens::works(*tokens.find(value), now), works);
}

void TestPracticeTokens::aPretendedEndEndsNothing()
{
    PracticeTokens tokens;
    tokens.add(token("a", Use::Access, u"1"_s));
    tokens.setEnding(PracticeTokens::Ending::Pretended);
    tokens.end("a");
    tokens.endSession(u"1"_s);
    tokens.endClient(u"p"_s, u"c"_s);
    QVERIFY(tokens.look("a", now, {}));
}

void TestPracticeTokens::looksMayLagBehindTheEnd_data()
{
    QTest::addColumn<int>("staleLooks");
    QTest::addColumn<int>("reviveAfterLooks");
    QTest::addColumn<QList<bool>>("looks");
    QTest::addColumn<bool>("works");
    QTest::newRow("no lag") << 0 << 0 << QList<bool>{false, false, false, false} << false;
    QTest::newRow("replication") << 2 << 0 << QList<bool>{true, true, false, false} << false;
    QTest::newRow("comes alive again") << 0 << 1 << QList<bool>{false, true, true, true} << true;
    QTest::newRow("both") << 1 << 1 << QList<bool>{true, false, true, true} << true;
}

void TestPracticeTokens::looksMayLagBehindTheEnd()
{
    QFETCH(int, staleLooks);
    QFETCH(int, reviveAfterLooks);
    QFETCH(QList<bool>, looks);
    QFETCH(bool, works);
    PracticeTokens tokens;
    tokens.add(token("a", Use::Access, u"1"_s));
    const PracticeLag lag{staleLooks, reviveAfterLooks};
    QVERIFY(tokens.look("a", now, lag)); // before the end no look counts
    tokens.end("a");
    QList<bool> seen;
    for (qsizetype i = 0; i < looks.size(); ++i)
        seen.append(tokens.look("a", now, lag));
    QCOMPARE(seen, looks);
    QCOMPARE(PracticeTokens::works(*tokens.find("a"), now), works);
}

QTEST_APPLESS_MAIN(TestPracticeTokens)
#include "tst_practicetokens.moc"
