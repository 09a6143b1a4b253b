// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicebehaviour.h"
#include "practicedirectory.h"
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
    PracticeDirectory people;

    [[nodiscard]] QString issuer() const { return url.toString(); }
    //! Whether nothing about the person keeps \p token from working.
    [[nodiscard]] bool accepts(const PracticeToken &token) const;
    [[nodiscard]] bool works(const PracticeToken &token) const; //!< the truth
    [[nodiscard]] bool look(const PracticeToken &token); //!< what a look says; it is counted
};

} // namespace curfew
