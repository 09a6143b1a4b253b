// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secret.h"

#include <sodium.h>

#include <cstring>
#include <new>

namespace curfew {

// sodium_malloc aborts without sodium_init(); it is idempotent and thread-safe.
static void ensureSodium()
{
    static const int ready = sodium_init();
    if (ready < 0)
        qFatal("libsodium can't be initialised");
}

static char *allocate(qsizetype size)
{
    ensureSodium();
    auto *bytes = static_cast<char *>(sodium_malloc(size_t(size)));
    if (!bytes)
        throw std::bad_alloc();
    return bytes;
}

void Secret::Wipe::operator()(char *bytes) const
{
    sodium_free(bytes);
}

Secret Secret::take(QByteArray &source)
{
    Secret secret;
    if (!source.isEmpty()) {
        secret.m_bytes.reset(allocate(source.size()));
        secret.m_size = source.size();
        std::memcpy(secret.m_bytes.get(), source.constData(), size_t(source.size()));
    }
    wipe(source);
    return secret;
}

Secret Secret::random(qsizetype size)
{
    Secret secret;
    secret.m_bytes.reset(allocate(size));
    secret.m_size = size;
    randombytes_buf(secret.m_bytes.get(), size_t(size));
    return secret;
}

Secret Secret::clone() const
{
    Secret copy;
    if (m_size > 0) {
        copy.m_bytes.reset(allocate(m_size));
        copy.m_size = m_size;
        std::memcpy(copy.m_bytes.get(), m_bytes.get(), size_t(m_size));
    }
    return copy;
}

QByteArrayView Secret::reveal() const
{
    return QByteArrayView(m_bytes.get(), m_size);
}

void wipe(QByteArray &bytes)
{
    // Through the shared buffer on purpose: detaching would leave the original behind. Literals (capacity 0) stay.
    if (bytes.capacity() > 0)
        sodium_memzero(const_cast<char *>(bytes.constData()), size_t(bytes.size()));
    bytes.clear();
}

} // namespace curfew
