// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace.h"

#include "asyncresult.h"
#include "authoritystore.h"
#include "credentialstore.h"
#include "journalkey.h"
#include "memorykeychain.h"
#include "practiceissuers.h"
#include "profile.h"
#include "protectednames.h"
#include "systemkeychain.h"
#include "truststore.h"

#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace curfew {

Workspace::Workspace() = default;
Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &directory)
{
    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->m_keychain = makeSystemKeychain();
    if (const auto opened = workspace->openProfile(directory); !opened)
        return tl::unexpected(opened.error());
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::openPractice()
{
    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->m_temporary = std::make_unique<QTemporaryDir>();
    if (!workspace->m_temporary->isValid())
        return failure(ErrorKind::ProfileFailed, workspace->m_temporary->errorString());
    workspace->m_keychain = std::make_unique<MemoryKeychain>();
    workspace->m_practice = std::make_unique<PracticeIssuers>();
    const auto opened = workspace->openProfile(workspace->m_temporary->path())
                            .and_then([&] { return workspace->m_practice->start(); })
                            .and_then([&] { return workspace->admitPractice(); });
    if (!opened)
        return tl::unexpected(opened.error());
    return workspace;
}

Result<> Workspace::openProfile(const QString &directory)
{
    auto profile = Profile::open(directory);
    if (!profile)
        return tl::unexpected(profile.error());
    m_profile = std::make_unique<Profile>(std::move(*profile));
    m_issuers = std::make_unique<IssuerStore>(*m_profile);
    m_breakers = std::make_unique<BreakerStore>(*m_profile);
    m_authorities = std::make_unique<AuthorityStore>(*m_profile);
    m_protected = std::make_unique<ProtectedNames>(*m_profile);
    m_trust = std::make_unique<TrustStore>(*m_profile);
    m_credentials = std::make_unique<CredentialStore>(*m_keychain, m_profile->id(), m_profile->certificatesPath());
    m_journal = std::make_unique<Journal>(m_profile->journalPath(),
                                          JournalAuthor{operatorName(), u"curfew " CURFEW_VERSION ""_s});
    m_journalKey = std::make_unique<JournalKey>(*m_keychain, m_profile->id(), m_profile->journalPath() + u"-key.lock"_s,
                                                [this](const SigningKeyPtr &key) { return m_journal->admitKey(key); });
    m_journal->setKeySource([this](Journal::KeyUse use) { return m_journalKey->key(use); });
    loadCatalog();
    return {};
}

Result<> Workspace::admitPractice()
{
    const auto setups = m_practice->setups() + m_practice->apiSetups();
    for (const PracticeSetup &setup : setups) {
        if (const auto added = m_issuers->add(setup.issuer); !added)
            return added;
        for (const Client &client : setup.issuer.clients) {
            QByteArray secret = setup.secrets.value(client.clientId);
            // A keychain in memory takes what it is given.
            if (client.hasSecret)
                onResult(m_credentials->write(setup.issuer, client, Secret::take(secret)), m_practice.get(),
                         [](const Result<> &written) { Q_ASSERT(written); });
        }
    }
    return {};
}

void Workspace::loadCatalog()
{
    // What can't be read from the trust store was not accepted.
    const AcceptanceSource acceptance = [this](const QString &id, QByteArrayView content) {
        const auto trust = m_trust->descriptor(id, content);
        if (!trust || *trust == Trust::Unknown)
            return Acceptance::New;
        return *trust == Trust::Accepted ? Acceptance::Accepted : Acceptance::Changed;
    };
    m_catalog = std::make_unique<DescriptorCatalog>(DescriptorCatalog::load(m_profile->providersPath(), acceptance));
}

Result<> Workspace::acceptDescriptor(const CatalogEntry &entry)
{
    const auto accepted = m_trust->acceptDescriptor(entry.descriptor.id, entry.content);
    if (accepted)
        loadCatalog();
    return accepted;
}

QString Workspace::operatorName() const
{
#ifdef Q_OS_UNIX
    // What the system says, not the environment: cron has no USER, and anybody can set one.
    if (const passwd *entry = ::getpwuid(::getuid()); entry && entry->pw_name && *entry->pw_name)
        return QFile::decodeName(entry->pw_name);
#endif
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? u"unknown"_s : name;
}

QString Workspace::listingSibling(const Issuer &directory) const
{
    const auto all = m_issuers->issuers();
    const QList<Issuer> issuers = all.value_or(QList<Issuer>());
    for (const Issuer &issuer : issuers) {
        const ProviderDescriptor *descriptor = m_catalog->find(issuer.provider);
        if (descriptor && descriptor->lists() && originOf(issuer.url) == originOf(directory.url))
            return issuer.name;
    }
    return {};
}

Result<std::unique_ptr<IssuerAccess>> Workspace::access(const Issuer &issuer, const AccessOptions &options)
{
    const ProviderDescriptor *descriptor = m_catalog->find(issuer.provider);
    if (!descriptor)
        return failure(ErrorKind::ProfileFailed,
                       u"provider %1 has no descriptor, or its file was changed and not accepted since: "
                       "issuer check asks for that"_s.arg(issuer.provider));
    if (!descriptor->shipped) {
        JournalEvent event;
        event.kind = JournalEventKind::DescriptorLoaded;
        event.issuer = issuer.name;
        event.detail = descriptor->id + u' ' + descriptor->sourceHash;
        // No answer is awaited: a journal that can't take this takes no look-up and no batch either, and those say so.
        (void)m_journal->record(event);
    }
    CredentialSource source = [this](const Issuer &asked, const QString &clientId) {
        return m_credentials->read(asked, clientId);
    };
    return std::make_unique<IssuerAccess>(issuer, *descriptor, std::move(source), *m_breakers, *m_authorities,
                                          *m_journal, options);
}

} // namespace curfew
