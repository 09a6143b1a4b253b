// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

namespace curfew {

class Terminal;

//! Tells the `… revoke` document; an array where several issuers were asked. \p strays stand in the first, with no
//! issuer. It is written in pieces, so that a batch of any size takes no more room than it has already.
void tellRevokeDocuments(Terminal &terminal, const QList<BatchRecord> &records, const QList<ItemRecord> &strays);

} // namespace curfew
