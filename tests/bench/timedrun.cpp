// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timedrun.h"

#include <QFile>
#include <QTemporaryFile>

#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace curfew {

using namespace std::chrono;

static nanoseconds durationOf(const timeval &time)
{
    return seconds(time.tv_sec) + microseconds(time.tv_usec);
}

static std::vector<char *> pointersTo(QList<QByteArray> &texts)
{
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

static nanoseconds monotonic()
{
    return steady_clock::now().time_since_epoch();
}

TimedRun timedRun(const QString &program, const QStringList &arguments, const QStringList &environment)
{
    TimedRun run;
    // Into files: nobody here has to read while the program runs.
    QTemporaryFile out;
    QTemporaryFile err;
    QTemporaryFile peak;
    if (!out.open() || !err.open() || !peak.open())
        return run;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out.handle(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.handle(), STDERR_FILENO);

    // Not wait4()'s own: a process inherits the peak of whoever started it, and this program parses large documents.
    QList<QByteArray> words{
        "time", "--quiet", "--format=%M", "--output", QFile::encodeName(peak.fileName()), QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.append(argument.toLocal8Bit());
    QList<QByteArray> variables;
    for (const QString &variable : environment)
        variables.append(variable.toLocal8Bit());
    for (char **own = environ; *own; ++own) // the first one of a name counts
        variables.append(QByteArray(*own));

    pid_t pid = -1;
    run.startedAt = monotonic();
    const int started = posix_spawnp(&pid, words.first().constData(), &actions, nullptr, pointersTo(words).data(),
                                     pointersTo(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (started != 0)
        return run;
    int status = 0;
    rusage usage{};
    while (::wait4(pid, &status, 0, &usage) < 0 && errno == EINTR) { }
    run.took = monotonic() - run.startedAt;
    run.processor = durationOf(usage.ru_utime) + durationOf(usage.ru_stime);
    run.peakKiB = peak.readAll().trimmed().toLongLong();
    run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    out.seek(0);
    err.seek(0);
    run.out = out.readAll();
    run.err = err.readAll();
    return run;
}

} // namespace curfew
