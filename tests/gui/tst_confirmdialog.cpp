// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "confirmdialog.h"
#include "elidedlabel.h"
#include "fakesessions.h"
#include "filledbutton.h"
#include "revocationplan.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

static QDateTime now()
{
    return {QDate(2026, 3, 1), QTime(14, 2, 11), Qt::UTC};
}

static ConfirmRequest request(int sessions)
{
    const FakeService service;
    const Listing listing = fakeListing(sessions, "the-anchor-token-1"_ba, now().addSecs(-12));
    ConfirmRequest request;
    request.plan = planFromListing(service.issuer, listing, listing.sessions.first().tokens.first().token, {}, now());
    request.issuer = service.issuer;
    request.ends = service.descriptor.ends;
    request.doesNotEnd = service.descriptor.doesNotEnd;
    request.listedAt = listing.takenAt;
    request.now = now;
    return request;
}

static QString labels(const QWidget &root)
{
    QString text;
    for (const QLabel *label : root.findChildren<QLabel *>())
        text += label->property("text").toString() + u'\n';
    return text;
}

class TestConfirmDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWillHappen()
    {
        ConfirmRequest asked = request(7);
        asked.hiddenByFilter = 4;
        asked.newSessions = 2;
        const ConfirmDialog dialog(asked);
        const QString text = labels(dialog);
        for (const QString &part : {u"End access for dona.moore@example.com?"_s, u"7 session(s)"_s, u"14 token(s)"_s,
                                    u"listed 12\u00a0s ago"_s, u"4 hidden by your filter are included."_s,
                                    u"2 more session(s) since you looked"_s, u"Every token of the session."_s,
                                    u"The browser's sign-in."_s, u"can’t be brought back"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" is not in:\n"_s + text));
        QCOMPARE(dialog.findChildren<ElidedLabel *>().size(), 2);
        QCOMPARE(dialog.findChildren<ElidedLabel *>().at(0)->text(), u"Acme prod"_s);
        QCOMPARE(dialog.findChildren<ElidedLabel *>().at(1)->text(), u"acme.example"_s);
        QVERIFY(!dialog.windowTitle().contains(u"dona"_s));
        QCOMPARE(dialog.findChild<FilledButton *>()->text(), u"End 7 session(s)"_s);
    }

    void saysHowLongItTakes()
    {
        ConfirmRequest asked = request(7);
        asked.expectedTime = std::chrono::seconds(95);
        QVERIFY(labels(ConfirmDialog(asked)).contains(u"at least 1\u00a0min, at the pace that the service allows"_s));
        asked.expectedTime = std::chrono::milliseconds(1900);
        QVERIFY(!labels(ConfirmDialog(asked)).contains(u"at least"_s));
    }

    void keepsItsButtonsInSight()
    {
        ConfirmRequest asked = request(7);
        asked.plan.user = u"dona.moore"_s.repeated(7); // as much as a title shows
        QPointer<ConfirmDialog> dialog = new ConfirmDialog(asked);
        dialog->open();
        auto *area = dialog->findChild<QScrollArea *>();
        auto *button = dialog->findChild<FilledButton *>();
        QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
        QVERIFY(!area->isAncestorOf(button));

        dialog->resize(dialog->width(), dialog->height() / 2);
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        QVERIFY(dialog->rect().contains(QRect(button->mapTo(dialog, QPoint()), button->size())));
        delete dialog;
    }

    void cutsNothingOffAtItsSide()
    {
        ConfirmRequest asked = request(7);
        asked.plan.user = u"x"_s.repeated(80); // a word without end
        asked.issuer.name = u"An exceptionally long name of a service in production"_s;
        QPointer<ConfirmDialog> dialog = new ConfirmDialog(asked);
        dialog->open();
        const auto *area = dialog->findChild<QScrollArea *>();
        QTRY_COMPARE(area->horizontalScrollBar()->maximum(), 0);
        for (const QWidget *part : area->widget()->findChildren<QWidget *>()) {
            const int rightEdge = part->mapTo(dialog.data(), QPoint(part->width(), 0)).x();
            QVERIFY2(!part->isVisible() || rightEdge <= dialog->width(), part->metaObject()->className());
        }
        delete dialog;
    }

    void countsTheListsAgeOn()
    {
        QDateTime time = now();
        ConfirmRequest asked = request(2);
        asked.now = [&time] { return time; };
        const ConfirmDialog dialog(asked);
        QVERIFY(labels(dialog).contains(u"listed 12\u00a0s ago"_s));
        time = now().addSecs(20);
        QTRY_VERIFY(labels(dialog).contains(u"listed 32\u00a0s ago"_s));
    }

    void enterNeverEndsAnything()
    {
        QPointer<ConfirmDialog> dialog = new ConfirmDialog(request(3));
        QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
        dialog->open();
        QTRY_VERIFY(dialog->findChild<FilledButton *>()->isEnabled());
        auto *ticket = dialog->findChild<QLineEdit *>();
        ticket->setFocus();
        QTest::keyClick(ticket, Qt::Key_Return); // Cancel is the default
        QTRY_VERIFY(!dialog);
        QCOMPARE(confirmed.size(), 0);
    }

    void isInertAtFirst()
    {
        QPointer<ConfirmDialog> dialog = new ConfirmDialog(request(3));
        QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog)); // shortcuts belong to the active window
        QVERIFY(!dialog->findChild<FilledButton *>()->isEnabled());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier); // Cancel has the focus
        QTest::mouseClick(dialog->findChild<FilledButton *>(), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 0);
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<FilledButton *>()->isEnabled());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier); // Cancel has the focus
        QCOMPARE(confirmed.size(), 1);
        QTRY_VERIFY(!dialog);
    }

    void escapeCancels()
    {
        QPointer<ConfirmDialog> dialog = new ConfirmDialog(request(3));
        QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
        dialog->open();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QCOMPARE(confirmed.size(), 0);
    }

    void handsOnThePlanThatItShowed()
    {
        const ConfirmRequest asked = request(3);
        QPointer<ConfirmDialog> dialog = new ConfirmDialog(asked);
        QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
        dialog->open();
        const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
        fields[0]->setText(u"INC-1"_s);
        fields[1]->setText(u"phished"_s);
        dialog->findChild<QComboBox *>()->setCurrentIndex(1);
        QTRY_VERIFY(dialog->findChild<FilledButton *>()->isEnabled());
        QTest::mouseClick(dialog->findChild<FilledButton *>(), Qt::LeftButton);
        QCOMPARE(confirmed.size(), 1);
        const auto action = confirmed.first().first().value<ConfirmedAction>();
        QCOMPARE(action.ticket, u"INC-1"_s);
        QCOMPARE(action.reason, u"phished; caller identified: Called back on a known number"_s);
        QCOMPARE(action.plan.items.size(), asked.plan.items.size());
        for (qsizetype i = 0; i < action.plan.items.size(); ++i)
            QCOMPARE(action.plan.items[i].record, asked.plan.items[i].record);
    }

    void providersTextStaysText()
    {
        ConfirmRequest asked = request(1);
        asked.plan.user = u"<b>dona</b>\u202e"_s;
        const ConfirmDialog dialog(asked);
        QVERIFY(labels(dialog).contains(u"<b>dona</b>⟨U+202E⟩"_s));
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'), qPrintable(label->text()));
    }
};

QTEST_MAIN(TestConfirmDialog)
#include "tst_confirmdialog.moc"
