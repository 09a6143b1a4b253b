// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channelqueue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace curfew {

void ChannelItem::finish()
{
    promise.addResult(std::move(last));
    promise.finish();
}

ChannelItemPtr ChannelQueue::add(ChannelItemPtr item)
{
    switch (m_gates.ask(item->gate)) {
    case ClientGates::Pass::Go:
        item->isProbe = m_gates.isProbing(item->gate);
        m_ready.push_back(std::move(item));
        return nullptr;
    case ClientGates::Pass::WaitForClient:
        m_held[item->gate.client].forClient.push_back(std::move(item));
        return nullptr;
    case ClientGates::Pass::WaitForEndpoint:
        m_held[item->gate.client].forEndpoint[item->gate.endpoint].push_back(std::move(item));
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

// A refused client's requests were drained, so that none of what is held is ever given back by add().

void ChannelQueue::proved(const Gate &gate)
{
    m_gates.prove(gate);
    const auto found = m_held.find(gate.client);
    if (found == m_held.end())
        return;
    Held &held = found->second;
    auto waiting = std::exchange(held.forClient, {});
    if (const auto here = held.forEndpoint.extract(gate.endpoint))
        std::move(here.mapped().begin(), here.mapped().end(), std::back_inserter(waiting));
    for (ChannelItemPtr &item : waiting) {
        const ChannelItemPtr refused = add(std::move(item));
        Q_ASSERT(!refused);
    }
}

void ChannelQueue::probeEnded(const Gate &gate)
{
    m_gates.probeEnded(gate);
    const auto found = m_held.find(gate.client);
    if (found == m_held.end())
        return;
    Held &held = found->second;
    std::deque<ChannelItemPtr> &waiting = held.forClient.empty() ? held.forEndpoint[gate.endpoint] : held.forClient;
    if (waiting.empty())
        return;
    ChannelItemPtr next = std::move(waiting.front());
    waiting.pop_front();
    const ChannelItemPtr refused = add(std::move(next)); // it becomes the probe
    Q_ASSERT(!refused);
}

int ChannelQueue::heldBehind(const Gate &gate) const
{
    const auto found = m_held.find(gate.client);
    if (found == m_held.end())
        return 0;
    const auto here = found->second.forEndpoint.find(gate.endpoint);
    return int(found->second.forClient.size() + (here == found->second.forEndpoint.end() ? 0 : here->second.size()));
}

static void moveTo(std::vector<ChannelItemPtr> &drained, std::deque<ChannelItemPtr> &items)
{
    std::move(items.begin(), items.end(), std::back_inserter(drained));
}

void ChannelQueue::Held::drainTo(std::vector<ChannelItemPtr> &drained)
{
    moveTo(drained, forClient);
    for (auto &[endpoint, items] : forEndpoint)
        moveTo(drained, items);
}

std::vector<ChannelItemPtr> ChannelQueue::drain(const QString &client)
{
    std::vector<ChannelItemPtr> drained;
    const auto isOthers = [&client](const ChannelItemPtr &item) { return item->gate.client != client; };
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
        held.mapped().drainTo(drained);
    return drained;
}

std::vector<ChannelItemPtr> ChannelQueue::drainAll()
{
    std::vector<ChannelItemPtr> drained;
    moveTo(drained, m_ready);
    for (auto &[due, item] : m_delayed)
        drained.push_back(std::move(item));
    for (auto &[client, held] : m_held)
        held.drainTo(drained);
    m_ready.clear();
    m_delayed.clear();
    m_held.clear();
    // A probe that was among them will never come back to open its gate.
    for (const ChannelItemPtr &item : drained) {
        if (item->isProbe)
            m_gates.probeEnded(item->gate);
    }
    return drained;
}

} // namespace curfew
