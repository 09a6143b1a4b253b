// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace curfew {

//! `provider list`
class ProviderListCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

//! `provider check`
class ProviderCheckCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

} // namespace curfew
