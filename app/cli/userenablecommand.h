// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "blockhistory.h"
#include "useractioncommand.h"

namespace curfew {

//! `user enable`
class UserEnableCommand : public UserActionCommand {
    Q_OBJECT

public:
    explicit UserEnableCommand(CommandContext context);

protected:
    void plan(const ServiceFinding &finding) override;

private:
    void plan(PersonService &service, const Person &person, EarlierState earlier);
};

} // namespace curfew
