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
    Gate gate;
    HttpAnswer last{failure(ErrorKind::Canceled), 0, false}; //!< what the attempts so far came to
    bool isProbe = false; //!< goes alone through its gate, retries included
    bool isLast = false; //!< not to be repeated, whatever comes

    void finish();
};

using ChannelItemPtr = std::unique_ptr<ChannelItem>;

//! The requests of a channel that aren't in flight: ready, held back behind a probe, or waiting for their next attempt.
//! Every operation but drain() and proved() takes constant or logarithmic time.
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

    //! \p gate's probe is over: lets all that waited for it go, or the next one, as the gates say.
    void proved(const Gate &gate);
    void probeEnded(const Gate &gate);

    [[nodiscard]] int heldBehind(const Gate &gate) const; //!< how many wait for its probe

    //! Takes out the requests of \p client, or all.
    [[nodiscard]] std::vector<ChannelItemPtr> drain(const QString &client);
    [[nodiscard]] std::vector<ChannelItemPtr> drainAll();

    [[nodiscard]] ClientGates &gates() { return m_gates; }

private:
    //! What waits for a probe of one client.
    struct Held {
        std::deque<ChannelItemPtr> forClient;
        std::unordered_map<QString, std::deque<ChannelItemPtr>> forEndpoint;

        void drainTo(std::vector<ChannelItemPtr> &drained);
    };

    ClientGates m_gates;
    std::deque<ChannelItemPtr> m_ready;
    std::unordered_map<QString, Held> m_held; //!< by client
    std::multimap<Clock::time_point, ChannelItemPtr> m_delayed;
};

} // namespace curfew
