// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>

namespace curfew {

//! The readable memory of another process, as root or a debugger sees it.
class ForeignMemory {
public:
    explicit ForeignMemory(qint64 process);

    [[nodiscard]] bool open(); //!< false: not for us to see
    //! How often each of \p needles lies in it now.
    [[nodiscard]] QList<qsizetype> count(const QList<QByteArray> &needles);

private:
    QFile m_maps;
    QFile m_memory;
};

} // namespace curfew
