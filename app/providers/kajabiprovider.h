// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declarativeprovider.h"

namespace curfew {

//! Kajabi authorises a revoke with an access token of the session that it ends: the paired one, or the token itself
//! (contract of `POST /v1/oauth/revoke`). Only a lone refresh token needs the stored client.
class KajabiProvider final : public DeclarativeProvider {
    Q_OBJECT

public:
    using DeclarativeProvider::DeclarativeProvider;

protected:
    [[nodiscard]] Result<Token> bearerFor(const RevokeTarget &target, const CredentialPtr &credential) const override;
};

} // namespace curfew
