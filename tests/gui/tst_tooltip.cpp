// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "elidedlabel.h"
#include "tooltip.h"

#include <QTest>
#include <QTextDocument>

using namespace curfew;
using namespace Qt::StringLiterals;

//! \p tip as Qt shows it, which decides itself whether it is markup.
static QString shown(const QString &tip)
{
    if (!Qt::mightBeRichText(tip))
        return tip;
    QTextDocument document;
    document.setHtml(tip);
    return document.toPlainText();
}

class TestToolTip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("an ampersand") << u"A & B"_s;
        QTest::newRow("a tag") << u"<b>"_s;
        QTest::newRow("an entity") << u"&lt;b&gt;"_s;
        QTest::newRow("a document") << u"<qt><img src=x></qt>"_s;
        QTest::newRow("words") << u"The session has ended."_s;
        QTest::newRow("nothing") << QString();
    }

    void showsWhatWasWritten()
    {
        QFETCH(QString, text);
        QCOMPARE(shown(plainToolTip(text)), text);
    }

    void labelsShowWhatWasWritten()
    {
        const QString text = u"Miller & Sons"_s; // a tag beside it, and Qt would take the escaped text for markup
        ElidedLabel label(text);
        label.resize(label.minimumSizeHint());
        (void)label.grab();
        QCOMPARE(shown(label.toolTip()), text);
    }
};

QTEST_MAIN(TestToolTip)
#include "tst_tooltip.moc"
