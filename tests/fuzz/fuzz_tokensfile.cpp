// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzinput.h"
#include "tokensfile.h"

#include <QBuffer>
#include <QSet>

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace curfew;
    QByteArray input = inputOf(data, size);
    QBuffer file(&input);
    require(file.open(QIODevice::ReadOnly));
    const Result<TokensFile> tokens = readTokensFile(file);
    if (!tokens)
        return 0;
    QSet<Fingerprint> seen;
    for (const TokensFile::Entry &entry : tokens->entries) {
        require(!entry.token.isNull() && !seen.contains(entry.token.fingerprint()));
        seen.insert(entry.token.fingerprint());
    }
    // Every line is accounted for: none is left out in silence.
    const QByteArrayView text = QByteArrayView(input).sliced(input.startsWith("\xef\xbb\xbf") ? 3 : 0);
    const qsizetype lines = text.count('\n') + (text.isEmpty() || text.endsWith('\n') ? 0 : 1);
    require(tokens->entries.size() + tokens->skipped + tokens->duplicates + tokens->refused == lines);
    require(tokens->errors.size() == std::min<qsizetype>(tokens->refused, 100));
    return 0;
}
