// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuercommand.h"

namespace curfew {

//! `issuer check`
class IssuerCheckCommand final : public IssuerCommand {
    Q_OBJECT

public:
    using IssuerCommand::IssuerCommand;
    ~IssuerCheckCommand() override;
    void start() override;

private:
    void check();
    //! Whether the operator trusts another authority than before; what was not confirmed has failed the command.
    [[nodiscard]] bool trusts(const SeenAuthority &seen);
    void checked(const CheckReport &report);
    void acceptOrigins(const QStringList &origins);

    std::unique_ptr<IssuerAccess> m_access;
};

} // namespace curfew
