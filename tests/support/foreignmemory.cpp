// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foreignmemory.h"

using namespace Qt::StringLiterals;

namespace curfew {

ForeignMemory::ForeignMemory(qint64 process)
    : m_maps(u"/proc/%1/maps"_s.arg(process))
    , m_memory(u"/proc/%1/mem"_s.arg(process))
{
}

bool ForeignMemory::open()
{
    return m_maps.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
        && m_memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

QList<qsizetype> ForeignMemory::count(const QList<QByteArray> &needles)
{
    QList<qsizetype> counts(needles.size());
    m_maps.seek(0);
    const QList<QByteArray> lines = m_maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || !words.at(1).startsWith('r') || line.endsWith("[vvar]") || line.endsWith("[vsyscall]"))
            continue;
        const QList<QByteArray> range = words.constFirst().split('-');
        const qint64 from = range.constFirst().toLongLong(nullptr, 16);
        m_memory.seek(from);
        const QByteArray content = m_memory.read(range.constLast().toLongLong(nullptr, 16) - from);
        for (qsizetype i = 0; i < needles.size(); ++i)
            counts[i] += content.count(needles.at(i));
    }
    return counts;
}

} // namespace curfew
