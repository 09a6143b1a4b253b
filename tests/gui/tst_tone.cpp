// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme.h"
#include "tone.h"

#include <QTest>

using namespace curfew;

Q_DECLARE_METATYPE(curfew::Tone)

class TestTone : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsOut_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<Tone>("tone");
        QPalette grey(QColor(0xaaaaaa), QColor(0x9c9c9c)); // somebody's own, hard to read on
        grey.setColor(QPalette::Base, QColor(0xb4b4b4));
        grey.setColor(QPalette::Text, Qt::black);
        const QList<std::pair<const char *, QPalette>> palettes{{"light", ownPalette(ColorScheme::Light)},
                                                                {"dark", ownPalette(ColorScheme::Dark)},
                                                                {"a system's middle grey", grey}};
        const QList<std::pair<const char *, Tone>> tones{
            {"red", Tone::Red}, {"amber", Tone::Amber}, {"green", Tone::Green}, {"grey", Tone::Grey}};
        for (const auto &[paletteName, palette] : palettes) {
            for (const auto &[toneName, tone] : tones)
                QTest::addRow("%s on %s", toneName, paletteName) << palette << tone;
        }
    }

    void standsOut()
    {
        QFETCH(QPalette, palette);
        QFETCH(Tone, tone);
        for (const auto background : {QPalette::Base, QPalette::Window}) {
            const QColor under = palette.color(background);
            QVERIFY(contrastRatio(toneColor(tone, palette, Use::Text), under) >= 4.5);
            QVERIFY(contrastRatio(toneColor(tone, palette, Use::Graphic), under) >= 3.0);
        }
    }

    void ordinaryTextIsReadableOnEveryWash()
    {
        for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            const QPalette palette = ownPalette(scheme);
            for (const auto tone : {Tone::Red, Tone::Amber, Tone::Green, Tone::Grey})
                QVERIFY(contrastRatio(palette.color(QPalette::Text), toneColor(tone, palette, Use::Wash)) >= 7.0);
        }
    }

    // A selected row is a wash of the accent colour, and its state keeps its colour.
    void stateColoursAreReadableInASelection()
    {
        for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            const QPalette palette = ownPalette(scheme);
            const QColor under = selectionColor(palette, Focus::Active);
            for (const auto tone : {Tone::Red, Tone::Amber, Tone::Green, Tone::Grey})
                QVERIFY(contrastRatio(toneColor(tone, palette, Use::Text), under) >= 4.5);
        }
    }

    void controlsHaveABorderThatIsSeen()
    {
        for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            const QPalette palette = ownPalette(scheme);
            for (const auto beside : {QPalette::Window, QPalette::Base, QPalette::Button})
                QVERIFY(contrastRatio(borderColor(palette), palette.color(beside)) >= 3.0);
        }
    }

    void knowsDarkFromLight()
    {
        QVERIFY(isDark(ownPalette(ColorScheme::Dark)));
        QVERIFY(!isDark(ownPalette(ColorScheme::Light)));
    }

    void measuresContrastAsWcagDoes()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestTone)
#include "tst_tone.moc"
