// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clientgates.h"
#include "httprequest.h"
#include "pacer.h"

#include <QPromise>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace curfew {

//! One request on its way through a channel.
struct ChannelItem {
    HttpRequest request;
    QPromise<HttpAnswer> promise;
    QString client; //!< whose credential it shows; empty: nobody's
    HttpAnswer last{failure(ErrorKind::Canceled), 0, false}; //!< what the attempts so far came to
    bool isProbe = false; //!< goes alone for its client, retries included
    bool isLast = false; //!< not to be repeated, whatever comes

    void finish();
};

using ChannelItemPtr = std::unique_ptr<ChannelItem>;

//! The requests of a channel that aren't in flight: ready, held back behind their client's probe, or waiting for their
//! next attempt. Every operation but drain() takes constant or logarithmic time.
class ChannelQueue {
public:
    using Clock = Pacer::Clock;

    //! Queues \p item behind the others; gives it back when its client is refused.
    [[nodiscard]] ChannelItemPtr add(ChannelItemPtr item);
    //! Queues \p item for its next attempt at \p due, before what was never sent.
    void addDelayed(ChannelItemPtr item, Clock::time_point due);
    [[nodiscard]] bool hasReady(Clock::time_point now); //!< first moves what is due by \p now to the front
    [[nodiscard]] ChannelItemPtr takeReady(); //!< only after hasReady()
    [[nodiscard]] std::optional<Clock::time_point> nextDue() const; //!< of the delayed ones

    //! \p client's probe is over: lets all of its requests go, or the next one, as the gates say.
    void proved(const QString &client);
    void probeEnded(const QString &client);

    //! Takes out the requests of \p client, or all.
    [[nodiscard]] std::vector<ChannelItemPtr> drain(const QString &client);
    [[nodiscard]] std::vector<ChannelItemPtr> drainAll();

    [[nodiscard]] ClientGates &gates() { return m_gates; }

private:
    ClientGates m_gates;
    std::deque<ChannelItemPtr> m_ready;
    std::unordered_map<QString, std::deque<ChannelItemPtr>> m_held; //!< by client
    std::multimap<Clock::time_point, ChannelItemPtr> m_delayed;
};

} // namespace curfew
