// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuerlistcommands.h"

#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

QJsonObject issuerObject(const Issuer &issuer, const QStringList &lockedClients)
{
    QJsonArray clients;
    for (const Client &client : issuer.clients) {
        clients.append(QJsonObject{
            {u"client_id"_s, client.clientId.isEmpty() ? QJsonValue() : QJsonValue(client.clientId)},
            {u"auth"_s, authMethodName(client.method)},
            {u"secret_stored"_s, client.hasSecret},
            {u"breaker"_s, lockedClients.contains(client.clientId) ? u"open"_s : u"closed"_s},
        });
    }
    return {
        {u"name"_s, issuer.name},
        {u"provider"_s, issuer.provider},
        {u"url"_s, issuer.url.toString()},
        {u"environment"_s, environmentName(issuer.environment)},
        {u"clients"_s, clients},
        {u"ca_file"_s, issuer.caFile.isEmpty() ? QJsonValue() : QJsonValue(issuer.caFile)},
        {u"accepted_origins"_s, QJsonArray::fromStringList(issuer.acceptedOrigins)},
    };
}

static QStringList lockedClientsOf(const QString &issuer, const QList<BreakerState> &breakers)
{
    QStringList clients;
    for (const BreakerState &breaker : breakers) {
        if (breaker.issuer == issuer)
            clients.append(breaker.clientId);
    }
    return clients;
}

static QString stateText(const Issuer &issuer, const QStringList &locked)
{
    if (!locked.isEmpty())
        return u"client refused"_s;
    for (const Client &client : issuer.clients) {
        if (!client.checkOnFile() && client.method != AuthMethod::Bearer)
            return u"needs a credential"_s;
    }
    return u"ready"_s;
}

void IssuerListCommand::start()
{
    const auto issuers = workspace().issuers().issuers();
    const auto breakers = workspace().breakers().openBreakers();
    if (!issuers || !breakers) {
        fail(!issuers ? issuers.error() : breakers.error());
        return;
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const Issuer &issuer : *issuers) {
        const QStringList locked = lockedClientsOf(issuer.name, *breakers);
        array.append(issuerObject(issuer, locked));
        rows.append({issuer.name, issuer.provider, environmentName(issuer.environment), issuer.url.toString(),
                     stateText(issuer, locked)});
    }
    print(QJsonDocument(QJsonObject{{u"issuers"_s, array}}),
          rows.isEmpty() ? u"No issuer is configured yet: curfew-cli issuer add NAME --provider ID --url URL"_s
                         : textTable({u"NAME"_s, u"PROVIDER"_s, u"ENVIRONMENT"_s, u"URL"_s, u"STATE"_s}, rows));
    finish(ExitStatus::Good);
}

static QString keptText(const Client &client)
{
    if (client.method == AuthMethod::AuthorizationCode)
        return u"you sign in yourself"_s;
    return client.hasSecret ? u"secret in the keychain"_s : u"no secret stored"_s;
}

void IssuerShowCommand::start()
{
    const auto issuer = workspace().issuers().find(line().arguments.first());
    const auto breakers = workspace().breakers().openBreakers();
    if (!issuer || !breakers) {
        fail(!issuer ? issuer.error() : breakers.error());
        return;
    }
    const QStringList locked = lockedClientsOf(issuer->name, *breakers);
    QString text =
        u"%1\nprovider: %2\nurl: %3"_s.arg(environmentBand(*issuer), issuer->provider, issuer->url.toString());
    for (const Client &client : issuer->clients)
        text += u"\nclient: %1 (%2, %3%4)"_s.arg(
            client.clientId.isEmpty() ? u"–"_s : visibleText(client.clientId), authMethodName(client.method),
            keptText(client), locked.contains(client.clientId) ? u", REFUSED: nothing is sent for it"_s : QString());
    if (!issuer->caFile.isEmpty())
        text += u"\nca file: "_s + issuer->caFile;
    print(QJsonDocument(issuerObject(*issuer, locked)), text);
    finish(ExitStatus::Good);
}

} // namespace curfew
