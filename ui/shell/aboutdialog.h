// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basedialog.h"

namespace curfew {

//! Name, version, licence, and what this is built on.
class AboutDialog : public BaseDialog {
    Q_OBJECT

public:
    explicit AboutDialog(Mode mode, QWidget *parent = nullptr);
};

} // namespace curfew
