// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hiddeninput.h"

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace curfew {

#ifdef Q_OS_WIN

HiddenInput::HiddenInput(FILE *stream)
    : m_handle(HANDLE(_get_osfhandle(_fileno(stream))))
{
    m_changed = GetConsoleMode(m_handle, &m_mode) && SetConsoleMode(m_handle, m_mode & ~DWORD(ENABLE_ECHO_INPUT));
}

HiddenInput::~HiddenInput()
{
    if (m_changed)
        SetConsoleMode(m_handle, m_mode);
}

#else

HiddenInput::HiddenInput(FILE *stream)
    : m_descriptor(::fileno(stream))
{
    if (::tcgetattr(m_descriptor, &m_mode) != 0)
        return;
    termios silent = m_mode;
    silent.c_lflag &= ~tcflag_t(ECHO);
    m_changed = ::tcsetattr(m_descriptor, TCSAFLUSH, &silent) == 0;
}

HiddenInput::~HiddenInput()
{
    if (m_changed)
        ::tcsetattr(m_descriptor, TCSAFLUSH, &m_mode);
}

#endif

} // namespace curfew
