// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "authority.h"
#include "jsonfile.h"

#include <QMap>

#include <optional>

namespace curfew {

class Profile;

//! Remembers, in authorities.json, who vouched for an address the last time, so that somebody else is noticed. Every
//! call reads the file anew. A file that can't be read is an error and never counts as "nobody did".
class AuthorityStore {
public:
    explicit AuthorityStore(const Profile &profile);

    //! \p origin as originOf() writes it. \return nothing when nobody is remembered for it
    [[nodiscard]] Result<std::optional<Authority>> find(const QString &origin) const;
    [[nodiscard]] Result<> remember(const QString &origin, const Authority &authority);

private:
    [[nodiscard]] Result<QMap<QString, Authority>> parse(const QJsonObject &content) const;

    JsonFile m_file;
};

} // namespace curfew
