// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providercommands.h"

#include "descriptorcatalog.h"
#include "terminal.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

static QJsonObject describe(const ProviderDescriptor &descriptor)
{
    QJsonArray methods;
    for (const AuthMethod method : descriptor.authMethods)
        methods.append(authMethodName(method));
    return {
        {u"id"_s, descriptor.id},
        {u"name"_s, descriptor.name},
        {u"lists"_s, descriptor.lists()},
        {u"revokes"_s, descriptor.revokes()},
        {u"finds_people"_s, descriptor.people.has_value()},
        {u"verifies"_s, !descriptor.verification.isEmpty()},
        {u"auth_methods"_s, methods},
        {u"default_auth"_s, authMethodName(descriptor.defaultMethod)},
        {u"ends"_s, descriptor.ends.english},
        {u"does_not_end"_s, descriptor.doesNotEnd.english},
        {u"shipped"_s, descriptor.shipped},
    };
}

static QString stateName(CatalogEntry::State state)
{
    switch (state) {
    case CatalogEntry::State::Ready:
        return u"ready"_s;
    case CatalogEntry::State::NeedsAcceptance:
        return u"needs acceptance"_s;
    case CatalogEntry::State::Refused:
        return u"refused"_s;
    }
    Q_UNREACHABLE();
}

void ProviderListCommand::start()
{
    QJsonArray providers;
    QList<QStringList> rows;
    for (const CatalogEntry &entry : workspace().catalog().entries()) {
        QJsonObject provider = describe(entry.descriptor);
        provider.insert(u"state"_s, stateName(entry.state));
        provider.insert(u"file"_s, entry.file.isEmpty() ? QJsonValue() : QJsonValue(entry.file));
        provider.insert(u"problem"_s, entry.error ? QJsonValue(entry.error->detail) : QJsonValue());
        providers.append(provider);
        const ProviderDescriptor &descriptor = entry.descriptor;
        rows.append({descriptor.id, descriptor.lists() ? u"lists"_s : u"–"_s,
                     descriptor.revokes() ? u"revokes"_s : u"–"_s, descriptor.people ? u"by name"_s : u"–"_s,
                     descriptor.verification.isEmpty() ? u"–"_s : u"verifies"_s, stateName(entry.state),
                     descriptor.summary.english});
        if (entry.error)
            warn(u"%1: %2"_s.arg(entry.file, visibleText(entry.error->detail)));
        if (entry.state == CatalogEntry::State::NeedsAcceptance)
            warn(u"%1 is new or was changed, and isn't used before it is accepted (issuer add asks)"_s.arg(entry.file));
    }
    print(QJsonDocument(QJsonObject{{u"providers"_s, providers}}),
          textTable({u"ID"_s, u"LISTS"_s, u"REVOKES"_s, u"BY NAME"_s, u"VERIFIES"_s, u"STATE"_s, u"WHAT IT CAN DO"_s},
                    rows));
    finish(ExitStatus::Good);
}

void ProviderCheckCommand::start()
{
    const QString path = line().arguments.first();
    if (const QFileInfo file(path); !file.isFile() || !file.isReadable()) {
        fail(failure(ErrorKind::InvalidInput, u"%1 can't be read"_s.arg(path)));
        return;
    }
    const auto descriptor = DescriptorCatalog::check(path);
    if (!descriptor) {
        const QString message = visibleText(descriptor.error().detail);
        if (line().json())
            terminal().result(QJsonDocument(errorDocument(errorKindName(descriptor.error().kind), message)));
        else
            terminal().note(u"curfew-cli: "_s + message);
        finish(ExitStatus::Configuration);
        return;
    }
    const QStringList hosts = hostsOf(*descriptor);
    print(QJsonDocument(describe(*descriptor)),
          u"%1 is a usable descriptor: %2 (%3). Hosts it names: %4."_s.arg(
              path, descriptor->id, visibleText(descriptor->name),
              hosts.isEmpty() ? u"none, the operator enters the URL"_s : hosts.join(u", "_s)));
    finish(ExitStatus::Good);
}

} // namespace curfew
