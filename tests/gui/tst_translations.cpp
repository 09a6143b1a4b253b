// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statestyle.h"
#include "timewords.h"
#include "translations.h"

#include <QFile>
#include <QLocale>
#include <QTest>
#include <QXmlStreamReader>

using namespace curfew;
using namespace Qt::StringLiterals;

static QDateTime noon()
{
    return {QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
}

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void germanIsComplete()
    {
        QFile file(QStringLiteral(CURFEW_GERMAN));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&file);
        QStringList missing;
        QString source;
        int messages = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (reader.name() == u"source"_s)
                source = reader.readElementText();
            if (reader.name() == u"translation"_s) {
                ++messages;
                if (reader.attributes().value(u"type"_s) == u"unfinished"_s)
                    missing << source;
            }
        }
        QVERIFY(messages > 100);
        QCOMPARE(missing, QStringList());
    }

    void germanSpeaksTheHelpdesksWords_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("word");
        QTest::newRow("revoked") << Outcome::Revoked << u"Beendet, geprüft"_s;
        QTest::newRow("accepted") << Outcome::Accepted << u"Laut Dienst beendet"_s;
        QTest::newRow("already invalid") << Outcome::AlreadyInvalid << u"Hier nicht aktiv"_s;
        QTest::newRow("still active") << Outcome::StillActive << u"GILT NOCH"_s;
        QTest::newRow("refused") << Outcome::Refused << u"Vom Dienst abgelehnt"_s;
        QTest::newRow("failed") << Outcome::Failed << u"Nicht beendet"_s;
        QTest::newRow("unknown") << Outcome::Unknown << u"Unklar, jetzt prüfen"_s;
        QTest::newRow("skipped") << Outcome::Skipped << u"Nicht versucht"_s;
    }

    void germanSpeaksTheHelpdesksWords()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, word);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const Translations translations;
        QCOMPARE(outcomeStyle(outcome).word, word);
    }

    void runningStatesAreGermanToo()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const Translations translations;
        QCOMPARE(liveStyle(LiveState::Active).word, u"Aktiv"_s);
        QCOMPARE(liveStyle(LiveState::Expired).word, u"Abgelaufen"_s);
        QCOMPARE(liveStyle(LiveState::Waiting).word, u"Wartet"_s);
        QCOMPARE(liveStyle(LiveState::Ending).word, u"Wird beendet …"_s);
        QCOMPARE(liveStyle(LiveState::Checking).word, u"Wird geprüft …"_s);
        QCOMPARE(relativeTime(noon().addDays(-3), noon()), u"vor 3\u00a0Tagen"_s);
    }

    void englishCountsProperly()
    {
        const Translations translations;
        QCOMPARE(durationWords(std::chrono::hours(24 * 3)), u"3\u00a0days"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
