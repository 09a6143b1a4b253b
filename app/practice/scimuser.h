// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicemessage.h"
#include "practiceperson.h"

#include <QUrl>

#include <tl/expected.hpp>

namespace curfew {

//! Why a body was not taken: `scimType` of RFC 7644 table 9, and words.
struct ScimComplaint {
    QString type;
    QString detail;
};

//! The entity tag of \p person as they are now (RFC 7644 section 3.14).
[[nodiscard]] QByteArray scimVersion(const PracticePerson &person);

//! \p person as a User of SAP's Identity Directory, which is found below \p origin.
[[nodiscard]] QJsonObject scimUser(const PracticePerson &person, const QUrl &origin);

//! \p person as the PatchOp \p body changes them (RFC 7644 section 3.5.2); only `active` can be, by `replace`.
[[nodiscard]] tl::expected<PracticePerson, ScimComplaint> scimPatched(PracticePerson person, const QByteArray &body);

//! \p person as the User \p body says they are (RFC 7644 section 3.5.1). Only `active`, `name` and `emails` can differ.
[[nodiscard]] tl::expected<PracticePerson, ScimComplaint> scimReplaced(PracticePerson person, const QByteArray &body);

} // namespace curfew
