// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flowlayout.h"
#include "plainlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

class TestPlainLabel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void breaksWordsWithoutEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a UUID") << u"5d0c9a7e-3b42-4f16-8e21-7c6a90c12345"_s;
        QTest::newRow("one letter") << u"x"_s.repeated(200);
        QTest::newRow("beyond the basic plane") << u"\U0001F600"_s.repeated(100);
    }

    void breaksWordsWithoutEnd()
    {
        QFETCH(QString, text);
        const PlainLabel label(text);
        QCOMPARE(label.text(), text);
        QVERIFY(label.minimumSizeHint().width() <= label.fontMetrics().horizontalAdvance(text.left(40)));
        QString whole = breakable(text);
        QVERIFY(whole != text);
        for (qsizetype i = 1; i < whole.size(); ++i)
            QVERIFY(whole.at(i) != QChar(0x200B) || !whole.at(i - 1).isHighSurrogate());
        QCOMPARE(whole.remove(QChar(0x200B)), text);
    }

    void leavesSentencesAlone()
    {
        const QString sentence = u"Paste a token of the person into the field above."_s;
        QCOMPARE(breakable(sentence), sentence);
    }

    void copiesWhatIsMeant()
    {
        const QString text = u"dona.moore@subsidiary.department.example.com"_s;
        PlainLabel label(text);
        label.show();
        label.setFocus();
        QTest::keySequence(&label, QKeySequence::SelectAll);
        QTest::keySequence(&label, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
    }

    void wrapsARowOfButtons()
    {
        QWidget window;
        auto *row = new FlowLayout(FlowLayout::Last::FarEnd);
        window.setLayout(row);
        QList<QPushButton *> buttons;
        for (int i = 0; i < 3; ++i) {
            buttons.append(new QPushButton(u"a button of some width"_s));
            row->addWidget(buttons.back());
        }
        const int whole = row->sizeHint().width();
        QVERIFY(row->minimumSize().width() < whole / 2);
        window.resize(whole, 200);
        window.show();
        QCOMPARE(buttons[0]->y(), buttons[2]->y());
        QCOMPARE(row->heightForWidth(whole), buttons[0]->height());
        window.resize(buttons[0]->width() + 10, 400);
        QTRY_VERIFY(buttons[0]->geometry().bottom() < buttons[1]->y());
        QVERIFY(buttons[1]->geometry().bottom() < buttons[2]->y());
        QCOMPARE(buttons[1]->x(), 0);
        QCOMPARE(buttons[2]->geometry().right(), window.width() - 1);
        buttons[1]->hide();
        QTRY_VERIFY(buttons[2]->y() < 2 * buttons[0]->height());
    }
};

QTEST_MAIN(TestPlainLabel)
#include "tst_plainlabel.moc"
