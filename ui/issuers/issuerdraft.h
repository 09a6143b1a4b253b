// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clientcertificate.h"
#include "issuer.h"
#include "secret.h"

#include <optional>
#include <vector>

namespace curfew {

//! What was entered for one client of a draft.
struct ClientDraft {
    Client client; //!< hasSecret: one is on file already
    Secret secret; //!< empty: the stored one stays
    std::optional<ClientCertificate> certificate; //!< absent: the stored one stays

    [[nodiscard]] bool bringsSecret() const { return !secret.isEmpty() || certificate.has_value(); }
};

//! An issuer as it was entered: what may be stored, and the secrets that go to the keychain. Move-only.
struct IssuerDraft {
    Issuer issuer; //!< its clients say what is on file *after* the draft was saved
    std::vector<ClientDraft> clients;
};

} // namespace curfew
