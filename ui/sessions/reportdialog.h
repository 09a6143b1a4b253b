// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sessionsbackend.h"
#include "tone.h"

class QWidget;

namespace curfew {

//! Asks where to, then saves the journal's record of \p batch as JSON or CSV. \p said gets a sentence about how that
//! went, unless \p parent is gone or the operator changed their mind.
void saveReport(const SessionsBackend &backend, const QString &batch, QWidget *parent,
                const std::function<void(const QString &sentence, Tone tone)> &said);

} // namespace curfew
