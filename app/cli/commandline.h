// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outcome.h"
#include "result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace curfew {

//! A call, understood: options stand before or after the command.
struct CommandLine {
    QString command; //!< CommandSpec::words; empty for the guided tour
    QStringList arguments;
    QHash<QString, QStringList> values; //!< option → its values, in order
    QStringList flags;

    std::chrono::milliseconds timeout{30'000};
    Verify verify = Verify::Full;
    std::optional<int> parallel;
    std::optional<std::chrono::seconds> watch;

    [[nodiscard]] bool has(const QString &option) const { return flags.contains(option) || values.contains(option); }
    [[nodiscard]] QString value(const QString &option) const; //!< the last; empty when not given
    [[nodiscard]] bool json() const { return has(QStringLiteral("json")); }
    [[nodiscard]] bool practice() const { return has(QStringLiteral("practice")); }
};

//! \p arguments without the program's name. \return InvalidInput with a sentence that names the mistake
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace curfew
