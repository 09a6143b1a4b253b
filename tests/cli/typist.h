// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace curfew {

//! A pseudo terminal, and somebody who types at it.
class Typist {
public:
    Typist()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK))
    {
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
            qFatal("no pseudo terminal");
        m_keeper = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY); // it stays while programs come and go
    }
    ~Typist()
    {
        ::close(m_keeper);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Typist)

    [[nodiscard]] QString terminal() const { return QString::fromLatin1(::ptsname(m_master)); }
    void type(const QByteArray &keys) const
    {
        if (::write(m_master, keys.constData(), size_t(keys.size())) != keys.size())
            qFatal("typing failed");
    }
    //! What the terminal showed of what was typed.
    [[nodiscard]] QByteArray echo() const
    {
        QByteArray shown(4096, '\0');
        const auto got = ::read(m_master, shown.data(), size_t(shown.size()));
        return shown.left(std::max<qsizetype>(got, 0));
    }

private:
    int m_master;
    int m_keeper = -1;
};

} // namespace curfew
