// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credentialinput.h"
#include "issuercommand.h"
#include "journalrecord.h"

namespace curfew {

//! A command that changes the configuration, and journals that.
class IssuerAdminCommand : public IssuerCommand {
    Q_OBJECT

public:
    using IssuerCommand::IssuerCommand;

protected:
    //! Journals the change, then says \p sentence and finishes.
    void changed(JournalEventKind kind, const Issuer &issuer, const QString &detail, const QString &sentence);
    //! In a dry run says that it would do \p what, and finishes the command.
    [[nodiscard]] bool rehearsed(const Issuer &issuer, const QString &what);
};

//! `issuer add`
class IssuerAddCommand final : public IssuerAdminCommand {
    Q_OBJECT

public:
    using IssuerAdminCommand::IssuerAdminCommand;
    void start() override;

private:
    void add(const Issuer &issuer);
};

//! `issuer credential add`
class CredentialAddCommand final : public IssuerAdminCommand {
    Q_OBJECT

public:
    using IssuerAdminCommand::IssuerAdminCommand;
    void start() override;
};

//! `issuer credential remove`
class CredentialRemoveCommand final : public IssuerAdminCommand {
    Q_OBJECT

public:
    using IssuerAdminCommand::IssuerAdminCommand;
    void start() override;
};

//! `issuer remove`
class IssuerRemoveCommand final : public IssuerAdminCommand {
    Q_OBJECT

public:
    using IssuerAdminCommand::IssuerAdminCommand;
    void start() override;

private:
    void removeSecrets(const Issuer &issuer, qsizetype next);
};

} // namespace curfew
