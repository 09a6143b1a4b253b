// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providertext.h"

#include <QLocale>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

class TestProviderText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void speaksTheConsolesLanguage()
    {
        const LocalizedText both{u"Every token."_s, u"Jedes Token."_s};
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(providerText(both), u"Every token."_s);
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(providerText(both), u"Jedes Token."_s);
        QCOMPARE(providerText({u"Every token."_s, {}}), u"Every token."_s);
    }

    void showsWhatIsHiddenAndEnds()
    {
        QCOMPARE(providerText({u"a\u202Eb"_s, {}}), u"a⟨U+202E⟩b"_s);
        QCOMPARE(providerText({u"x"_s.repeated(5000), {}}), u"x"_s.repeated(600) + u'…');
    }
};

QTEST_GUILESS_MAIN(TestProviderText)
#include "tst_providertext.moc"
