// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clientcertificate.h"
#include "commandline.h"
#include "issuer.h"
#include "providerdescriptor.h"
#include "secret.h"

#include <QFuture>

#include <memory>

namespace curfew {

class Terminal;
class Workspace;

//! The client that a call's options describe, and what is to be stored for it.
struct CredentialInput {
    Client client; //!< hasSecret is set when there is something to store
    Secret secret;
    std::optional<ClientCertificate> certificate;
};

//! Reads --client-id, --auth and the files. \p descriptor gives the possible methods; without --auth it is \p
//! defaultMethod. Errors: InvalidInput, when they don't fit together or a file can't be read.
[[nodiscard]] Result<CredentialInput> readCredential(const CommandLine &line, const ProviderDescriptor &descriptor,
                                                     AuthMethod defaultMethod, Terminal &terminal);

//! Writes what there is to store, if anything, and closes the client's breaker; journals it.
[[nodiscard]] QFuture<Result<>> storeCredential(Workspace &workspace, const Issuer &issuer, CredentialInput input);

} // namespace curfew
