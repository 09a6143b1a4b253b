// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clishell.h"

#include "fingerprint.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace curfew {

QString CliAnswer::errorKind() const
{
    const QJsonObject whole = json();
    const QJsonObject error = whole.value(u"error"_s).toObject();
    const bool asPromised = whole.keys() == QStringList{u"error"_s}
        && error.keys() == QStringList{u"kind"_s, u"message"_s} && !error.value(u"message"_s).toString().isEmpty();
    return asPromised ? error.value(u"kind"_s).toString() : QString();
}

CliShell::CliShell(Bus bus)
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    QDir().mkpath(homeDir());
    m_environment.insert(u"HOME"_s, homeDir());
    m_environment.insert(u"USER"_s, u"kim"_s);
    m_environment.insert(u"TZ"_s, u"Pacific/Auckland"_s); // documents are in UTC wherever one is
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const auto &name : {"XDG_CONFIG_HOME"_L1, "XDG_DATA_HOME"_L1, "XDG_CACHE_HOME"_L1, "http_proxy"_L1,
                             "https_proxy"_L1, "HTTP_PROXY"_L1, "HTTPS_PROXY"_L1})
        m_environment.remove(name);
    if (bus == Bus::None)
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
}

QString CliShell::program()
{
    return QStringLiteral(CURFEW_CLI_PROGRAM);
}

std::unique_ptr<QProcess> CliShell::begin(const QStringList &arguments, const QString &input)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_place.path());
    if (!input.isEmpty())
        process->setStandardInputFile(input);
    QStringList call = m_launcher + QStringList{program(), u"--profile-dir"_s, profileDir()} + arguments;
    const QString program = call.takeFirst();
    process->start(program, call);
    return process;
}

CliAnswer CliShell::finish(QProcess &process)
{
    // Not for finished(): a program that doesn't start never is.
    const bool ended = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 100'000);
    if (!ended) {
        process.kill();
        process.waitForFinished();
        qWarning("curfew-cli didn't end: %s", qPrintable(process.arguments().join(u' ')));
    }
    CliAnswer answer;
    if (process.error() == QProcess::FailedToStart)
        qWarning("%s: %s", qPrintable(program()), qPrintable(process.errorString()));
    else if (ended && process.exitStatus() == QProcess::NormalExit)
        answer.status = process.exitCode();
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

CliAnswer CliShell::run(const QStringList &arguments, const QByteArray &input)
{
    const auto process = begin(arguments);
    process->write(input);
    process->closeWriteChannel();
    return finish(*process);
}

CliAnswer CliShell::runJson(const QStringList &arguments, const QByteArray &input)
{
    return run(arguments + QStringList{u"--json"_s}, input);
}

CliAnswer CliShell::runBare(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_place.path());
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    return finish(process);
}

QString CliShell::file(const QString &name, const QByteArray &content)
{
    const QString path = m_place.filePath(name);
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        qFatal("%s can't be written", qPrintable(path));
    return path;
}

QString fingerprintOf(const QByteArray &token)
{
    return Fingerprint::of(token).toString();
}

QByteArray lines(const QList<QByteArray> &tokens)
{
    QByteArray text;
    for (const QByteArray &token : tokens)
        text += token + '\n';
    return text;
}

QStringList outcomes(const QJsonObject &revokeDocument)
{
    QStringList names;
    const QJsonArray results = revokeDocument.value(u"results"_s).toArray();
    for (const QJsonValue &result : results)
        names.append(result.toObject().value(u"outcome"_s).toString());
    return names;
}

QStringList times(qsizetype count, const QString &text)
{
    return QStringList(count, text);
}

} // namespace curfew
