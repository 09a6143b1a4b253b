// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QWidget;

namespace curfew {

class ConfirmDialog;

//! What the visible widgets of \p root say, line by line.
[[nodiscard]] QString shownText(const QWidget &root);

//! The open question of \p page; nullptr while it asks nothing. Not one that was answered and waits to be deleted.
[[nodiscard]] ConfirmDialog *openQuestion(const QWidget &page);

//! Answers the open question of \p page with yes, once it can be.
void confirmQuestion(const QWidget &page);

} // namespace curfew
