// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statestyle.h"

#include <QSet>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(curfew::Tone)
Q_DECLARE_METATYPE(curfew::Outcome)

static QDateTime noon()
{
    return {QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
}

class TestStateStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<Tone>("tone");
        QTest::newRow("revoked") << Outcome::Revoked << u"Ended, checked"_s << u"Worked before, no longer works."_s
                                 << Tone::Green;
        QTest::newRow("accepted") << Outcome::Accepted << u"Ended, says the service"_s << u"Curfew can’t check it."_s
                                  << Tone::Amber;
        QTest::newRow("still active") << Outcome::StillActive << u"STILL WORKS"_s
                                      << u"The service said “done”, yet it works."_s << Tone::Red;
        QTest::newRow("refused") << Outcome::Refused << u"Service said no"_s << u"Not ended: not yours."_s << Tone::Red;
        QTest::newRow("failed") << Outcome::Failed << u"Not ended"_s << u"No usable answer; assume it still works."_s
                                << Tone::Red;
        QTest::newRow("unknown") << Outcome::Unknown << u"Unclear, check now"_s << u"Sent, but the answer was lost."_s
                                 << Tone::Red;
        QTest::newRow("skipped") << Outcome::Skipped << u"Not tried"_s << u"not yours."_s << Tone::Grey;
    }

    void outcomes()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, word);
        QFETCH(QString, sentence);
        QFETCH(Tone, tone);
        const StateStyle style = outcomeStyle(outcome, {u"not yours."_s, {}, noon()});
        QCOMPARE(style.word, word);
        QCOMPARE(style.sentence, sentence);
        QCOMPARE(style.tone, tone);
    }

    void whatMayStillWorkIsWorseThanWhatCannot()
    {
        const QList<Outcome> ended{Outcome::Accepted, Outcome::AlreadyInvalid, Outcome::Revoked};
        const QList<Outcome> open{Outcome::StillActive, Outcome::Unknown, Outcome::Failed, Outcome::Refused,
                                  Outcome::Skipped};
        for (const Outcome outcome : ended)
            QVERIFY2(!mayStillWork(outcome), qPrintable(outcomeName(outcome)));
        for (const Outcome outcome : open) {
            QVERIFY2(mayStillWork(outcome), qPrintable(outcomeName(outcome)));
            for (const Outcome good : ended)
                QVERIFY(severity(outcome) < severity(good));
        }
    }

    void notActiveHereStaysAmberUntilOthersStopAcceptingIt()
    {
        const StateStyle before = outcomeStyle(Outcome::AlreadyInvalid, {{}, noon().addSecs(2580), noon()});
        QCOMPARE(before.word, u"Not active here"_s);
        QCOMPARE(before.tone, Tone::Amber);
        QVERIFY(before.sentence.startsWith(u"Other systems may accept it until "_s));
        QCOMPARE(outcomeStyle(Outcome::AlreadyInvalid, {{}, noon().addSecs(-1), noon()}).tone, Tone::Grey);
        QCOMPARE(outcomeStyle(Outcome::AlreadyInvalid, {{}, {}, noon()}).tone, Tone::Grey);
    }

    void everyOutcomeHasAShapeOfItsOwn()
    {
        QSet<Icon> shapes;
        for (int value = 0; value <= static_cast<int>(Outcome::Skipped); ++value)
            shapes.insert(outcomeStyle(static_cast<Outcome>(value)).icon);
        QCOMPARE(shapes.size(), static_cast<int>(Outcome::Skipped) + 1);
    }

    void redComesFirst()
    {
        QVERIFY(severity(Tone::Red) < severity(Tone::Amber));
        QVERIFY(severity(Tone::Amber) < severity(Tone::Green));
        QVERIFY(severity(Tone::Green) < severity(Tone::Grey));
    }

    void readsTheJournalsNames()
    {
        QCOMPARE(statusStyle(u"still_active").word, u"STILL WORKS"_s);
        QCOMPARE(statusStyle(u"planned").word, u"Not tried yet"_s);
    }

    void everyIconHasADrawing()
    {
        for (int value = 0; value <= static_cast<int>(Icon::Verify); ++value) {
            const auto shape = static_cast<Icon>(value);
            const QImage image = icon(shape, Tone::Red).pixmap(QSize(16, 16), 2.0).toImage();
            QCOMPARE(image.size(), QSize(32, 32));
            bool drawn = false;
            for (int y = 0; y < image.height() && !drawn; ++y) {
                for (int x = 0; x < image.width() && !drawn; ++x)
                    drawn = qAlpha(image.pixel(x, y)) > 200;
            }
            QVERIFY2(drawn, qPrintable(iconPath(shape)));
        }
    }
};

QTEST_MAIN(TestStateStyle)
#include "tst_statestyle.moc"
