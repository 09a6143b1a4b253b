// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonfile.h"

#include <QByteArrayView>

namespace curfew {

class Profile;

//! How a thing compares with what the operator accepted earlier.
enum class Trust {
    Unknown, //!< never accepted
    Accepted, //!< byte for byte what was accepted
    Changed, //!< something else was accepted under this name
};

//! Remembers, in trust.json, what the operator has looked at and accepted, by SHA-256, so that a later change is
//! noticed. Give the very bytes that are used afterwards, not a path.
class TrustStore {
public:
    explicit TrustStore(const Profile &profile);

    [[nodiscard]] Result<Trust> descriptor(const QString &id, QByteArrayView content) const;
    [[nodiscard]] Result<> acceptDescriptor(const QString &id, QByteArrayView content);

private:
    JsonFile m_file;
};

} // namespace curfew
