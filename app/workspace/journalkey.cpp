// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalkey.h"

#include "asyncresult.h"
#include "keychain.h"

using namespace Qt::StringLiterals;

namespace curfew {

static Result<SigningKeyPtr> keyFrom(const Result<SecretPtr> &entry)
{
    if (!entry)
        return tl::unexpected(entry.error());
    return SigningKey::fromSeed((*entry)->reveal()).map([](SigningKey key) -> SigningKeyPtr {
        return std::make_shared<const SigningKey>(std::move(key));
    });
}

JournalKey::JournalKey(Keychain &keychain, const QString &profileId)
    : m_keychain(keychain)
    , m_entry(u"curfew/%1/journal-signing-key"_s.arg(profileId))
{
}

QFuture<Result<SigningKeyPtr>> JournalKey::key(Journal::KeyUse use)
{
    return andThen(m_keychain.read(m_entry), this, [this, use](const Result<SecretPtr> &stored) {
        const bool missing = !stored && stored.error().kind == ErrorKind::EntryNotFound;
        return missing && use == Journal::KeyUse::ToSign ? makeKey() : readyFuture(keyFrom(stored));
    });
}

// What is stored counts, not what was written: another Curfew may have made its key at the same moment.
QFuture<Result<SigningKeyPtr>> JournalKey::makeKey()
{
    return andThen(m_keychain.write(m_entry, SigningKey::generate().seed()), this, [this](const Result<> &written) {
        if (!written)
            return readyFuture<Result<SigningKeyPtr>>(tl::unexpected(written.error()));
        return m_keychain.read(m_entry).then(keyFrom);
    });
}

} // namespace curfew
