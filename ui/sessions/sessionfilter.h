// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sessionrow.h"

#include <QStringList>

namespace curfew {

//! What is typed into the filter: words that must all occur somewhere in the row, in any letter case; `ip:10.10.`
//! narrows to addresses that begin so, `client:` to client ids that contain it.
class SessionFilter {
public:
    SessionFilter() = default;
    explicit SessionFilter(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty() && m_addresses.isEmpty() && m_clients.isEmpty(); }
    //! \p searchable is searchableText() of \p row.
    [[nodiscard]] bool matches(const SessionRow &row, const QString &searchable) const;

private:
    QStringList m_words;
    QStringList m_addresses;
    QStringList m_clients;
};

//! All of \p row that a word of a filter may occur in, lower case.
[[nodiscard]] QString searchableText(const SessionRow &row);

} // namespace curfew
