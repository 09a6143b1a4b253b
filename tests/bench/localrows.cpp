// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchplace.h"
#include "benchrows.h"

using namespace Qt::StringLiterals;

namespace curfew {

static QList<QByteArray> wordsOf(const TimedRun &run, const QString &what)
{
    const QList<QByteArray> words = run.out.simplified().split(' ');
    if (run.status != 0 || words.size() < 2)
        qFatal("%s failed:\n%s", qPrintable(what), (run.err + run.out).constData());
    return words;
}

QList<Figure> listingRead(BenchPlace &place, int rounds)
{
    Figure beside{u"listing of 100,000 rows, parsed and grouped"_s, u"QJsonDocument::fromJson alone"_s, u"ms"_s};
    beside.goal = Figure::Goal::AtMost;
    beside.target = 3;
    for (int round = 0; round < rounds; ++round) {
        const TimedRun run = timedRun(QStringLiteral(CURFEW_BENCH_LISTING), {u"100000"_s, u"1"_s}, place.environment());
        const QList<QByteArray> words = wordsOf(run, u"readlisting"_s);
        beside.ours.append(words.at(0).toDouble());
        beside.peers.append(words.at(1).toDouble());
    }
    return {beside};
}

namespace {

struct Start {
    double milliseconds = 0;
    double mebibytes = 0;
};

} // namespace

static Start start(const BenchPlace &place, const QString &program, const QStringList &arguments)
{
    const QStringList watched = place.environment()
        + QStringList{u"QT_PLUGIN_PATH="_s + QStringLiteral(CURFEW_BENCH_PLUGINS),
                      u"QT_QPA_GENERIC_PLUGINS=firstpaint"_s};
    const TimedRun run = timedRun(program, arguments, watched);
    const QList<QByteArray> words = wordsOf(run, program);
    return {double(words.at(0).toLongLong() - run.startedAt.count()) / 1e6, words.at(1).toDouble() / 1024};
}

QList<Figure> consoleStart(BenchPlace &place, int rounds)
{
    Figure time{u"start of the console to first paint"_s, u"an empty QMainWindow"_s, u"ms"_s};
    time.goal = Figure::Goal::AtMost;
    time.target = 2.5;
    Figure memory{u"  resident memory then"_s, u"an empty QMainWindow"_s, u"MiB"_s};
    memory.goal = Figure::Goal::AtMost;
    memory.target = 1.5;
    const QString console = QStringLiteral(CURFEW_CONSOLE_PROGRAM);
    const QString empty = QStringLiteral(CURFEW_BENCH_WINDOW);
    const QStringList profile{u"--profile-dir"_s, place.file(u"profile"_s)};
    // Once without measuring: what is on the disk is read, and what Qt keeps in a home is made.
    (void)start(place, console, profile);
    (void)start(place, empty, {});
    for (int round = 0; round < rounds; ++round) {
        const Start ours = start(place, console, profile);
        const Start theirs = start(place, empty, {});
        time.ours.append(ours.milliseconds);
        time.peers.append(theirs.milliseconds);
        memory.ours.append(ours.mebibytes);
        memory.peers.append(theirs.mebibytes);
    }
    return {time, memory};
}

} // namespace curfew
