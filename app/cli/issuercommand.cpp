// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuercommand.h"

#include "credentialstore.h"
#include "inputs.h"
#include "workspace.h"

using namespace Qt::StringLiterals;

namespace curfew {

const ProviderDescriptor *IssuerCommand::descriptorFor(const QString &id)
{
    DescriptorCatalog &catalog = workspace().catalog();
    if (const ProviderDescriptor *known = catalog.find(id))
        return known;
    for (const CatalogEntry &entry : catalog.entries()) {
        if (entry.descriptor.id != id || entry.state != CatalogEntry::State::NeedsAcceptance)
            continue;
        if (isDryRun())
            return &entry.descriptor; // looked at, not accepted
        const QString hosts = entry.hosts.isEmpty() ? u"no host of its own"_s : entry.hosts.join(u", "_s);
        if (!mayProceed(u"%1 %2 and names %3. Use it?"_s.arg(
                entry.file, entry.acceptance == Acceptance::Changed ? u"was changed"_s : u"is new"_s, hosts)))
            return nullptr;
        if (const auto accepted = workspace().acceptDescriptor(CatalogEntry(entry)); !accepted) {
            fail(accepted.error());
            return nullptr;
        }
        return workspace().catalog().find(id);
    }
    fail(failure(ErrorKind::InvalidInput, u"there is no provider “%1”; curfew-cli provider list shows them"_s.arg(id)));
    return nullptr;
}

Result<CredentialPtr> IssuerCommand::given(const Issuer &issuer)
{
    if (!line().has(u"secret-file"_s))
        return CredentialPtr();
    if (issuer.clients.isEmpty())
        return failure(ErrorKind::NoCredential,
                       u"“%1” has no client that the secret could belong to"_s.arg(issuer.name));
    auto secret = readSecretFile(line().value(u"secret-file"_s), terminal());
    if (!secret)
        return tl::unexpected(secret.error());
    return givenCredential(issuer, issuer.clients.first(), std::move(*secret));
}

Result<std::unique_ptr<IssuerAccess>> IssuerCommand::open(const Issuer &issuer, const CredentialPtr &signedIn)
{
    if (!signedIn && !m_given) {
        auto credential = given(issuer);
        if (!credential)
            return tl::unexpected(credential.error());
        m_given = *credential;
    }
    AccessOptions options;
    options.timeout = line().timeout;
    options.parallel = line().parallel;
    options.given = signedIn ? signedIn : m_given;
    auto access = workspace().access(issuer, options);
    if (access)
        connect(access->get(), &IssuerAccess::breakerNotKept, this, [this](const Error &error) {
            warn(u"the refusal could not be kept in the profile: %1"_s.arg(error.detail));
        });
    return access;
}

Result<std::unique_ptr<IssuerAccess>> IssuerCommand::open(const QString &name)
{
    const auto issuer = workspace().issuers().find(name);
    if (!issuer)
        return tl::unexpected(issuer.error());
    return open(*issuer);
}

} // namespace curfew
