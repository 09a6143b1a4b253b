// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace curfew {

//! What the console was started with.
struct ConsoleOptions {
    enum class Action { Start, PrintHelp, PrintVersion, PrintUsage } action = Action::Start;
    bool practice = false;
    QString profileDir; //!< empty: the person's own profile
    QString problem; //!< for PrintUsage

    bool operator==(const ConsoleOptions &) const = default;
};

//! `curfew [--practice] [--profile-dir DIR]`, and --help and --version. \p arguments are without the program's name.
[[nodiscard]] ConsoleOptions parseConsoleOptions(const QStringList &arguments);
[[nodiscard]] QString consoleUsage(); //!< English, as the command line is

} // namespace curfew
