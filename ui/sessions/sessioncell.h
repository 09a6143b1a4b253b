// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sessionrow.h"

#include <QCoreApplication>
#include <QVariant>

namespace curfew {

//! What one cell of the sessions table says, in every role. \a token is set in a token's row.
class SessionCell {
    Q_DECLARE_TR_FUNCTIONS(curfew::SessionTable)

public:
    SessionCell(const SessionRow &session, const TokenRow *token, int column, const QDateTime &now)
        : m_session(session)
        , m_token(token)
        , m_column(column)
        , m_now(now)
    {
    }

    [[nodiscard]] QVariant data(int role) const;
    [[nodiscard]] static QVariant header(int column, int role);

private:
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString tokenText() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString time(const std::optional<QDateTime> &time) const;
    [[nodiscard]] StateStyle style() const;
    [[nodiscard]] bool differsHere() const;
    [[nodiscard]] QVariant icon() const;

    const SessionRow &m_session;
    const TokenRow *m_token;
    int m_column;
    const QDateTime &m_now;
};

} // namespace curfew
