// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientgates.h"

namespace curfew {

ClientGates::Pass ClientGates::ask(const QString &client)
{
    if (client.isEmpty())
        return Pass::Go;
    State &state = m_states[client];
    switch (state) {
    case State::Unknown:
        state = State::Probing;
        return Pass::Go;
    case State::Probing:
        return Pass::Wait;
    case State::Proved:
        return Pass::Go;
    case State::Refused:
        return Pass::Refused;
    }
    Q_UNREACHABLE();
}

void ClientGates::probeEnded(const QString &client)
{
    if (isProbing(client))
        m_states.remove(client);
}

void ClientGates::prove(const QString &client)
{
    if (!client.isEmpty() && !isRefused(client))
        m_states.insert(client, State::Proved);
}

void ClientGates::refuse(const QString &client)
{
    m_states.insert(client, State::Refused);
}

void ClientGates::allow(const QString &client)
{
    if (isRefused(client))
        m_states.remove(client);
}

bool ClientGates::isRefused(const QString &client) const
{
    return m_states.value(client) == State::Refused;
}

bool ClientGates::isProbing(const QString &client) const
{
    return m_states.value(client) == State::Probing;
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
