// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace curfew {

//! An issuer that costs next to nothing: discovery, revocation (RFC 7009) and introspection over HTTP/1.1 on loopback,
//! each answer so and so long after its request. One thread and epoll, so that what is measured is the other side.
//!
//! It works as an issuer does where that matters to the figures: whoever doesn't show the client's secret gets a 401,
//! and it counts the different tokens that it was given.
class LoopbackServer {
public:
    explicit LoopbackServer(std::chrono::milliseconds latency);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    //! \return the port on 127.0.0.1, or 0 when there is none
    [[nodiscard]] uint16_t listen();
    [[noreturn]] void run(); //!< until it is killed

private:
    using Clock = std::chrono::steady_clock;
    struct Connection {
        uint64_t number = 0; //!< tells a descriptor that is used again from the one an answer was meant for
        std::string in;
        std::string out;
        bool isFull = false; //!< what is left in `out` waits for room
    };
    struct Answer {
        Clock::time_point due;
        int descriptor = -1;
        uint64_t connection = 0;
        std::string text;
    };

    void acceptAll();
    void readFrom(int descriptor);
    void takeRequests(int descriptor, Connection &connection);
    void answer(int descriptor, const Connection &connection, std::string_view head, std::string_view body);
    void sendDue();
    void write(int descriptor, Connection &connection);
    void close(int descriptor);
    [[nodiscard]] std::string reply(std::string_view head, std::string_view body);
    [[nodiscard]] std::string count();

    const std::chrono::milliseconds m_latency;
    int m_listener = -1;
    int m_poll = -1;
    uint64_t m_connections = 0;
    std::unordered_map<int, Connection> m_open;
    std::deque<Answer> m_answers; // in order: each waits equally long
    std::unordered_set<size_t> m_tokens; // by hash of the whole body
    int m_revokes = 0;
    Clock::time_point m_firstRevoke; // when it arrived
    Clock::time_point m_lastAnswer; // when it left
    size_t m_mostInFlight = 0;
};

} // namespace curfew
