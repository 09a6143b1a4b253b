// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "journalrecord.h"

#include <functional>

namespace curfew {

//! A command that changes the list of protected accounts: such a change leaves a trace in the journal.
class UserProtectionCommand : public Command {
    Q_OBJECT

public:
    using Command::Command;

protected:
    using Edit = std::function<Result<>(const QString &name)>;
    //! Changes the list by \p edit, unless it is a dry run; records that as \p kind, and says \p text.
    void change(JournalEventKind kind, const Edit &edit, const QString &text);

private:
    void make(JournalEventKind kind, const Edit &edit, const QString &text);
    void tell(const QString &text);
};

//! `user protect`
class UserProtectCommand : public UserProtectionCommand {
    Q_OBJECT

public:
    using UserProtectionCommand::UserProtectionCommand;
    void start() override;
};

//! `user unprotect`
class UserUnprotectCommand : public UserProtectionCommand {
    Q_OBJECT

public:
    using UserProtectionCommand::UserProtectionCommand;
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
