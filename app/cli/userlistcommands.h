// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "usercommand.h"

namespace curfew {

//! `user find`
class UserFindCommand : public UserCommand {
    Q_OBJECT

public:
    using UserCommand::UserCommand;
    void start() override { search(); }

protected:
    void searched() override;
};

//! `user sessions`
class UserSessionsCommand : public UserCommand {
    Q_OBJECT

public:
    using UserCommand::UserCommand;
    void start() override { search(); }

protected:
    void searched() override;
};

} // namespace curfew
