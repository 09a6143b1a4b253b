// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuersetup.h"

#include "asyncresult.h"
#include "credentialstore.h"
#include "workspace.h"

#include <QPromise>

#include <memory>

namespace curfew {

using Answer = QFuture<Result<>>;

IssuerSetup::IssuerSetup(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

IssuerActions IssuerSetup::actions()
{
    IssuerActions actions;
    actions.providers = [this] { return m_workspace.catalog().entries(); };
    actions.accept = [this](const CatalogEntry &entry) { return m_workspace.acceptDescriptor(entry); };
    actions.check = [this](const IssuerDraft &draft, CheckMode mode) { return check(draft, mode); };
    actions.trust = [this](const IssuerDraft &draft, const SeenAuthority &seen) {
        const auto access = m_workspace.access(draft.issuer);
        return access ? (*access)->trust(seen) : Result<>(tl::unexpected(access.error()));
    };
    actions.add = [this](IssuerDraft draft) { return add(std::move(draft)); };
    actions.change = [this](IssuerDraft draft) { return change(std::move(draft)); };
    actions.remove = [this](const QString &name) { return remove(name); };
    actions.unlockKeychain = [this] { return m_workspace.keychain().unlock(); };
    actions.place = m_workspace.keychain().place();
    return actions;
}

// What the default client would send, without storing it; null where its stored secret is to be used.
static Result<CredentialPtr> givenOf(const IssuerDraft &draft)
{
    if (draft.clients.empty() || !draft.clients.front().bringsSecret())
        return CredentialPtr();
    const ClientDraft &client = draft.clients.front();
    if (!client.certificate)
        return givenCredential(draft.issuer, client.client, client.secret.clone());
    return givenCredential(
        draft.issuer, client.client,
        ClientCertificate{client.certificate->facts, client.certificate->chain, client.certificate->key.clone()});
}

static std::optional<Error> errorOf(const CheckReport &report)
{
    if (report.authentication)
        return report.authentication->has_value() ? std::nullopt : std::optional(report.authentication->error());
    const bool failed = report.discovery && !report.discovery->has_value();
    return failed ? std::optional(report.discovery->error()) : std::nullopt;
}

QFuture<Result<CheckFindings>> IssuerSetup::check(const IssuerDraft &draft, CheckMode mode)
{
    using Findings = Result<CheckFindings>;
    const auto given = givenOf(draft);
    if (!given)
        return readyFuture(Findings(tl::unexpected(given.error())));
    AccessOptions options;
    options.given = *given;
    auto opened = m_workspace.access(draft.issuer, options);
    if (!opened)
        return readyFuture(Findings(tl::unexpected(opened.error())));
    IssuerAccess *access = opened->release();
    access->setParent(this);
    connect(access, &IssuerAccess::breakerNotKept, this, &IssuerSetup::failed);
    const auto promise = std::make_shared<QPromise<Findings>>();
    promise->start();
    onResult(access->check(mode), this, [this, access, promise](const CheckReport &report) {
        CheckFindings findings{report, {}};
        if (const auto &metadata = access->provider().discovery())
            findings.foreignOrigins = metadata->foreignOrigins;
        promise->addResult(Findings(findings));
        promise->finish();
        if (report.discovery || report.authentication)
            Q_EMIT checked(access->issuer().name, errorOf(report));
        Q_EMIT changed(access->issuer().name);
        access->deleteLater();
    });
    return promise->future();
}

static Result<> firstFailure(const QList<Answer> &answers)
{
    for (const Answer &answer : answers) {
        if (answer.resultCount() == 0)
            return failure(ErrorKind::Canceled);
        if (const Result<> result = answer.result(); !result)
            return result;
    }
    return {};
}

static Answer allOf(QList<Answer> answers)
{
    if (answers.isEmpty())
        return readyFuture(Result<>());
    return QtFuture::whenAll(answers.begin(), answers.end()).then([](const QList<Answer> &done) {
        return firstFailure(done);
    });
}

Answer IssuerSetup::store(const Issuer &issuer, std::vector<ClientDraft> clients)
{
    QList<Answer> answers;
    for (ClientDraft &draft : clients) {
        if (draft.certificate)
            answers << m_workspace.credentials().writeCertificate(issuer, draft.client, std::move(*draft.certificate));
        else if (!draft.secret.isEmpty())
            answers << m_workspace.credentials().write(issuer, draft.client, std::move(draft.secret));
    }
    return allOf(answers);
}

Answer IssuerSetup::drop(const QString &issuer, const QStringList &clientIds)
{
    QList<Answer> answers;
    for (const QString &clientId : clientIds)
        answers << m_workspace.credentials().remove(issuer, clientId);
    return allOf(answers);
}

void IssuerSetup::note(JournalEventKind kind, const QString &issuer, const QString &detail)
{
    JournalEvent event;
    event.kind = kind;
    event.issuer = issuer;
    event.detail = detail;
    onResult(m_workspace.journal().record(event), this, [this](const Result<> &recorded) {
        if (!recorded)
            Q_EMIT failed(recorded.error());
    });
}

static QStringList withNewSecret(const std::vector<ClientDraft> &clients)
{
    QStringList ids;
    for (const ClientDraft &draft : clients) {
        if (draft.bringsSecret())
            ids << draft.client.clientId;
    }
    return ids;
}

Result<> IssuerSetup::checkedWhole(const Issuer &issuer) const
{
    const ProviderDescriptor *descriptor = m_workspace.catalog().find(issuer.provider);
    const auto checked = checkIssuer(issuer);
    return checked && descriptor ? descriptor->checkUrl(issuer.url) : checked;
}

Answer IssuerSetup::add(IssuerDraft draft)
{
    const Issuer issuer = draft.issuer;
    if (const auto checked = checkedWhole(issuer); !checked)
        return readyFuture(checked);
    // Before anything is written: the keychain goes by the issuer's name, and an existing one's secret must stay.
    if (auto free = m_workspace.issuers().checkFree(issuer.name); !free) {
        if (free.error().kind == ErrorKind::InvalidInput) // in the operator's language
            free.error().detail = tr("there is a service of this name already");
        return readyFuture(free);
    }

    const QStringList stored = withNewSecret(draft.clients);
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    onResult(store(issuer, std::move(draft.clients)), this, [this, issuer, stored, promise](Result<> result) {
        if (result)
            result = m_workspace.issuers().add(issuer);
        if (result) {
            note(JournalEventKind::IssuerAdded, issuer.name, issuer.url.toString());
            for (const QString &clientId : stored)
                note(JournalEventKind::CredentialStored, issuer.name, clientId);
            Q_EMIT changed(issuer.name);
        }
        promise->addResult(result);
        promise->finish();
    });
    return promise->future();
}

static QStringList clientIdsGone(const Issuer &before, const Issuer &after)
{
    QStringList gone;
    for (const Client &client : before.clients) {
        const Client *kept = after.client(client.clientId);
        if (client.hasSecret && (!kept || !kept->hasSecret))
            gone << client.clientId;
    }
    return gone;
}

Answer IssuerSetup::change(IssuerDraft draft)
{
    const Issuer issuer = draft.issuer;
    if (const auto checked = checkedWhole(issuer); !checked)
        return readyFuture(checked);
    const auto before = m_workspace.issuers().find(issuer.name);
    if (!before)
        return readyFuture(Result<>(tl::unexpected(before.error())));

    const QStringList gone = clientIdsGone(*before, issuer);
    const QStringList stored = withNewSecret(draft.clients);
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    onResult(store(issuer, std::move(draft.clients)), this, [this, issuer, stored, gone, promise](Result<> result) {
        if (result) {
            const auto edited = m_workspace.issuers().change(issuer.name, [&issuer](Issuer &current) -> Result<> {
                current = issuer;
                return {};
            });
            result = edited.map([](const Issuer &) {});
        }
        if (result) {
            note(JournalEventKind::IssuerChanged, issuer.name, issuer.provider);
            for (const QString &clientId : stored) {
                note(JournalEventKind::CredentialStored, issuer.name, clientId);
                // The refused secret is gone, so its breaker has done its work.
                if (const auto open = m_workspace.breakers().find(issuer.name, clientId); open && *open) {
                    result = m_workspace.breakers().close(issuer.name, clientId);
                    note(JournalEventKind::BreakerClosed, issuer.name, clientId);
                }
            }
            Q_EMIT changed(issuer.name);
        }
        if (!result || gone.isEmpty()) {
            promise->addResult(result);
            promise->finish();
            return;
        }
        onResult(drop(issuer.name, gone), this, [this, issuer, gone, promise](const Result<> &dropped) {
            for (const QString &clientId : gone)
                note(JournalEventKind::CredentialRemoved, issuer.name, clientId);
            promise->addResult(dropped);
            promise->finish();
        });
    });
    return promise->future();
}

Answer IssuerSetup::remove(const QString &name)
{
    const auto issuer = m_workspace.issuers().find(name);
    if (!issuer)
        return readyFuture(Result<>(tl::unexpected(issuer.error())));
    QStringList stored;
    for (const Client &client : issuer->clients) {
        if (client.hasSecret)
            stored << client.clientId;
    }
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    const QString url = issuer->url.toString();
    onResult(drop(name, stored), this, [this, name, url, stored, promise](Result<> result) {
        if (result)
            result = m_workspace.issuers().remove(name);
        if (result)
            result = m_workspace.breakers().closeAll(name);
        if (result) {
            for (const QString &clientId : stored)
                note(JournalEventKind::CredentialRemoved, name, clientId);
            note(JournalEventKind::IssuerRemoved, name, url);
            Q_EMIT changed(name);
        }
        promise->addResult(result);
        promise->finish();
    });
    return promise->future();
}

} // namespace curfew
