// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

class QTableView;
class QWidget;

namespace curfew {

//! A table as this page has two of: whole rows, comfortable height, no grid, no editing.
[[nodiscard]] QTableView *newJournalTable(QWidget *parent);
//! The first columns' widths, in average characters; the last one takes the rest.
void setColumnWidths(QTableView &table, const QList<int> &characters);

} // namespace curfew
