// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interrupt.h"

#include <QSocketNotifier>

#include <csignal>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace curfew {

// A handler may touch nothing but this (signal-safety(7)); one program has one Ctrl-C.
static volatile std::sig_atomic_t count = 0;

#ifdef Q_OS_WIN

static Interrupt *receiver = nullptr;

static BOOL WINAPI handle(DWORD kind)
{
    if (kind != CTRL_C_EVENT && kind != CTRL_BREAK_EVENT)
        return FALSE;
    count = count + 1;
    if (count > 1)
        std::_Exit(130);
    QMetaObject::invokeMethod(receiver, &Interrupt::interrupted, Qt::QueuedConnection);
    return TRUE;
}

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    receiver = this;
    SetConsoleCtrlHandler(handle, TRUE);
}

Interrupt::~Interrupt()
{
    SetConsoleCtrlHandler(handle, FALSE);
}

void Interrupt::arrived() { }

#else

static int ends[2] = {-1, -1};

extern "C" void curfewHandleInterrupt(int)
{
    count = count + 1;
    if (count > 1)
        _exit(130);
    const char byte = 1;
    if (::write(ends[0], &byte, 1) < 0)
        _exit(130);
}

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return; // Ctrl-C then ends the program as it ends any other
    m_notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Interrupt::arrived);
    struct sigaction action { };
    action.sa_handler = curfewHandleInterrupt;
    sigemptyset(&action.sa_mask);
    action.sa_flags = 0; // a question that waits for its answer ends too
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

Interrupt::~Interrupt()
{
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    for (int &end : ends) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

void Interrupt::arrived()
{
    char byte = 0;
    if (::read(ends[1], &byte, 1) == 1)
        Q_EMIT interrupted();
}

#endif

} // namespace curfew
