// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issueradmincommands.h"

#include "asyncresult.h"
#include "credentialstore.h"
#include "issuerlistcommands.h"
#include "profile.h"
#include "rootsinput.h"
#include "terminal.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static JournalEvent eventOf(JournalEventKind kind, const Issuer &issuer, const QString &detail)
{
    JournalEvent event;
    event.kind = kind;
    event.issuer = issuer.name;
    event.detail = detail;
    return event;
}

void IssuerAdminCommand::changed(JournalEventKind kind, const Issuer &issuer, const QString &detail,
                                 const QString &sentence)
{
    const JournalEvent event = eventOf(kind, issuer, detail);
    onResult(workspace().journal().record(event), this, [this, issuer, sentence](const Result<> &recorded) {
        if (!recorded) {
            fail(recorded.error());
            return;
        }
        print(QJsonDocument(QJsonObject{{u"issuer"_s, issuerObject(issuer, {})}}), sentence);
        finish(ExitStatus::Good);
    });
}

bool IssuerAdminCommand::rehearsed(const Issuer &issuer, const QString &what)
{
    if (!isDryRun())
        return false;
    print(QJsonDocument(QJsonObject{{u"issuer"_s, issuerObject(issuer, {})}}),
          u"Dry run: would %1. Nothing was changed or sent."_s.arg(what));
    finish(ExitStatus::Good);
    return true;
}

static QUrl withoutTrailingSlash(QUrl url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

void IssuerAddCommand::start()
{
    const ProviderDescriptor *descriptor = descriptorFor(line().value(u"provider"_s));
    if (!descriptor)
        return;
    Issuer issuer;
    issuer.name = line().arguments.first();
    issuer.provider = descriptor->id;
    const QString url = line().has(u"url"_s) ? line().value(u"url"_s) : descriptor->defaultUrl;
    if (url.isEmpty()) {
        fail(failure(ErrorKind::InvalidInput,
                     u"%1 needs --url: %2"_s.arg(descriptor->name, descriptor->urlHint.english)));
        return;
    }
    issuer.url = withoutTrailingSlash(QUrl(url, QUrl::StrictMode));
    if (line().has(u"environment"_s)) {
        const auto environment = environmentFromName(line().value(u"environment"_s));
        if (!environment) {
            fail(failure(ErrorKind::InvalidInput, u"--environment takes production, test or development"_s));
            return;
        }
        issuer.environment = *environment;
    }
    if (line().has(u"ca-file"_s)) {
        const QString folder = isDryRun() ? QString() : workspace().profile().rootsPath();
        const auto roots = readRootsFile(line().value(u"ca-file"_s), folder, terminal());
        if (!roots) {
            fail(roots.error());
            return;
        }
        issuer.caFile = *roots;
    }
    auto input = readCredential(line(), *descriptor, descriptor->defaultMethod, terminal());
    if (!input) {
        fail(input.error());
        return;
    }
    if (!input->client.clientId.isEmpty())
        issuer.clients.append(input->client);
    // Everything that can be wrong is looked for before the keychain is opened.
    if (const auto fits = checkIssuer(issuer).and_then([&] { return descriptor->checkUrl(issuer.url); }); !fits) {
        fail(fits.error());
        return;
    }
    if (const auto free = workspace().issuers().checkFree(issuer.name); !free) {
        fail(free.error());
        return;
    }
    if (rehearsed(issuer, u"add %1"_s.arg(environmentBand(issuer))))
        return;
    onResult(storeCredential(workspace(), issuer, std::move(*input)), this, [this, issuer](const Result<> &stored) {
        if (stored)
            add(issuer);
        else
            fail(stored.error());
    });
}

void IssuerAddCommand::add(const Issuer &issuer)
{
    if (const auto added = workspace().issuers().add(issuer); !added) {
        fail(added.error());
        return;
    }
    const bool stored = std::any_of(issuer.clients.begin(), issuer.clients.end(),
                                    [](const Client &client) { return client.hasSecret; });
    changed(
        JournalEventKind::IssuerAdded, issuer, issuer.url.toString(),
        u"Added %1.%2 Nothing was sent; try: curfew-cli issuer check \"%3\""_s.arg(
            environmentBand(issuer),
            stored ? u" The secret is in the %1."_s.arg(keychainPlaceName(workspace().keychain().place())) : QString(),
            visibleText(issuer.name)));
}

void CredentialAddCommand::start()
{
    const auto issuer = workspace().issuers().find(line().arguments.first());
    if (!issuer) {
        fail(issuer.error());
        return;
    }
    const ProviderDescriptor *descriptor = descriptorFor(issuer->provider);
    if (!descriptor)
        return;
    const Client *known = issuer->client(line().value(u"client-id"_s));
    auto input = readCredential(line(), *descriptor, known ? known->method : descriptor->defaultMethod, terminal());
    if (!input) {
        fail(input.error());
        return;
    }
    const Client client = input->client;
    const QString name = issuer->name;
    if (known && !client.hasSecret) {
        fail(failure(
            ErrorKind::InvalidInput,
            u"“%1” has client “%2” already: give its new secret (--secret-file), or remove the client first"_s.arg(
                name, visibleText(client.clientId))));
        return;
    }
    if (rehearsed(*issuer,
                  u"%1 client %2 at %3"_s.arg(known ? u"replace the secret of"_s : u"add"_s,
                                              visibleText(client.clientId), environmentBand(*issuer))))
        return;
    onResult(
        storeCredential(workspace(), *issuer, std::move(*input)), this, [this, client, name](const Result<> &stored) {
            if (!stored) {
                fail(stored.error());
                return;
            }
            const auto edited = workspace().issuers().change(name, [&client](Issuer &current) -> Result<> {
                const auto place = std::find_if(current.clients.begin(), current.clients.end(),
                                                [&](const Client &own) { return own.clientId == client.clientId; });
                if (place == current.clients.end())
                    current.clients.append(client);
                else
                    *place = client;
                return {};
            });
            if (!edited) {
                fail(edited.error());
                return;
            }
            changed(JournalEventKind::IssuerChanged, *edited, client.clientId,
                    u"%1 now holds client %2."_s.arg(visibleText(name), visibleText(client.clientId)));
        });
}

void CredentialRemoveCommand::start()
{
    const auto issuer = workspace().issuers().find(line().arguments.first());
    if (!issuer) {
        fail(issuer.error());
        return;
    }
    const QString clientId = line().value(u"client-id"_s);
    const Client *client = issuer->client(clientId);
    if (!client) {
        fail(failure(ErrorKind::InvalidInput, u"“%1” has no client “%2”"_s.arg(issuer->name, visibleText(clientId))));
        return;
    }
    if (rehearsed(*issuer, u"forget client %1 of %2"_s.arg(visibleText(clientId), environmentBand(*issuer))))
        return;
    if (!mayProceed(u"Forget client %1 of %2 and its secret?"_s.arg(visibleText(clientId), environmentBand(*issuer))))
        return;
    const auto removed =
        client->hasSecret ? workspace().credentials().remove(issuer->name, clientId) : readyFuture(Result<>());
    onResult(removed, this, [this, name = issuer->name, clientId](const Result<> &gone) {
        if (!gone) {
            fail(gone.error());
            return;
        }
        const auto edited = workspace().issuers().change(name, [&clientId](Issuer &current) -> Result<> {
            current.clients.removeIf([&](const Client &own) { return own.clientId == clientId; });
            return {};
        });
        const auto closed = workspace().breakers().close(name, clientId);
        if (!edited || !closed) {
            fail(!edited ? edited.error() : closed.error());
            return;
        }
        changed(JournalEventKind::CredentialRemoved, *edited, clientId,
                u"Client %1 is forgotten."_s.arg(visibleText(clientId)));
    });
}

void IssuerRemoveCommand::start()
{
    const auto issuer = workspace().issuers().find(line().arguments.first());
    if (!issuer) {
        fail(issuer.error());
        return;
    }
    if (rehearsed(*issuer, u"forget %1 and its secrets"_s.arg(environmentBand(*issuer))))
        return;
    if (mayProceed(u"Forget %1 and its secrets?"_s.arg(environmentBand(*issuer))))
        removeSecrets(*issuer, 0);
}

void IssuerRemoveCommand::removeSecrets(const Issuer &issuer, qsizetype next)
{
    while (next < issuer.clients.size() && !issuer.clients[next].hasSecret)
        ++next;
    if (next < issuer.clients.size()) {
        onResult(workspace().credentials().remove(issuer.name, issuer.clients[next].clientId), this,
                 [this, issuer, next](const Result<> &removed) {
                     if (removed)
                         removeSecrets(issuer, next + 1);
                     else
                         fail(removed.error());
                 });
        return;
    }
    const auto removed = workspace().issuers().remove(issuer.name).and_then([&] {
        return workspace().breakers().closeAll(issuer.name);
    });
    if (!removed) {
        fail(removed.error());
        return;
    }
    for (const Client &client : issuer.clients) {
        // A journal that can't take this doesn't take the issuer's removal either, which says so.
        if (client.hasSecret)
            (void)workspace().journal().record(eventOf(JournalEventKind::CredentialRemoved, issuer, client.clientId));
    }
    changed(JournalEventKind::IssuerRemoved, issuer, issuer.url.toString(),
            u"%1 is forgotten. What the journal knows of it stays."_s.arg(visibleText(issuer.name)));
}

} // namespace curfew
