// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "jsonfile.h"

#include <QList>

#include <functional>

namespace curfew {

class Profile;

//! Why \p issuer can't be stored, as InvalidInput or InsecureUrl: its name (1 to 64 characters, none of them invisible,
//! no space at either end), URL, provider, clients (each id once), accepted origins.
[[nodiscard]] Result<> checkIssuer(const Issuer &issuer);

//! The configured issuers, in issuers.json. Every call reads the file anew: another process may have written it.
class IssuerStore {
public:
    explicit IssuerStore(const Profile &profile);

    [[nodiscard]] Result<QList<Issuer>> issuers() const; //!< in the order in which they were added
    //! InvalidInput when an issuer has \p name already, whatever its case.
    [[nodiscard]] Result<> checkFree(const QString &name) const;
    [[nodiscard]] Result<Issuer> find(const QString &name) const; //!< UnknownIssuer when there is none

    //! \return InvalidInput when \p issuer is invalid or its name is taken, be it in other letter case
    [[nodiscard]] Result<> add(const Issuer &issuer);
    //! Lets \p change edit the issuer \p name as it now stands in the file, under the file's lock. The name itself
    //! can't be changed: keychain entries, breaker and journal go by it. When \p change fails nothing is written.
    //! \return the issuer as stored
    [[nodiscard]] Result<Issuer> change(const QString &name, const std::function<Result<>(Issuer &)> &change);
    [[nodiscard]] Result<> remove(const QString &name);

private:
    [[nodiscard]] Result<> edit(const std::function<Result<>(QList<Issuer> &)> &change);

    JsonFile m_file;
};

} // namespace curfew
