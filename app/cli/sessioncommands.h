// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "revokecommand.h"
#include "session.h"

namespace curfew {

//! `session list`
class SessionListCommand final : public IssuerCommand {
    Q_OBJECT

public:
    using IssuerCommand::IssuerCommand;
    ~SessionListCommand() override;
    void start() override;

private:
    void tell(Listing listing);

    std::unique_ptr<IssuerAccess> m_access;
};

//! `session revoke`
class SessionRevokeCommand final : public RevokeCommand {
    Q_OBJECT

public:
    using RevokeCommand::RevokeCommand;
    ~SessionRevokeCommand() override;
    void start() override;

private:
    void listed(const Listing &listing);
    void askAnchor();

    std::unique_ptr<IssuerAccess> m_access;
    Token m_anchor;
};

} // namespace curfew
