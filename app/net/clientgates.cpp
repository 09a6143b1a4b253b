// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientgates.h"

namespace curfew {

ClientGates::Pass ClientGates::ask(const Gate &gate)
{
    if (gate.client.isEmpty())
        return Pass::Go;
    Client &client = m_clients[gate.client];
    switch (client.state) {
    case State::Refused:
        return Pass::Refused;
    case State::Probing:
        return Pass::WaitForClient;
    case State::Unknown:
        client.state = State::Probing;
        break;
    case State::Proved:
        break;
    }
    State &endpoint = client.endpoints[gate.endpoint];
    if (endpoint == State::Probing)
        return Pass::WaitForEndpoint;
    if (endpoint == State::Unknown)
        endpoint = State::Probing;
    return Pass::Go;
}

void ClientGates::probeEnded(const Gate &gate)
{
    if (!isProbing(gate))
        return;
    Client &client = m_clients[gate.client];
    client.endpoints.remove(gate.endpoint);
    if (client.state == State::Probing)
        client.state = State::Unknown;
}

void ClientGates::prove(const Gate &gate)
{
    if (gate.client.isEmpty() || isRefused(gate.client))
        return;
    Client &client = m_clients[gate.client];
    client.state = State::Proved;
    client.endpoints.insert(gate.endpoint, State::Proved);
}

void ClientGates::refuse(const QString &client)
{
    m_clients.insert(client, {State::Refused, {}});
}

void ClientGates::allow(const QString &client)
{
    if (isRefused(client))
        m_clients.remove(client);
}

bool ClientGates::isRefused(const QString &client) const
{
    return m_clients.value(client).state == State::Refused;
}

bool ClientGates::isProbing(const Gate &gate) const
{
    return m_clients.value(gate.client).endpoints.value(gate.endpoint) == State::Probing;
}

bool ClientGates::proves(const HttpResponse &response)
{
    if (response.isWebPage())
        return false;
    switch (response.status) {
    case 401:
    case 404:
    case 405:
    case 408:
    case 421:
    case 429:
        return false;
    default:
        return response.status >= 200 && response.status < 500;
    }
}

} // namespace curfew
