// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QMimeData>
#include <QString>

#include <memory>

namespace curfew {

class PracticeIssuers;

//! Starts this very program again in practice mode: a process of its own can't touch the real profile.
[[nodiscard]] Result<> startPractice();

//! The practice service that lists sessions.
[[nodiscard]] QString practiceService();
//! What the practice caller would send: a token of the compromised account, as a paste would bring it.
[[nodiscard]] std::unique_ptr<QMimeData> practiceToken(const PracticeIssuers &issuers);

} // namespace curfew
