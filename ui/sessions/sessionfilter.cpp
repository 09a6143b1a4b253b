// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionfilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

SessionFilter::SessionFilter(const QString &text)
{
    constexpr qsizetype longest = 256;
    const QStringList words = text.left(longest).toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.startsWith("ip:"_L1)) {
            if (word.size() > 3)
                m_addresses.append(word.sliced(3));
        } else if (word.startsWith("client:"_L1)) {
            if (word.size() > 7)
                m_clients.append(word.sliced(7));
        } else {
            m_words.append(word);
        }
    }
}

bool SessionFilter::matches(const SessionRow &row, const QString &searchable) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return searchable.contains(word); })
        && std::all_of(m_addresses.begin(), m_addresses.end(),
                       [&](const QString &prefix) { return row.ip.startsWith(prefix, Qt::CaseInsensitive); })
        && std::all_of(m_clients.begin(), m_clients.end(),
                       [&](const QString &part) { return row.clientId.contains(part, Qt::CaseInsensitive); });
}

QString searchableText(const SessionRow &row)
{
    // A line end between the columns keeps a word from matching across two of them.
    QString text = row.application + u'\n' + row.clientId + u'\n' + row.device + u'\n' + row.ip;
    for (const TokenRow &token : row.tokens)
        text += u'\n' + token.fingerprint.toString();
    return text.toCaseFolded();
}

} // namespace curfew
