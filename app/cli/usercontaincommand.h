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
    void agreed() override;
    void carriedOut() override;

private:
    void readAgain();
    void replan(Share &share, const Result<PersonAccess> &read);
    void lookAgain();
    void seenAgain(Share &share, const Result<PersonAccess> &now);

    [[nodiscard]] ContainSteps steps() const;

    qsizetype m_reads = 0; // of shares, after the operator agreed
    bool m_grew = false; // by what came since the operator was asked
    qsizetype m_looks = 0;
};

} // namespace curfew
