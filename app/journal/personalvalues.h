// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journaldatabase.h"

namespace curfew {

//! SHA-256(\p salt ‖ \p value) in hex: how an event names a personal value.
[[nodiscard]] QString personalHash(const QByteArray &salt, const QByteArray &value);

//! Whether \p salt and \p value are what was written under \p hash. The hash alone doesn't tell where the salt ends:
//! 32 bytes are the salt, and at least one is the value.
[[nodiscard]] bool isPersonalPair(const QByteArray &salt, const QByteArray &value, const QString &hash);

//! Keeps personal values in rows of their own, so that value and salt can be erased and the chain still verifies.
//! 32 random bytes of salt keep an erased value from being guessed by its hash.
class PersonalValues {
public:
    explicit PersonalValues(const JournalDatabase &database);

    //! Keeps \p value for the event numbered \p event.
    //! \return the value's hash; empty for an empty value, of which nothing is kept
    [[nodiscard]] Result<QString> keep(qint64 event, const QString &value);

private:
    JournalStatement m_insert;
};

} // namespace curfew
