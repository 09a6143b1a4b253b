// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace curfew {

//! One application registered at a practice issuer.
struct PracticeClient {
    QString id;
    QByteArray secret; //!< empty for a public client
    QString application; //!< as the issuer names it in a listing
    AuthMethod method = AuthMethod::ClientSecretBasic; //!< how the operator has it configured; None: a public client
    bool onFile = true; //!< whether the operator of practice mode holds its credential
    QStringList audience = {}; //!< of its access tokens; empty: itself

    [[nodiscard]] bool isPublic() const { return method == AuthMethod::None; }
};

} // namespace curfew
