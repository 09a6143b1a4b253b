// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inputs.h"

#include "hiddeninput.h"
#include "terminal.h"
#include "tokensfile.h"

#include <QFile>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr qsizetype largestSecret = 64 * 1024;

static QString sourceName(const QString &path)
{
    return path == "-"_L1 ? u"standard input"_s : path;
}

static Result<QByteArray> readAll(const QString &path, const QString &prompt, Terminal &terminal)
{
    QByteArray bytes;
    if (path == "-"_L1) {
        auto typed = terminal.readInput(prompt);
        if (!typed)
            return tl::unexpected(typed.error());
        bytes = std::move(*typed);
    } else {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return failure(ErrorKind::InvalidInput, u"%1 can't be read: %2"_s.arg(path, file.errorString()));
        bytes = file.read(largestSecret + 1);
    }
    if (bytes.size() > largestSecret) {
        wipe(bytes);
        return failure(ErrorKind::InvalidInput, u"%1 holds more than 64 KiB"_s.arg(sourceName(path)));
    }
    if (bytes.endsWith('\n')) // a CR alone ends no line
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    if (bytes.isEmpty())
        return failure(ErrorKind::InvalidInput, u"%1 is empty"_s.arg(sourceName(path)));
    return bytes;
}

Result<Secret> readSecretFile(const QString &path, Terminal &terminal)
{
    auto bytes = readAll(path, u"Secret (not shown): "_s, terminal);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return Secret::take(*bytes);
}

Result<Token> readTokenFile(const QString &path, Terminal &terminal)
{
    auto bytes = readAll(path, u"Token (not shown): "_s, terminal);
    if (!bytes)
        return tl::unexpected(bytes.error());
    // RFC 6750 section 2.1 and RFC 7519 both leave no room for white space or control characters.
    const bool printable = std::all_of(bytes->begin(), bytes->end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!printable) {
        wipe(*bytes);
        return failure(ErrorKind::InvalidInput,
                       u"%1 doesn't hold one token: a token has no spaces, line ends or special characters"_s.arg(
                           sourceName(path)));
    }
    return takeToken(*bytes);
}

Result<TokensInput> readTokens(const QString &path, const QString &hint, Terminal &terminal)
{
    QFile file;
    bool opened = false;
    std::optional<HiddenInput> hidden;
    constexpr auto mode = QIODevice::ReadOnly | QIODevice::Unbuffered; // a buffer would keep tokens behind
    if (path == "-"_L1) {
        if (terminal.canAsk())
            terminal.note(u"One token a line (not shown); end with Ctrl-D."_s);
        hidden.emplace(terminal.input());
        opened = file.open(terminal.input(), mode);
    } else {
        file.setFileName(path);
        opened = file.open(mode);
    }
    if (!opened)
        return failure(ErrorKind::InvalidInput, u"%1 can't be read: %2"_s.arg(sourceName(path), file.errorString()));
    const auto read = readTokensFile(file);
    if (!read)
        return tl::unexpected(read.error());
    if (!read->errors.isEmpty()) {
        const auto &first = read->errors.first();
        return failure(
            ErrorKind::InvalidInput,
            u"%1, line %2: %3. Nothing was sent."_s.arg(sourceName(path), QString::number(first.line), first.what));
    }
    if (read->entries.isEmpty())
        return failure(ErrorKind::InvalidInput, u"%1 holds no token"_s.arg(sourceName(path)));
    TokensInput input;
    for (const TokensFile::Entry &entry : read->entries)
        input.targets.append({entry.token, hint, entry.bearer});
    if (read->duplicates > 0)
        input.warnings.append(u"%1 duplicate lines were folded"_s.arg(read->duplicates));
    return input;
}

} // namespace curfew
