// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "virtualdisplay.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace curfew {

VirtualDisplay::VirtualDisplay()
{
    m_server.setStandardErrorFile(QProcess::nullDevice());
    // It picks a free number, and says which once it can be connected to.
    m_server.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1400x1000x24"_s, u"-nolisten"_s, u"tcp"_s});
    if (m_server.waitForReadyRead(30'000))
        m_name = ':' + m_server.readLine().trimmed();
}

VirtualDisplay::~VirtualDisplay()
{
    m_server.terminate();
    if (!m_server.waitForFinished(10'000))
        m_server.kill();
    m_server.waitForFinished();
}

// With the event loop running: whoever takes a paste asks this process for it.
bool VirtualDisplay::xdotool(const QStringList &words) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, QString::fromLatin1(m_name));
    process.setProcessEnvironment(environment);
    process.start(u"xdotool"_s, words);
    const bool ended = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    const bool done = ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!done)
        qWarning("xdotool %s: %s", qPrintable(words.join(u' ')), process.readAllStandardError().constData());
    return done;
}

bool VirtualDisplay::focusWindow(const QString &title) const
{
    return xdotool({u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--name"_s, title, u"windowfocus"_s, u"--sync"_s});
}

bool VirtualDisplay::press(const QStringList &keys) const
{
    return xdotool(QStringList{u"key"_s, u"--delay"_s, u"50"_s} + keys);
}

} // namespace curfew
