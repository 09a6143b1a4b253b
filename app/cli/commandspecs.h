// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace curfew {

//! One option, as the help lists it.
struct OptionSpec {
    QString name; //!< without the dashes
    QString valueName; //!< empty for a flag
    QString summary; //!< one line
};

//! One command: its words, what follows them, and the options that it takes beside the common ones.
struct CommandSpec {
    QString words; //!< `issuer credential add`
    QStringList arguments; //!< names of what must follow; one in brackets may be left out
    QStringList required; //!< options without which it can't run
    QStringList optional;
    QString summary; //!< one line
};

[[nodiscard]] const QList<OptionSpec> &commonOptions(); //!< of every command
[[nodiscard]] const QList<OptionSpec> &commandOptions(); //!< of some
[[nodiscard]] const QList<CommandSpec> &commandSpecs();

//! The command that \p words begin with, the longest; nullptr when there is none.
[[nodiscard]] const CommandSpec *findCommand(const QStringList &words);

} // namespace curfew
