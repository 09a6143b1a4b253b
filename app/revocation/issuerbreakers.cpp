// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuerbreakers.h"

#include "asyncresult.h"
#include "httpchannel.h"
#include "journal.h"

namespace curfew {

IssuerBreakers::IssuerBreakers(const Issuer &issuer, std::chrono::seconds lockOut, HttpChannel &channel,
                               BreakerStore &store, Journal &journal, QObject *parent)
    : QObject(parent)
    , m_issuer(issuer)
    , m_lockOut(lockOut)
    , m_channel(channel)
    , m_store(store)
    , m_journal(journal)
{
    connect(&m_channel, &HttpChannel::clientRefused, this, &IssuerBreakers::trip);
}

Result<std::optional<BreakerState>> IssuerBreakers::find(const QString &clientId) const
{
    return m_store.find(m_issuer.name, clientId);
}

QStringList IssuerBreakers::openClients() const
{
    QStringList open;
    for (const Client &client : m_issuer.clients) {
        const auto breaker = find(client.clientId);
        if (!breaker || breaker->has_value()) // what can't be read may be open
            open.append(client.clientId);
    }
    return open;
}

void IssuerBreakers::holdBack(const QString &clientId)
{
    m_channel.refuseClient(clientId);
}

void IssuerBreakers::heed()
{
    constexpr qint64 pause = 200; // ms
    if (m_heeded.isValid() && m_heeded.elapsed() < pause)
        return;
    m_heeded.start();
    const QStringList open = openClients();
    for (const QString &client : open)
        holdBack(client);
}

void IssuerBreakers::letThrough(const QString &clientId)
{
    m_channel.allowClient(clientId);
}

Result<> IssuerBreakers::close(const QString &clientId)
{
    const auto closed = m_store.close(m_issuer.name, clientId);
    if (closed)
        note(JournalEventKind::BreakerClosed, clientId);
    return closed;
}

void IssuerBreakers::trip(const QString &clientId, const Error &error)
{
    BreakerState state;
    state.issuer = m_issuer.name;
    state.clientId = clientId;
    state.openedAt = QDateTime::currentDateTimeUtc();
    if (m_lockOut.count() > 0)
        state.lockedUntil = state.openedAt.addSecs(m_lockOut.count());
    state.detail = error.detail;
    state.httpStatus = error.httpStatus;
    // The channel itself sends nothing more for this client, whether or not the file could be written.
    if (const auto tripped = m_store.trip(state); !tripped)
        Q_EMIT notKept(tripped.error());
    note(JournalEventKind::BreakerOpened, clientId);
}

// A breaker works without its event, but somebody must hear that the journal doesn't have it.
void IssuerBreakers::note(JournalEventKind kind, const QString &clientId)
{
    JournalEvent event;
    event.kind = kind;
    event.issuer = m_issuer.name;
    event.detail = clientId;
    onResult(m_journal.record(event), this, [this](const Result<> &recorded) {
        if (!recorded)
            Q_EMIT notKept(recorded.error());
    });
}

} // namespace curfew
