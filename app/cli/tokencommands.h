// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "revokecommand.h"

namespace curfew {

//! `token revoke`: the tokens of a file, at one issuer or each at the configured issuer of its `iss`.
class TokenRevokeCommand final : public RevokeCommand {
    Q_OBJECT

public:
    using RevokeCommand::RevokeCommand;
    void start() override;
};

//! `token inspect`: what a token says of itself, and what its issuer says of it.
class TokenInspectCommand final : public IssuerCommand {
    Q_OBJECT

public:
    using IssuerCommand::IssuerCommand;
    ~TokenInspectCommand() override;
    void start() override;

private:
    void tell(const Token &token, const QString &issuer, Sight sight, ExitStatus status);

    std::unique_ptr<IssuerAccess> m_access;
};

} // namespace curfew
