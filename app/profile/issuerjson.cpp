// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuerjson.h"

using namespace Qt::StringLiterals;

namespace curfew {

static QJsonObject clientToJson(const Client &client)
{
    return {{"clientId"_L1, client.clientId},
            {"method"_L1, authMethodName(client.method)},
            {"hasSecret"_L1, client.hasSecret}};
}

static Client clientFromJson(JsonReader &reader)
{
    Client client;
    client.clientId = reader.text("clientId"_L1);
    client.hasSecret = reader.flag("hasSecret"_L1);
    if (const auto method = authMethodFromName(reader.text("method"_L1)))
        client.method = *method;
    else
        reader.reject("method"_L1, u"no authentication method that this program knows"_s);
    return client;
}

QJsonObject issuerToJson(const Issuer &issuer)
{
    QJsonArray clients;
    for (const Client &client : issuer.clients)
        clients.append(clientToJson(client));
    QJsonObject object{{"name"_L1, issuer.name},
                       {"provider"_L1, issuer.provider},
                       {"url"_L1, issuer.url.toString(QUrl::FullyEncoded)},
                       {"environment"_L1, environmentName(issuer.environment)},
                       {"clients"_L1, clients}};
    if (!issuer.caFile.isEmpty())
        object.insert("caFile"_L1, issuer.caFile);
    if (!issuer.acceptedOrigins.isEmpty())
        object.insert("acceptedOrigins"_L1, QJsonArray::fromStringList(issuer.acceptedOrigins));
    return object;
}

static QList<Client> clientsFromJson(JsonReader &reader)
{
    QList<Client> clients;
    const QJsonArray elements = reader.array("clients"_L1);
    for (qsizetype i = 0; i < elements.size(); ++i) {
        JsonReader element(elements.at(i), {});
        clients.append(clientFromJson(element));
        if (!element.finish())
            reader.reject("clients"_L1, u"client %1: %2: %3"_s.arg(i + 1).arg(element.where(), element.what()));
    }
    return clients;
}

Issuer issuerFromJson(JsonReader &reader)
{
    Issuer issuer;
    issuer.name = reader.text("name"_L1);
    issuer.provider = reader.text("provider"_L1);
    issuer.url = QUrl(reader.text("url"_L1), QUrl::StrictMode);
    if (const auto environment = environmentFromName(reader.text("environment"_L1)))
        issuer.environment = *environment;
    else
        reader.reject("environment"_L1, u"production, test or development is due here"_s);
    issuer.clients = clientsFromJson(reader);
    issuer.caFile = reader.optionalText("caFile"_L1);
    issuer.acceptedOrigins = reader.texts("acceptedOrigins"_L1);
    return issuer;
}

} // namespace curfew
