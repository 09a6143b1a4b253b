// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicebehaviour.h"
#include "practicedoor.h"
#include "practicemint.h"
#include "practicetokens.h"

#include <QUrl>

#include <functional>

namespace curfew {

using PracticeClock = std::function<QDateTime()>; //!< the time, UTC

//! Everything that one practice issuer knows; its contract decides what is done with it.
struct PracticeTenant {
    QUrl url; //!< the issuer identifier, without a trailing slash
    PracticeClock now;
    PracticeDoor door;
    PracticeMint mint;
    PracticeTokens tokens;
    PracticeBehaviour behaviour;

    [[nodiscard]] QString issuer() const { return url.toString(); }
    [[nodiscard]] bool works(const PracticeToken &token) const { return PracticeTokens::works(token, now()); }
    [[nodiscard]] bool look(const PracticeToken &token) { return tokens.look(token.value, now(), behaviour.lag); }
};

} // namespace curfew
