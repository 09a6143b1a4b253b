// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

#include <QByteArray>

namespace curfew {

//! One row an item under a header row, each with what its batch says and with the seal; times as RFC 3339, UTC.
[[nodiscard]] QByteArray csvExport(const QList<BatchRecord> &batches, const JournalSeal &seal);

//! The `journal show` document, with `journal`: {`events`, `head`, `signing_key`}.
[[nodiscard]] QByteArray jsonExport(const BatchRecord &batch, const JournalSeal &seal);
[[nodiscard]] QByteArray jsonExport(const QList<BatchRecord> &batches, const JournalSeal &seal); //!< an array of them

} // namespace curfew
