// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "token.h"

#include "secret.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace curfew {

class TokenSlab {
public:
    explicit TokenSlab(size_t capacity)
        : m_capacity(capacity)
    {
        if (sodium_init() < 0)
            qFatal("libsodium can't be initialised");
        m_bytes = static_cast<char *>(sodium_malloc(capacity));
        if (!m_bytes)
            throw std::bad_alloc();
    }
    ~TokenSlab() { sodium_free(m_bytes); } // wipes
    Q_DISABLE_COPY_MOVE(TokenSlab)

    bool fits(size_t size) const { return m_capacity - m_used >= size; }
    size_t capacity() const { return m_capacity; }
    quint32 append(QByteArrayView bytes)
    {
        const size_t offset = m_used;
        std::memcpy(m_bytes + offset, bytes.data(), size_t(bytes.size()));
        m_used += size_t(bytes.size());
        return quint32(offset);
    }
    const char *at(quint32 offset) const { return m_bytes + offset; }

private:
    char *m_bytes = nullptr;
    size_t m_capacity = 0;
    size_t m_used = 0;
};

QByteArrayView Token::reveal() const
{
    return m_slab ? QByteArrayView(m_slab->at(m_offset), qsizetype(m_length)) : QByteArrayView();
}

Token TokenStore::add(QByteArrayView bytes)
{
    Q_ASSERT(!bytes.isEmpty());
    // Slabs grow fourfold from 16 KiB to 1 MiB, so that a single token doesn't lock a megabyte.
    constexpr size_t smallest = 16 * 1024;
    constexpr size_t largest = 1024 * 1024;
    const auto size = size_t(bytes.size());
    if (!m_current || !m_current->fits(size)) {
        const size_t next = m_current ? std::min(m_current->capacity() * 4, largest) : smallest;
        m_current = std::make_shared<TokenSlab>(std::max(next, size));
    }
    Token token;
    token.m_offset = m_current->append(bytes);
    token.m_length = quint32(size);
    token.m_slab = m_current;
    token.m_fingerprint = Fingerprint::of(bytes);
    return token;
}

Token takeToken(QByteArray &source)
{
    if (source.isEmpty())
        return {};
    TokenStore store;
    Token token = store.add(source);
    wipe(source);
    return token;
}

} // namespace curfew
