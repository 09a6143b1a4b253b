// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channelqueue.h"

#include <algorithm>
#include <iterator>

namespace curfew {

void ChannelItem::finish()
{
    promise.addResult(std::move(last));
    promise.finish();
}

ChannelItemPtr ChannelQueue::add(ChannelItemPtr item)
{
    switch (m_gates.ask(item->client)) {
    case ClientGates::Pass::Go:
        item->isProbe = m_gates.isProbing(item->client);
        m_ready.push_back(std::move(item));
        return nullptr;
    case ClientGates::Pass::Wait:
        m_held[item->client].push_back(std::move(item));
        return nullptr;
    case ClientGates::Pass::Refused:
        return item;
    }
    Q_UNREACHABLE();
}

void ChannelQueue::addDelayed(ChannelItemPtr item, Clock::time_point due)
{
    m_delayed.emplace(due, std::move(item));
}

bool ChannelQueue::hasReady(Clock::time_point now)
{
    // From the latest to the earliest, so that the earliest ends up in front.
    const auto end = m_delayed.upper_bound(now);
    for (auto it = std::make_reverse_iterator(end); it != m_delayed.rend(); ++it)
        m_ready.push_front(std::move(it->second));
    m_delayed.erase(m_delayed.begin(), end);
    return !m_ready.empty();
}

ChannelItemPtr ChannelQueue::takeReady()
{
    ChannelItemPtr item = std::move(m_ready.front());
    m_ready.pop_front();
    return item;
}

std::optional<ChannelQueue::Clock::time_point> ChannelQueue::nextDue() const
{
    return m_delayed.empty() ? std::nullopt : std::optional(m_delayed.begin()->first);
}

void ChannelQueue::proved(const QString &client)
{
    m_gates.prove(client);
    if (const auto held = m_held.extract(client)) {
        for (ChannelItemPtr &item : held.mapped())
            m_ready.push_back(std::move(item));
    }
}

void ChannelQueue::probeEnded(const QString &client)
{
    m_gates.probeEnded(client);
    const auto held = m_held.find(client);
    if (held == m_held.end())
        return;
    ChannelItemPtr next = std::move(held->second.front());
    held->second.pop_front();
    if (held->second.empty())
        m_held.erase(held);
    // It becomes the probe; a refused client's requests were drained, so it is never given back.
    ChannelItemPtr refused = add(std::move(next));
    Q_ASSERT(!refused);
}

std::vector<ChannelItemPtr> ChannelQueue::drain(const QString &client)
{
    std::vector<ChannelItemPtr> drained;
    const auto isOthers = [&client](const ChannelItemPtr &item) { return item->client != client; };
    const auto first = std::stable_partition(m_ready.begin(), m_ready.end(), isOthers);
    std::move(first, m_ready.end(), std::back_inserter(drained));
    m_ready.erase(first, m_ready.end());
    for (auto it = m_delayed.begin(); it != m_delayed.end();) {
        if (isOthers(it->second)) {
            ++it;
            continue;
        }
        drained.push_back(std::move(it->second));
        it = m_delayed.erase(it);
    }
    if (const auto held = m_held.extract(client))
        std::move(held.mapped().begin(), held.mapped().end(), std::back_inserter(drained));
    return drained;
}

std::vector<ChannelItemPtr> ChannelQueue::drainAll()
{
    std::vector<ChannelItemPtr> drained;
    std::move(m_ready.begin(), m_ready.end(), std::back_inserter(drained));
    for (auto &[due, item] : m_delayed)
        drained.push_back(std::move(item));
    for (auto &[client, held] : m_held)
        std::move(held.begin(), held.end(), std::back_inserter(drained));
    m_ready.clear();
    m_delayed.clear();
    m_held.clear();
    // A probe that was among them will never come back to open its gate.
    for (const ChannelItemPtr &item : drained) {
        if (item->isProbe)
            m_gates.probeEnded(item->client);
    }
    return drained;
}

} // namespace curfew
