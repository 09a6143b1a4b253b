// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalfixture.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace curfew {

constexpr int tokens = 60;
constexpr int groupSize = 6;

// The program that is killed: works through a batch, and prints what it has been promised to be durable.
static int work(const QString &path)
{
    Journal journal(path, {u"helen"_s, u"curfew 0.1.0"_s});
    const auto say = [](const QString &line) {
        std::printf("%s\n", qPrintable(line));
        std::fflush(stdout);
    };
    const Result<QString> id = answer(journal.openBatch(intentOf(tokens)));
    if (!id)
        return 1;
    say(u"opened %1"_s.arg(*id));
    for (int first = 0; first < tokens; first += groupSize) {
        QList<SendingItem> group;
        for (int i = first; i < first + groupSize; ++i)
            group.append({i, Sight::Alive});
        if (!answer(journal.markSending(*id, group)))
            return 1;
        say(u"sending %1"_s.arg(first + groupSize));
        for (int i = first; i < first + groupSize / 2; ++i)
            journal.recordOutcome(*id, i, {Outcome::Revoked, VerifiedBy::Introspection, 200, 1, {}, {}});
    }
    QTest::qWait(60000); // killed by now
    return 1;
}

class TestJournalCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killed_data();
    void killed();
};

void TestJournalCrash::killed_data()
{
    QTest::addColumn<int>("sendingBefore"); // so many items were promised to be `sending` when the kill came
    QTest::newRow("before the first group") << 0;
    QTest::newRow("after the first group") << groupSize;
    QTest::newRow("in the middle") << tokens / 2;
    QTest::newRow("with everything sent") << tokens;
}

void TestJournalCrash::killed()
{
    QFETCH(int, sendingBefore);
    const JournalFixture fixture;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--work"_s, fixture.path()});
    QString id;
    int sending = 0;
    while (id.isEmpty() || sending < sendingBefore) {
        QVERIFY(child.canReadLine() || child.waitForReadyRead(20000));
        const QStringList words = QString::fromUtf8(child.readLine()).simplified().split(u' ');
        if (words.first() == "opened"_L1)
            id = words.last();
        else if (words.first() == "sending"_L1)
            sending = words.last().toInt();
    }
    child.kill();
    QVERIFY(child.waitForFinished(20000));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);

    const auto journal = fixture.make();
    const Result<BatchRecord> record = answer(journal->batch(id));
    QVERIFY(record.has_value());
    QVERIFY(!record->summary.finishedAt);
    QCOMPARE(record->items.size(), tokens);
    // It may have come further than we read, but by whole groups only, and never out of order.
    const int planned = record->summary.counts.value(u"planned"_s);
    QVERIFY(planned % groupSize == 0 && tokens - planned >= sending);
    for (int i = 0; i < tokens; ++i) {
        const ItemRecord &item = record->items.at(i);
        if (i >= tokens - planned) {
            QCOMPARE(itemStatusName(item), u"planned"_s);
            continue;
        }
        QCOMPARE(item.seenBefore, Sight::Alive);
        const bool mayHaveOutcome = i % groupSize < groupSize / 2;
        QVERIFY(itemStatusName(item) == "unknown"_L1 || (mayHaveOutcome && itemStatusName(item) == "revoked"_L1));
    }
    QCOMPARE(answer(journal->verify())->damage, std::optional<JournalDamage>());
    QVERIFY(answer(journal->openBatch(intentOf(1))).has_value()); // and life goes on
}

} // namespace curfew

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments();
        arguments.size() == 3 && arguments.at(1) == "--work"_L1)
        return curfew::work(arguments.at(2));
    curfew::TestJournalCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_journalcrash.moc"
