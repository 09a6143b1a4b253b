// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peerclient.h"

namespace curfew {

//! The browser of a person: it keeps cookies, follows redirects, and fills in the log-in pages that it is shown.
class PeerBrowser {
public:
    PeerBrowser(QString user, QString password);

    //! Opens an authorization endpoint. \return the code that \p redirectUri is called with; empty when it isn't
    [[nodiscard]] QString signIn(const QUrl &authorization, const QString &redirectUri);
    //! How many pages asked for a password until now.
    [[nodiscard]] int passwordsTyped() const { return m_passwordsTyped; }

private:
    [[nodiscard]] PeerAnswer submit(const PeerAnswer &page, const QUrl &at);

    QString m_user;
    QString m_password;
    PeerClient m_client;
    int m_passwordsTyped = 0;
};

} // namespace curfew
