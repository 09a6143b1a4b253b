// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace curfew {

//! `user protect`
class UserProtectCommand : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

//! `user unprotect`
class UserUnprotectCommand : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

//! `user protected`
class UserProtectedCommand : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

} // namespace curfew
