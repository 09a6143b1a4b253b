// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <cstdio>

#ifndef Q_OS_WIN
#include <termios.h>
#endif

namespace curfew {

//! Keeps what is typed at a terminal off the screen while it lives; does nothing where \p stream is none.
class HiddenInput {
public:
    explicit HiddenInput(FILE *stream);
    ~HiddenInput();
    Q_DISABLE_COPY_MOVE(HiddenInput)

private:
#ifdef Q_OS_WIN
    void *m_handle = nullptr;
    unsigned long m_mode = 0;
#else
    int m_descriptor = -1;
    termios m_mode{};
#endif
    bool m_changed = false;
};

} // namespace curfew
