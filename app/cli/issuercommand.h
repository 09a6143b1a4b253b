// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "credential.h"
#include "issuer.h"
#include "issueraccess.h"

#include <memory>

namespace curfew {

//! A command that asks one issuer something.
class IssuerCommand : public Command {
    Q_OBJECT

public:
    using Command::Command;

protected:
    //! Opens \p issuer with the call's options, and with \p signedIn, or the secret of --secret-file where one is
    //! given.
    [[nodiscard]] Result<std::unique_ptr<IssuerAccess>> open(const Issuer &issuer, const CredentialPtr &signedIn = {});
    //! The same for the issuer \p name of the profile.
    [[nodiscard]] Result<std::unique_ptr<IssuerAccess>> open(const QString &name);
    //! The descriptor of \p id; asks first where it is an operator's own that is new or was changed.
    //! \return nullptr after the command has failed
    [[nodiscard]] const ProviderDescriptor *descriptorFor(const QString &id);

private:
    [[nodiscard]] Result<CredentialPtr> given(const Issuer &issuer);

    CredentialPtr m_given; // standard input can be read once
};

} // namespace curfew
