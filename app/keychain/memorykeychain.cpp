// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memorykeychain.h"

#include "asyncresult.h"

using namespace Qt::StringLiterals;

namespace curfew {

static tl::unexpected<Error> locked()
{
    return failure(ErrorKind::KeychainLocked, u"the keychain in memory is locked"_s);
}

QFuture<Result<SecretPtr>> MemoryKeychain::read(const QString &key)
{
    if (m_locked)
        return readyFuture<Result<SecretPtr>>(locked());
    const auto value = m_values.find(key);
    if (value == m_values.end())
        return readyFuture<Result<SecretPtr>>(failure(ErrorKind::EntryNotFound));
    return readyFuture<Result<SecretPtr>>(value->second);
}

QFuture<Result<>> MemoryKeychain::write(const QString &key, Secret value)
{
    if (m_locked)
        return readyFuture<Result<>>(locked());
    m_values.insert_or_assign(key, std::make_shared<const Secret>(std::move(value)));
    return readyFuture<Result<>>({});
}

QFuture<Result<>> MemoryKeychain::remove(const QString &key)
{
    if (m_locked)
        return readyFuture<Result<>>(locked());
    m_values.erase(key);
    return readyFuture<Result<>>({});
}

QFuture<Result<>> MemoryKeychain::unlock()
{
    m_locked = false;
    return readyFuture<Result<>>({});
}

} // namespace curfew
