// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"

#include <QByteArray>
#include <QFlags>
#include <QString>
#include <QStringList>

namespace curfew {

//! What a client may do through an issuer's REST API.
enum class PracticeRole { ViewUsers = 1, ManageUsers = 2, ViewClients = 4 };
Q_DECLARE_FLAGS(PracticeRoles, PracticeRole)
Q_DECLARE_OPERATORS_FOR_FLAGS(PracticeRoles)

//! One application registered at a practice issuer.
struct PracticeClient {
    QString id;
    QByteArray secret; //!< empty for a public client
    QString application; //!< as the issuer names it in a listing
    AuthMethod method = AuthMethod::ClientSecretBasic; //!< how the operator has it configured; None: a public client
    bool onFile = true; //!< whether the operator of practice mode holds its credential
    QStringList audience = {}; //!< of its access tokens; empty: itself
    bool needsConsent = false; //!< a person is asked before the first sign-in
    PracticeRoles roles = {}; //!< of its service account; none: it has no such account

    [[nodiscard]] bool isPublic() const { return method == AuthMethod::None; }
    [[nodiscard]] bool isAdministrator() const { return roles != PracticeRoles(); }
};

} // namespace curfew
