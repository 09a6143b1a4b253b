// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "issueraccess.h"
#include "keychain.h"
#include "providerdescriptor.h"
#include "tone.h"

#include <QString>

namespace curfew {

//! How a client proves itself, in a helpdesk's words.
[[nodiscard]] QString methodWords(AuthMethod method, const ProviderDescriptor &descriptor);
//! Where a secret is kept, and who else can read it there.
[[nodiscard]] QString placeWords(KeychainPlace place);

//! Why \p text can't be a service's address; empty when it can. For a field that is being typed in.
[[nodiscard]] QString urlProblem(const QString &text);
//! The address that \p text means: trimmed, without a trailing slash.
[[nodiscard]] QUrl urlFromText(const QString &text);

//! Whether nothing can be asked with \p client before a secret is on file.
[[nodiscard]] bool needsSecret(const Client &client, const ProviderDescriptor &descriptor);

//! What *Check connection* found: one headline, then what works now.
struct CheckWords {
    Tone tone = Tone::Green;
    QString headline;
    QString capabilities; //!< "List: with a token · End: applications A, B · Check: yes · By name: no"
};

//! \p report of a check that could be carried out.
[[nodiscard]] CheckWords checkWords(const CheckReport &report, const Issuer &issuer,
                                    const ProviderDescriptor &descriptor);

//! Which authority vouched for an address before, and which does now: what there is to compare before one is trusted.
[[nodiscard]] QString authorityWords(const SeenAuthority &seen);

} // namespace curfew
