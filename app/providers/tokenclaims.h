// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace curfew {

//! What a JWT says that decides to which session it belongs.
struct TokenClaims {
    QString sid;
    QString clientId; //!< `client_id`, else `azp`
};

//! Reads those claims of many tokens, as decodeJwt() would, but without building all the others: the tokens of a
//! listing share their header, and a listing has a hundred thousand of them.
class TokenClaimsReader {
public:
    //! \return nothing when \p token is no JWT
    [[nodiscard]] std::optional<TokenClaims> read(QByteArrayView token);

private:
    QByteArray m_header; //!< the last one that was found good, encoded
};

} // namespace curfew
