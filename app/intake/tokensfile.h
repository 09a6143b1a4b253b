// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"
#include "token.h"

#include <QList>
#include <QString>

class QIODevice;

namespace curfew {

//! What a file of tokens holds: one token a line, or a pair `TOKEN<TAB>ACCESS_TOKEN`, where the second is the bearer
//! of the first (Kajabi). Blank lines and lines that start with `#` are skipped.
struct TokensFile {
    struct Entry {
        Token token;
        Token bearer; //!< null when the line held one token
    };
    struct LineError {
        qsizetype line = 0; //!< from 1
        QString what; //!< names no part of the line
        bool operator==(const LineError &) const = default;
    };
    QList<Entry> entries; //!< each token once, in the order of the file
    qsizetype skipped = 0; //!< blank and comment lines
    qsizetype duplicates = 0; //!< lines that named a token again
    QList<LineError> errors; //!< lines that weren't understood, the first 100
    qsizetype refused = 0; //!< all lines that weren't understood
};

//! Reads \p device to its end in chunks; its buffers are wiped. A line may hold 64 KiB; LF and CRLF end a line, and a
//! UTF-8 byte order mark is passed over.
//! \return InvalidInput when the device can't be read, or holds UTF-16
[[nodiscard]] Result<TokensFile> readTokensFile(QIODevice &device);

} // namespace curfew
