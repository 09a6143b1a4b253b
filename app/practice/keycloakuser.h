// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceform.h"
#include "practicemessage.h"
#include "practiceperson.h"

namespace curfew {

//! How much Keycloak says of a user.
enum class KeycloakDetail {
    Brief, //!< `briefRepresentation=true`
    Listed, //!< one of several
    Whole //!< asked for by id
};

//! Whether the caller may change the user; it is said with each of them.
enum class KeycloakAccess { View, Manage };

//! A UserRepresentation, as Keycloak 26.7.5 writes it.
[[nodiscard]] QJsonObject keycloakUser(const PracticePerson &person, KeycloakDetail detail, KeycloakAccess access);

//! Whether \p person is one that a search by \p query means: each of `username`, `email`, `firstName` and `lastName`
//! fits, the whole of it with `exact=true`, else any part; there `%` and `_` are SQL's wildcards. Without any of them
//! everybody is meant but service accounts.
[[nodiscard]] bool keycloakSearchMeans(const PracticePerson &person, const PracticeForm &query);

//! \p person as the UserRepresentation in \p request changes them, or the refusal. What it doesn't name stays, but
//! with `attributes` in it a name or an address that is missing is taken away.
[[nodiscard]] tl::expected<PracticePerson, PracticeAnswer> keycloakUpdated(PracticePerson person,
                                                                           const PracticeRequest &request);

} // namespace curfew
