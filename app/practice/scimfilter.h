// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceperson.h"

#include <QStringView>

#include <optional>

namespace curfew {

//! A SCIM filter (RFC 7644 section 3.4.2.2), as far as the practice directory answers it: `ATTRIBUTE eq "VALUE"`.
struct ScimFilter {
    enum class Attribute { Id, UserName, EmailsValue };

    Attribute attribute = Attribute::Id;
    QString value;

    //! One space each side of `eq`; names in any case; the value a JSON string.
    //! \return nothing for whatever else the grammar allows, and for what it doesn't
    [[nodiscard]] static std::optional<ScimFilter> parse(QStringView text);

    [[nodiscard]] bool holds(const PracticePerson &person) const;
    bool operator==(const ScimFilter &) const = default;
};

} // namespace curfew
