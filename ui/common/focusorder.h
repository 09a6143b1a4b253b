// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace curfew {

//! Lets Tab go through \p root as it is read: in the order in which its layouts, splitters and scroll areas hold what
//! they hold. To be called again when something was added.
void tabInReadingOrder(QWidget &root);

} // namespace curfew
