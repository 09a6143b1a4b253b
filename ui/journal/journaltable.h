// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QTableView;
class QWidget;

namespace curfew {

//! A table as this page has two of: whole rows, comfortable height, no grid, no editing.
[[nodiscard]] QTableView *newJournalTable(QWidget *parent);

} // namespace curfew
