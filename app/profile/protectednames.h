// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonfile.h"

#include <QStringList>

namespace curfew {

class Profile;
struct Person;

//! The accounts that must not be ended by a slip: service and break-glass accounts, by user name or e-mail address.
//! In protected.json of the profile.
class ProtectedNames {
public:
    explicit ProtectedNames(const Profile &profile);

    [[nodiscard]] Result<QStringList> names() const;
    [[nodiscard]] Result<> add(const QString &name); //!< no change when it stands there, apart from case
    [[nodiscard]] Result<> remove(const QString &name); //!< InvalidInput when it doesn't stand there

    //! Whether \p person goes by one of the names.
    [[nodiscard]] Result<bool> protects(const Person &person) const;

private:
    JsonFile m_file;
};

} // namespace curfew
