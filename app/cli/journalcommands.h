// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "journalrecord.h"

namespace curfew {

//! `journal list`
class JournalListCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

//! `journal show`
class JournalShowCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

//! `journal verify`
class JournalVerifyCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void tell(const VerifyReport &report);
};

//! `journal erase`
class JournalEraseCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void tell(const Erasure &erasure, const QDateTime &before);
};

//! `journal export`
class JournalExportCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void write(const QByteArray &content);
};

} // namespace curfew
