// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oneshotbody.h"

#include "secret.h"

#include <algorithm>
#include <cstring>

namespace curfew {

OneShotBody::OneShotBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
    , m_size(m_bytes.size())
{
    open(ReadOnly | Unbuffered); // no copy in a buffer of QIODevice's
}

OneShotBody::~OneShotBody()
{
    wipeBytes();
}

void OneShotBody::wipeBytes()
{
    wipe(m_bytes);
}

bool OneShotBody::seek(qint64 position)
{
    return position == m_read && QIODevice::seek(position);
}

qint64 OneShotBody::readData(char *data, qint64 maximum)
{
    m_touched = true;
    const qint64 size = std::min(maximum, m_bytes.size() - m_read);
    if (size <= 0)
        return m_read >= m_size ? 0 : -1; // -1: wiped before its end
    std::memcpy(data, m_bytes.constData() + m_read, size_t(size));
    m_read += size;
    return size;
}

} // namespace curfew
