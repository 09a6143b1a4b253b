// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declarativeprovider.h"
#include "result.h"
#include "secret.h"
#include "token.h"

#include <QList>
#include <QString>

namespace curfew {

class Terminal;

//! Files that hold secrets and tokens: a path, or `-` for standard input. One trailing LF or CRLF is dropped.
//! Errors: InvalidInput when a file can't be read, is empty, too large (64 KiB) or holds what it shouldn't.

[[nodiscard]] Result<Secret> readSecretFile(const QString &path, Terminal &terminal);
[[nodiscard]] Result<Token> readTokenFile(const QString &path, Terminal &terminal);

struct TokensInput {
    QList<RevokeTarget> targets;
    QStringList warnings;
};
//! One token a line, or a pair; every target gets \p hint. A line that can't be understood fails the whole: a batch
//! that silently leaves a leaked token out would be worse.
[[nodiscard]] Result<TokensInput> readTokens(const QString &path, const QString &hint, Terminal &terminal);

} // namespace curfew
