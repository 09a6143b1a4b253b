// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "useractioncommand.h"

namespace curfew {

//! `user contain`
class UserContainCommand : public UserActionCommand {
    Q_OBJECT

public:
    explicit UserContainCommand(CommandContext context);

protected:
    void plan(const ServiceFinding &finding) override;
    void carriedOut() override;

private:
    void lookAgain();
    void seenAgain(Share &share, const Result<PersonAccess> &now);

    qsizetype m_looks = 0;
};

} // namespace curfew
