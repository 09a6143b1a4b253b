// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonpointer.h"
#include "token.h"

#include <QByteArray>
#include <QList>

namespace curfew {

//! A listing whose tokens were taken out before anything else saw them.
struct TokenlessListing {
    QByteArray json; //!< as it came, with a mask in place of each token
    QList<Token> tokens; //!< one for each element of the array; null where it carried none
};

//! Moves the tokens of a listing from \p body into guarded memory and wipes \p body. \p items points to the array,
//! \p token from an element to its token. A token is masked wherever it stands: in its own member, inside another
//! text, in another element; so is every text that looks like a JWT, and what `access_token` and its kin hold. A text
//! of more than 8 KiB is left out, so that an element stays small enough to be shown.
[[nodiscard]] TokenlessListing takeTokens(QByteArray body, const JsonPointer &items, const JsonPointer &token);

//! Whether \p text is one of the masks.
[[nodiscard]] bool isTokenMask(QStringView text);

} // namespace curfew
