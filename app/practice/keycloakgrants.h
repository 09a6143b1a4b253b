// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceperson.h"
#include "practiceusersession.h"

#include <QJsonArray>

namespace curfew {

//! The UUID by which the admin API means the client \p clientId.
[[nodiscard]] QString keycloakClientUuid(const QString &clientId);

//! A UserSessionRepresentation, as Keycloak 26.7.5 writes it.
[[nodiscard]] QJsonObject keycloakSession(const PracticeUserSession &session, const PracticePerson &person);

//! What \p person lets applications do: consents, and the \p offline sessions, each a grant of its own.
[[nodiscard]] QJsonArray keycloakConsents(const PracticePerson &person, const QList<PracticeUserSession> &offline);

} // namespace curfew
