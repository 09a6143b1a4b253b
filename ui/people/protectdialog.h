// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basedialog.h"

namespace curfew {

//! Asks before an account is put on the list of those that have to be typed to be ended.
class ProtectDialog : public BaseDialog {
    Q_OBJECT

public:
    //! \p names: what the account is called at the services, as it goes on the list.
    ProtectDialog(const QStringList &names, Mode mode, QWidget *parent = nullptr);
};

} // namespace curfew
