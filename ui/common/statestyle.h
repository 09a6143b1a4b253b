// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "icons.h"
#include "outcome.h"
#include "tone.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace curfew {

//! How a state is said and shown: always word, shape and colour together.
struct StateStyle {
    QString word;
    QString sentence; //!< may be empty before an action
    Tone tone = Tone::Plain;
    Icon icon = Icon::Active;
};

//! What fills the blanks of an outcome's sentence.
struct OutcomeFacts {
    QString reason; //!< the service's words or ours; already passed through visibleText()
    std::optional<QDateTime> mayWorkUntil; //!< UTC
    QDateTime now; //!< UTC; decides whether mayWorkUntil has passed
};

//! What a session or a token is before and while something is done.
enum class LiveState { Active, Expired, Waiting, Ending, Checking };

[[nodiscard]] StateStyle outcomeStyle(Outcome outcome, const OutcomeFacts &facts = {});
[[nodiscard]] StateStyle liveStyle(LiveState state);
//! For itemStatusName(): an outcome's name, or `planned`.
[[nodiscard]] StateStyle statusStyle(QStringView name, const OutcomeFacts &facts = {});

//! The worse of two comes first: what still works, then what may, what was not tried, what can't be checked, what is
//! over.
[[nodiscard]] int severity(Outcome outcome);
//! The worse of two comes first: red before amber before plain before green before grey.
[[nodiscard]] int severity(Tone tone);

} // namespace curfew
