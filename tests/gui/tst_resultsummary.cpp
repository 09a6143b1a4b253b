// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsummary.h"

#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

static QDateTime now()
{
    return {QDate(2026, 3, 1), QTime(14, 0), Qt::UTC};
}

static ItemRecord item(const QString &session, std::optional<Outcome> outcome, std::optional<QDateTime> until = {})
{
    ItemRecord record;
    record.item.session = session;
    record.item.targetId = u"0123456789abcdef"_s;
    if (outcome) {
        record.state = ItemState::Done;
        record.result = ItemResult();
        record.result->outcome = *outcome;
        record.result->mayWorkUntil = until;
    }
    return record;
}

static ResultSummary summary(const QList<ItemRecord> &items, const QStringList &others = {})
{
    BatchRecord record;
    record.items = items;
    SummaryFacts facts;
    facts.service = u"Acme"_s;
    facts.doesNotEnd = u"The browser's sign-in."_s;
    facts.now = now();
    facts.others = others;
    facts.names = {{u"f"_s, u"mail · curl"_s}};
    return ResultSummary::of(record, facts);
}

Q_DECLARE_METATYPE(curfew::ItemRecord)
Q_DECLARE_METATYPE(curfew::Tone)

class TestResultSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatLetsSomeoneInStandsFirst()
    {
        const QDateTime later = now().addSecs(3600);
        const ResultSummary result = summary({item(u"a"_s, Outcome::Revoked, later), item(u"b"_s, Outcome::StillActive),
                                              item(u"c"_s, Outcome::Revoked, later), item(u"d"_s, Outcome::Failed)},
                                             {u"f"_s});
        QList<Tone> tones;
        for (const ResultSummary::Entry &entry : result.mayStillWork)
            tones.append(entry.tone);
        QCOMPARE(tones, QList({Tone::Red, Tone::Red, Tone::Amber, Tone::Amber, Tone::Amber}));
    }

    void answersTheCaller_data()
    {
        QTest::addColumn<QList<ItemRecord>>("items");
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<int>("ended");
        QTest::addColumn<int>("mayStillWork");
        using enum Outcome;
        const QDateTime later = now().addSecs(3600);
        const QDateTime earlier = now().addSecs(-3600);
        QTest::newRow("all checked") << QList{item(u"a"_s, Revoked), item(u"a"_s, Revoked), item(u"b"_s, Revoked)}
                                     << Tone::Green << u"All 2 session(s) ended and checked."_s << 2 << 0;
        QTest::newRow("all checked, yet a JWT lives on elsewhere")
            << QList{item(u"a"_s, Revoked, later)} << Tone::Green << u"All 1 session(s) ended and checked."_s << 1 << 1;
        QTest::newRow("one can't be checked") << QList{item(u"a"_s, Revoked), item(u"b"_s, Accepted)} << Tone::Amber
                                              << u"All 2 session(s) ended; 1 can’t be checked."_s << 2 << 0;
        QTest::newRow("none can be checked")
            << QList{item(u"a"_s, Accepted)} << Tone::Amber
            << u"1 session(s) ended, says the service; Curfew can’t check it."_s << 1 << 0;
        QTest::newRow("one still works") << QList{item(u"a"_s, Revoked), item(u"b"_s, StillActive)} << Tone::Red
                                         << u"Not yet: 1 session(s) still work."_s << 1 << 1;
        QTest::newRow("one token of a session still works")
            << QList{item(u"a"_s, Revoked), item(u"a"_s, StillActive)} << Tone::Red
            << u"Not yet: 1 session(s) still work."_s << 0 << 1;
        QTest::newRow("one works, two may")
            << QList{item(u"a"_s, StillActive), item(u"b"_s, Failed), item(u"c"_s, Skipped)} << Tone::Red
            << u"Not yet: 1 session(s) still work. 2 more may."_s << 0 << 3;
        for (const Outcome outcome : {Refused, Failed, Unknown})
            QTest::addRow("%s is red", qPrintable(outcomeName(outcome)))
                << QList{item(u"a"_s, Revoked), item(u"b"_s, outcome)} << Tone::Red
                << u"Not yet: 1 session(s) may still work."_s << 1 << 1;
        QTest::newRow("stopped") << QList{item(u"a"_s, Revoked), item(u"b"_s, Skipped), item(u"c"_s, Skipped)}
                                 << Tone::Red << u"Not yet: 1 ended, 2 not tried."_s << 1 << 2;
        QTest::newRow("stopped before anything was sent")
            << QList{item(u"a"_s, Skipped)} << Tone::Red << u"Nothing was ended."_s << 0 << 1;
        QTest::newRow("an item that never got a result") << QList{item(u"a"_s, Revoked), item(u"b"_s, {})} << Tone::Red
                                                         << u"Not yet: 1 ended, 1 not tried."_s << 1 << 1;
        QTest::newRow("none was active") << QList{item(u"a"_s, AlreadyInvalid, earlier)} << Tone::Amber
                                         << u"None of the 1 session(s) was active here."_s << 1 << 0;
        QTest::newRow("none was active here, other systems may accept it")
            << QList{item(u"a"_s, AlreadyInvalid, later)} << Tone::Amber
            << u"None of the 1 session(s) was active here."_s << 1 << 1;
        QTest::newRow("tokens without a session count each")
            << QList{item({}, Revoked), item({}, Revoked)} << Tone::Green << u"All 2 token(s) ended and checked."_s << 2
            << 0;
        QTest::newRow("nothing at all") << QList<ItemRecord>() << Tone::Amber << u"Nothing was ended."_s << 0 << 0;
    }
    void answersTheCaller()
    {
        QFETCH(QList<ItemRecord>, items);
        QFETCH(int, ended);
        QFETCH(int, mayStillWork);
        const ResultSummary result = summary(items);
        QTEST(result.headline, "headline");
        QTEST(result.tone, "tone");
        QCOMPARE(result.ended.size(), ended);
        QCOMPARE(result.mayStillWork.size(), mayStillWork);
        QCOMPARE(result.toTheCaller.size(), 2);
        QCOMPARE(result.canRetry, result.tone == Tone::Red);
        QVERIFY(result.notCovered.contains(u"The password"_s));
        QCOMPARE(result.notCovered.first(), u"The browser's sign-in."_s);
    }

    void redWheneverSomeoneMayGetIn()
    {
        // Every pair of outcomes: the summary is red exactly when one of them may let someone in.
        for (int one = 0; one <= int(Outcome::Skipped); ++one) {
            for (int other = 0; other <= int(Outcome::Skipped); ++other) {
                const ResultSummary result = summary({item(u"a"_s, Outcome(one)), item(u"b"_s, Outcome(other))});
                const bool open = mayStillWork(Outcome(one)) || mayStillWork(Outcome(other));
                QCOMPARE(result.tone == Tone::Red, open);
                if (result.tone == Tone::Green)
                    QVERIFY(one == int(Outcome::Revoked) || other == int(Outcome::Revoked));
            }
        }
    }

    void neverCallsAPartAll_data()
    {
        QTest::addColumn<QList<ItemRecord>>("items");
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<int>("open");
        using enum Outcome;
        QTest::newRow("one of several") << QList{item(u"a"_s, Revoked)} << Tone::Amber
                                        << u"1 of 3 sessions ended and checked; 2 other(s) were not ended."_s << 2;
        QTest::newRow("one that can't be checked")
            << QList{item(u"a"_s, Accepted)} << Tone::Amber
            << u"1 of 3 sessions ended, but not all of it can be checked; 2 other(s) were not ended."_s << 2;
        QTest::newRow("one that was not active")
            << QList{item(u"a"_s, AlreadyInvalid)} << Tone::Amber
            << u"What was picked was not active here; 2 other(s) were not ended."_s << 2;
        QTest::newRow("one that still works")
            << QList{item(u"a"_s, StillActive)} << Tone::Red
            << u"Not yet: 1 session(s) still work. 2 other(s) were not to be ended."_s << 3;
        QTest::newRow("some tokens of a session")
            << QList{item(u"f"_s, Revoked)} << Tone::Amber
            << u"Only some tokens were ended: 2 session(s) are still open."_s << 2;
        QTest::newRow("a token without a session")
            << QList{item({}, Revoked)} << Tone::Amber
            << u"1 of 3 tokens ended and checked; 2 other(s) were not ended."_s << 2;
    }
    void neverCallsAPartAll()
    {
        QFETCH(QList<ItemRecord>, items);
        QFETCH(int, open);
        const ResultSummary result = summary(items, {u"f"_s, u"g"_s});
        QTEST(result.headline, "headline");
        QTEST(result.tone, "tone");
        QCOMPARE(result.mayStillWork.size(), open);
        QCOMPARE(result.mayStillWork[open - 2].what, u"mail · curl"_s);
        QCOMPARE(result.mayStillWork[open - 1].what, u"Session g"_s);
        QVERIFY2(result.toTheCaller.first().contains(QString::number(open)), qPrintable(result.toTheCaller.first()));
        QVERIFY2(result.toTheCaller.first().contains(u"open"_s) || result.tone == Tone::Red,
                 qPrintable(result.toTheCaller.first()));
    }

    void tellsTheCallerOfTheBrowser()
    {
        for (const auto &until : {std::optional<QDateTime>(), std::optional(now().addSecs(3600))}) {
            const ResultSummary result = summary({item(u"a"_s, Outcome::Revoked, until)});
            QCOMPARE(result.toTheCaller.first(), u"The sessions listed at Acme are ended and checked."_s);
            QVERIFY(result.toTheCaller.last().contains(u"browser"_s));
            QVERIFY(result.toTheCaller.last().contains(u"change your password"_s));
        }
    }

    void namesTheBrowserOnce()
    {
        const QStringList notCovered = summary({item(u"a"_s, Outcome::Revoked)}).notCovered;
        QCOMPARE(notCovered.filter(u"browser"_s).size(), 1);
    }

    void showsProvidersWordsSafely()
    {
        ItemRecord refused = item(u"a"_s, Outcome::Refused);
        refused.result->message = u"no\u202e <b>way</b>"_s;
        const ResultSummary result = summary({refused});
        QVERIFY(result.mayStillWork.first().how.contains(u"no⟨U+202E⟩ <b>way</b>"_s));
    }
};

QTEST_GUILESS_MAIN(TestResultSummary)
#include "tst_resultsummary.moc"
