// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptorcatalog.h"
#include "issueraccess.h"
#include "issuerstore.h"
#include "journal.h"
#include "result.h"

#include <QString>

#include <memory>

class QTemporaryDir;

namespace curfew {

class AuthorityStore;
class CredentialStore;
class JournalKey;
class Keychain;
class PracticeIssuers;
class Profile;
class ProtectedNames;
class TrustStore;

//! One profile, opened: builds what both faces work with, and lends it out. Practice has a temporary profile,
//! a keychain in memory and issuers on loopback.
class Workspace {
public:
    //! \p directory empty: the user's own profile. Errors: ProfileFailed, JournalFailed, JournalDamaged.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const QString &directory);
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> openPractice();
    ~Workspace();

    [[nodiscard]] bool isPractice() const { return m_practice != nullptr; }
    [[nodiscard]] PracticeIssuers *practice() { return m_practice.get(); } //!< nullptr outside practice

    //! Accepts an operator's own descriptor as it is now, and looks at the folder anew.
    [[nodiscard]] Result<> acceptDescriptor(const CatalogEntry &entry);

    [[nodiscard]] Profile &profile() { return *m_profile; }
    [[nodiscard]] IssuerStore &issuers() { return *m_issuers; }
    [[nodiscard]] BreakerStore &breakers() { return *m_breakers; }
    [[nodiscard]] AuthorityStore &authorities() { return *m_authorities; }
    [[nodiscard]] ProtectedNames &protectedNames() { return *m_protected; }
    [[nodiscard]] DescriptorCatalog &catalog() { return *m_catalog; }
    [[nodiscard]] Keychain &keychain() { return *m_keychain; }
    [[nodiscard]] CredentialStore &credentials() { return *m_credentials; }
    [[nodiscard]] Journal &journal() { return *m_journal; }
    [[nodiscard]] QString operatorName() const; //!< the operating system's user name

    //! The issuer at the same address that lists the sessions of whoever's token it is given: where \p directory finds
    //! a person, that is where their sessions are. Empty where there is none.
    [[nodiscard]] QString listingSibling(const Issuer &directory) const;

    //! Errors: ProfileFailed for a provider that is unknown or not accepted.
    [[nodiscard]] Result<std::unique_ptr<IssuerAccess>> access(const Issuer &issuer, const AccessOptions &options = {});

private:
    Workspace();
    [[nodiscard]] Result<> openProfile(const QString &directory);
    [[nodiscard]] Result<> admitPractice();
    void loadCatalog();

    std::unique_ptr<QTemporaryDir> m_temporary; // goes last: everything below has files in it
    std::unique_ptr<PracticeIssuers> m_practice;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<IssuerStore> m_issuers;
    std::unique_ptr<BreakerStore> m_breakers;
    std::unique_ptr<AuthorityStore> m_authorities;
    std::unique_ptr<ProtectedNames> m_protected;
    std::unique_ptr<TrustStore> m_trust;
    std::unique_ptr<DescriptorCatalog> m_catalog;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<CredentialStore> m_credentials;
    std::unique_ptr<JournalKey> m_journalKey;
    std::unique_ptr<Journal> m_journal;
};

} // namespace curfew
