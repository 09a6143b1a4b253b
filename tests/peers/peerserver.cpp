// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peerserver.h"

#include "peerclient.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

quint16 PeerServer::freePort()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        qFatal("no free port: %s", qPrintable(probe.errorString()));
    return probe.serverPort();
}

QString PeerServer::fetched(const char *name)
{
    const QString value = qEnvironmentVariable(name);
    if (value.isEmpty())
        qFatal("%s isn't set: ./dev test --peers fetches what these tests need", name);
    return value;
}

QByteArray PeerServer::output(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s %s: %s", qPrintable(program), qPrintable(arguments.join(u' ')),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void PeerServer::start(const QString &program, const QStringList &arguments)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(path(u"log"_s));
    m_process.setStandardInputFile(QProcess::nullDevice());
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        qFatal("%s: %s", qPrintable(program), qPrintable(m_process.errorString()));
}

template <typename Condition>
bool PeerServer::comesUp(Condition isUp, std::chrono::seconds within)
{
    const QDeadlineTimer deadline(within);
    while (m_process.state() == QProcess::Running && !deadline.hasExpired()) {
        if (isUp())
            return true;
        QTest::qWait(200);
    }
    qWarning("%s doesn't come up:\n%s", qPrintable(m_process.program()), contents(u"log"_s).right(4000).constData());
    return false;
}

bool PeerServer::answers(const QUrl &url, int status, std::chrono::seconds within)
{
    PeerClient client;
    return comesUp([&] { return client.get(url).status == status; }, within);
}

bool PeerServer::accepts(quint16 port, std::chrono::seconds within)
{
    return comesUp(
        [port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
            return socket.waitForConnected(1000);
        },
        within);
}

void PeerServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(20'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

static QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString PeerServer::file(const QString &name, const QByteArray &content) const
{
    const QString target = path(name);
    QFile out(target);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        qFatal("%s can't be written", qPrintable(target));
    return target;
}

QString PeerServer::source(const QString &name)
{
    return QStringLiteral(CURFEW_PEERS_SOURCE "/") + name;
}

QByteArray PeerServer::filled(const QString &name, const QList<QPair<QByteArray, QByteArray>> &values)
{
    QByteArray text = contentsOf(source(name));
    if (text.isEmpty())
        qFatal("no template %s", qPrintable(name));
    for (const auto &[key, value] : values)
        text.replace('@' + key + '@', value);
    return text;
}

QByteArray PeerServer::contents(const QString &name) const
{
    return contentsOf(path(name));
}

} // namespace curfew
