// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

namespace curfew {

class Terminal;

//! How many issuers a command asked, wherever it then had something to do.
enum class IssuersAsked { One, Several };

//! Tells the `… revoke` document; an array where several issuers were asked. \p strays stand in the first, with no
//! issuer. It is written in pieces, so that a batch of any size takes no more room than it has already.
void tellRevokeDocuments(Terminal &terminal, const QList<BatchRecord> &records, const QList<ItemRecord> &strays);
void tellRevokeDocuments(Terminal &terminal, const QList<BatchRecord> &records, const QList<ItemRecord> &strays,
                         IssuersAsked asked);

} // namespace curfew
