// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basedialog.h"

namespace curfew {

//! *Where do I get a token?*: the ways to one, for somebody who has never seen one.
class TokenHelpDialog : public BaseDialog {
    Q_OBJECT

public:
    explicit TokenHelpDialog(Mode mode, QWidget *parent = nullptr);

private:
    void addWay(const QString &title, const QString &text);
};

} // namespace curfew
