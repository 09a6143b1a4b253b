// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace curfew {

//! Who vouches for an address by TLS: the root certificate that its chain was verified with.
struct Authority {
    QString sha256; //!< of the certificate, 64 lower-case hex digits
    QString name; //!< its subject's common name, or what it has instead; for people

    bool operator==(const Authority &other) const { return sha256 == other.sha256; }
};

//! Who vouches for an address now.
struct SeenAuthority {
    QString origin; //!< as originOf() writes it
    std::optional<Authority> now; //!< nothing where nobody could be seen
    std::optional<Authority> before; //!< somebody else, where it changed and nobody accepted that so far
};

} // namespace curfew
