// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

#include <QByteArray>

namespace curfew {

//! One row an item under a header row, each with what its batch says; times as RFC 3339, UTC.
[[nodiscard]] QByteArray csvExport(const QList<BatchRecord> &batches);

[[nodiscard]] QByteArray jsonExport(const BatchRecord &batch); //!< the `journal show` document
[[nodiscard]] QByteArray jsonExport(const QList<BatchRecord> &batches); //!< an array of them

} // namespace curfew
