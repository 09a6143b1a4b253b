// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issueraccess.h"

#include <QObject>

#include <memory>

namespace curfew {

class Terminal;
class Workspace;

//! Lets the operator of a command sign in with their own account, in the system's browser.
class BrowserSignIn final : public QObject {
    Q_OBJECT

public:
    //! Both must outlive it.
    BrowserSignIn(Workspace &workspace, Terminal &terminal, QObject *parent);
    ~BrowserSignIn() override;

    //! Whether \p issuer is used as the person who signs in: its default client's method is AuthorizationCode.
    [[nodiscard]] static bool isFor(const Issuer &issuer);

    //! Opens the page, and says on standard error where it is. What comes of it is for AccessOptions::given, that is
    //! Workspace::access(). One at a time. Errors: SignInNeeded where nobody could see it, neither at a terminal nor on
    //! a display; those of OperatorSignIn.
    [[nodiscard]] QFuture<Result<SignedIn>> run(const Issuer &issuer, const AccessOptions &options = {});

private:
    Workspace &m_workspace;
    Terminal &m_terminal;
    std::unique_ptr<IssuerAccess> m_access;
};

} // namespace curfew
