// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace curfew;

//! The order in which the kernel is asked to write to the disk and to the network, seen by strace(1).
class TestCliDurable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theJournalIsOnTheDiskBeforeARevokeLeaves();

private:
    enum class Durability { Unwritten, Written, OnDisk };
    [[nodiscard]] static QByteArrayList traceOf(CliBench &bench, const QStringList &call);
};

QByteArrayList TestCliDurable::traceOf(CliBench &bench, const QStringList &call)
{
    const QString trace = bench.homeDir() + u"/trace"_s;
    bench.setLauncher({u"strace"_s, u"-f"_s, u"-y"_s, u"-s"_s, u"8192"_s, u"-e"_s,
                       u"trace=fsync,fdatasync,pwrite64,write,sendto,sendmsg,writev"_s, u"-o"_s, trace});
    const CliAnswer answer = bench.run(call);
    bench.setLauncher({});
    QFile file(trace);
    if (answer.status != 0 || !file.open(QIODevice::ReadOnly)) {
        qWarning("%s", answer.err.constData());
        return {};
    }
    return file.readAll().split('\n');
}

void TestCliDurable::theJournalIsOnTheDiskBeforeARevokeLeaves()
{
    CliBench bench;
    QVERIFY(bench.add(u"any"_s, u"oauth2"_s));
    const QList<QByteArray> tokens =
        bench.issuer(u"oauth2"_s).addSessions(u"robin.finch@example.com"_s, CliBench::clientOf(u"oauth2"_s), 3);
    const QByteArrayList trace = traceOf(
        bench,
        QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, bench.file(u"tokens"_s, lines(tokens))}
            + bench.at(u"any"_s, u"oauth2"_s));
    const QByteArray revoke = "POST " + bench.issuer(u"oauth2"_s).path(PracticeEndpoint::Revoke) + ' ';
    QMap<QByteArray, Durability> events{{"batch_opened", Durability::Unwritten}, {"sending", Durability::Unwritten}};
    int sent = 0;
    for (const QByteArray &line : trace) {
        const bool isSync = line.contains("fsync(") || line.contains("fdatasync(");
        for (auto event = events.begin(); event != events.end(); ++event) {
            if (line.contains("/journal.sqlite-wal>") && line.contains(R"(\"event\":\")" + event.key() + R"(\")"))
                event.value() = std::max(event.value(), Durability::Written);
            if (isSync && line.contains("/journal.sqlite-wal>") && event.value() == Durability::Written)
                event.value() = Durability::OnDisk;
        }
        if (line.contains(revoke) && ++sent == 1)
            QCOMPARE(events.values(), (QList{Durability::OnDisk, Durability::OnDisk}));
    }
    QCOMPARE(sent, 6);
}

QTEST_GUILESS_MAIN(TestCliDurable)
#include "tst_clidurable.moc"
