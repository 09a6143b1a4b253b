// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kajabiprovider.h"

using namespace Qt::StringLiterals;

namespace curfew {

Result<Token> KajabiProvider::bearerFor(const RevokeTarget &target, const CredentialPtr &credential) const
{
    if (!target.bearer.isNull())
        return target.bearer;
    if (target.hint != "refresh_token"_L1)
        return target.token;
    if (!credential || credential->secret.isEmpty()) {
        return failure(ErrorKind::NoCredential,
                       u"a refresh token needs its access token beside it, or the client's secret"_s);
    }
    return Token();
}

} // namespace curfew
