// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asyncresult.h"
#include "journalfilter.h"
#include "journalitemsmodel.h"
#include "journallistmodel.h"
#include "journalpage.h"
#include "journalwords.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

static QDateTime now()
{
    return {QDate(2026, 3, 1), QTime(14, 2, 11), Qt::UTC};
}

static BatchSummary batch(const QString &id, int hoursAgo, const QString &person, bool finished = true)
{
    BatchSummary summary;
    summary.batch = id;
    summary.startedAt = now().addSecs(-3600 * hoursAgo);
    if (finished)
        summary.finishedAt = summary.startedAt.addSecs(5);
    summary.operatorName = u"agent"_s;
    summary.issuer = u"Acme"_s;
    summary.user = person;
    summary.counts = {{u"revoked"_s, 7}};
    return summary;
}

static ItemRecord item(std::optional<Outcome> outcome)
{
    ItemRecord record;
    record.item.fingerprint = u"0123456789abcdef"_s;
    if (outcome) {
        record.state = ItemState::Done;
        record.result = ItemResult{*outcome, VerifiedBy::Introspection, 200, 1, {}, u"said\u202Eso"_s};
    }
    return record;
}

struct FakeJournal {
    QList<BatchSummary> summaries;
    VerifyReport report;
    int asked = 0;

    JournalActions actions()
    {
        JournalActions actions;
        actions.batches = [this] { return readyFuture(Result<QList<BatchSummary>>(summaries)); };
        actions.batch = [this](const QString &id) {
            ++asked;
            BatchRecord record;
            record.summary.batch = id;
            for (const BatchSummary &summary : std::as_const(summaries)) {
                if (summary.batch == id)
                    record.summary = summary;
            }
            record.items = {item(Outcome::Revoked), item(Outcome::StillActive), item(std::nullopt)};
            return readyFuture(Result<BatchRecord>(record));
        };
        actions.verify = [this] { return readyFuture(Result<VerifyReport>(report)); };
        actions.exportAll = [](ExportFormat) { return readyFuture(Result<QByteArray>(QByteArray())); };
        actions.exportBatch = [](const QString &, ExportFormat) {
            return readyFuture(Result<QByteArray>(QByteArray()));
        };
        return actions;
    }
};

static QTableView *table(const QWidget &page, const QString &name)
{
    for (QTableView *candidate : page.findChildren<QTableView *>()) {
        if (candidate->accessibleName() == name)
            return candidate;
    }
    return nullptr;
}

class TestJournalPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsAreSound()
    {
        JournalListModel batches;
        JournalItemsModel items;
        const QAbstractItemModelTester one(&batches, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester two(&items, QAbstractItemModelTester::FailureReportingMode::QtTest);
        batches.setBatches({batch(u"a"_s, 1, u"dona"_s), batch(u"b"_s, 2, u"jonas"_s)}, now());
        items.setItems({item(Outcome::Failed), item(std::nullopt)}, now());
        QCOMPARE(batches.rowCount(), 2);
        QCOMPARE(items.rowCount(), 2);
        QCOMPARE(items.index(0, JournalItemsModel::StateColumn).data().toString(), u"Not ended"_s);
        QVERIFY(!items.index(0, JournalItemsModel::MessageColumn).data().toString().contains(QChar(0x202E)));
        batches.setBatches({}, now());
        items.setItems({}, now());
    }

    void offersToCarryOnWhatWasInterrupted()
    {
        FakeJournal journal;
        BatchSummary running = batch(u"running"_s, 1, u"dona"_s, false);
        running.running = true;
        BatchSummary interrupted = batch(u"interrupted"_s, 2, u"dona"_s, false);
        interrupted.counts = {{u"revoked"_s, 7}, {u"planned"_s, 3}, {u"unknown"_s, 2}};
        journal.summaries = {running, interrupted};
        JournalPage page(journal.actions());
        QSignalSpy found(&page, &JournalPage::interruptedFound);
        QSignalSpy wanted(&page, &JournalPage::takeUpRequested);
        page.show();
        page.refresh();
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().first().toInt(), 5);
        auto *list = page.findChild<QTableView *>();
        QCOMPARE(list->model()->index(0, 0).data(JournalListModel::BatchRole).toString(), u"interrupted"_s);
        QHash<QString, QPushButton *> buttons;
        for (QPushButton *button : page.findChildren<QPushButton *>())
            buttons.insert(button->text(), button);
        QPushButton *check = buttons.value(u"Check now"_s);
        QPushButton *sendAgain = buttons.value(u"Send again…"_s);
        QVERIFY(check && sendAgain);
        QTRY_VERIFY(check->isVisible() && sendAgain->isVisible());
        check->click();
        sendAgain->click();
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.first().first().value<BatchRecord>().summary.batch, u"interrupted"_s);
        QCOMPARE(wanted.first().last().value<TakeUp>(), TakeUp::Check);
        QCOMPARE(wanted.last().last().value<TakeUp>(), TakeUp::SendAgain);
        list->setCurrentIndex(list->model()->index(1, 0));
        QTRY_VERIFY(!check->isVisible() && !sendAgain->isVisible());
    }

    void unfinishedOnesStayOnTop()
    {
        JournalListModel batches;
        JournalFilter filter;
        filter.setSourceModel(&batches);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        batches.setBatches(
            {batch(u"new"_s, 1, u"dona"_s), batch(u"cut"_s, 9, u"jonas"_s, false), batch(u"old"_s, 5, u"petra"_s)},
            now());
        const auto order = [&filter] {
            QStringList ids;
            for (int row = 0; row < filter.rowCount(); ++row)
                ids << filter.index(row, 0).data(JournalListModel::BatchRole).toString();
            return ids;
        };
        filter.sort(JournalListModel::WhenColumn, Qt::DescendingOrder);
        QCOMPARE(order(), (QStringList{u"cut"_s, u"new"_s, u"old"_s}));
        filter.sort(JournalListModel::WhenColumn, Qt::AscendingOrder);
        QCOMPARE(order(), (QStringList{u"cut"_s, u"old"_s, u"new"_s}));
        filter.setSearch(u"PETRA acme"_s);
        QCOMPARE(order(), (QStringList{u"old"_s}));
    }

    void showsWhatWasDone()
    {
        FakeJournal journal;
        journal.summaries = {batch(u"a"_s, 1, u"dona"_s), batch(u"b"_s, 2, u"jonas"_s)};
        JournalPage page(journal.actions());
        page.show();
        page.refresh();
        const QTableView *list = table(page, u"Actions"_s);
        const QTableView *details = table(page, u"Items of the action"_s);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QTRY_COMPARE(details->model()->rowCount(), 3);
        page.findChild<QLineEdit *>()->setText(u"nobody"_s);
        QVERIFY(!list->isVisible());
        for (QPushButton *candidate : page.findChildren<QPushButton *>()) {
            if (candidate->text() == u"Clear search"_s)
                candidate->click();
        }
        QVERIFY(list->isVisible());
        page.lock();
        QCOMPARE(list->model()->rowCount(), 0);
        QCOMPARE(details->model()->rowCount(), 0);
    }

    void saysThatItIsNotSigned()
    {
        FakeJournal journal;
        JournalPage page(journal.actions());
        page.show();
        const auto said = [&page] {
            for (const QLabel *label : page.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().startsWith(u"This profile’s journal is not signed: "_s))
                    return true;
            }
            return false;
        };
        QVERIFY(!said());
        page.showUnsigned(Error{ErrorKind::KeychainUnavailable, {}, 0, {}});
        QVERIFY(said());
        page.lock();
        QVERIFY(said());
    }

    void mayGoWhileAnAnswerIsPending()
    {
        FakeJournal journal;
        QPromise<Result<QList<BatchSummary>>> answer;
        answer.start();
        JournalActions actions = journal.actions();
        actions.batches = [&answer] { return answer.future(); };
        {
            JournalPage page(actions);
            page.refresh();
        }
        answer.addResult(Result<QList<BatchSummary>>(QList<BatchSummary>{batch(u"a"_s, 1, u"dona"_s)}));
        answer.finish();
        QCoreApplication::processEvents(); // the answer finds nobody
        QCOMPARE(journal.asked, 0);
    }

    void verificationSaysItPlainly()
    {
        VerifyReport good;
        good.intact = true;
        good.events = 12;
        QVERIFY(verifyWords(good).startsWith(u"The journal is intact"_s));
        VerifyReport bad;
        bad.damage = JournalDamage{7, DamageKind::Edited, {}};
        QVERIFY(verifyWords(bad).contains(u"entry 7 was changed"_s));
        QVERIFY(verifyWords(bad).contains(u"No signature tells whether what stands before it was changed"_s));
        QCOMPARE(verifyTone(bad), Tone::Amber);
        bad.vouchedEvents = 4;
        QVERIFY(verifyWords(bad).contains(u"Entries 1 to 4 are as they were signed"_s));
        bad.damage = JournalDamage{0, DamageKind::Edited, {}};
        QVERIFY(verifyWords(bad).contains(u"the file holds something else than what was written"_s));
    }

    void verificationSaysWhatSignaturesDontSay()
    {
        VerifyReport report;
        report.intact = true;
        report.events = 12;
        report.signedBatches = 1;
        report.signingKeys = {u"0123456789abcdef"_s};
        report.profileKey = ProfileKey::AtHand;
        QCOMPARE(verifyTone(report), Tone::Green);
        const auto saysMissing = [&] { return verifyWords(report).contains(u"key is missing from the keychain"_s); };
        QVERIFY(!saysMissing());
        report.unsignedEvents = 3;
        QVERIFY(verifyWords(report).contains(u"3 entries since the last signature are not signed"_s));
        report.earlierKeyBatches = 2;
        QVERIFY(verifyWords(report).contains(u"2 action(s) are signed with an earlier key"_s));
        QCOMPARE(verifyTone(report), Tone::Amber);
        report.earlierKeyBatches = 0;
        report.profileKey = ProfileKey::Missing;
        QVERIFY(saysMissing());
        QCOMPARE(verifyTone(report), Tone::Amber);
        report.profileKey = ProfileKey::NotAtHand;
        QVERIFY(!saysMissing());
    }

    void saysThatTheKeyWasReplaced()
    {
        FakeJournal journal;
        JournalPage page(journal.actions());
        page.show();
        page.showKeyChange({u"0000000000000000"_s, u"1111111111111111"_s});
        const auto labels = page.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"with a new key from now on"_s);
        }));
    }

    void countsNameTheWorstFirst()
    {
        QCOMPARE(countWords({{u"revoked"_s, 7}, {u"failed"_s, 1}}), u"1 × Not ended · 7 × Ended, checked"_s);
        QCOMPARE(worstTone({{u"revoked"_s, 7}, {u"accepted"_s, 1}}), Tone::Amber);
    }
};

QTEST_MAIN(TestJournalPage)
#include "tst_journalpage.moc"
