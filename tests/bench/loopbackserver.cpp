// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopbackserver.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <charconv>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace curfew {

using namespace std::literals;

// bench:bench-secret
static constexpr auto expectedAuthorization = "Basic YmVuY2g6YmVuY2gtc2VjcmV0"sv;

static std::string_view header(std::string_view head, std::string_view name)
{
    const auto same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
    const auto found = std::search(head.begin(), head.end(), name.begin(), name.end(), same);
    if (found == head.end())
        return {};
    std::string_view value = head.substr(size_t(found - head.begin()) + name.size());
    value = value.substr(0, value.find("\r\n"));
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    return value;
}

static std::string whole(std::string_view status, std::string_view json)
{
    return std::string("HTTP/1.1 ")
        .append(status)
        .append("\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nContent-Length: ")
        .append(std::to_string(json.size()))
        .append("\r\n\r\n")
        .append(json);
}

static std::string discovery(std::string_view head)
{
    const std::string_view forwarded = header(head, "\r\nX-Forwarded-Proto:");
    const std::string issuer =
        std::string(forwarded.empty() ? "http"sv : forwarded).append("://").append(header(head, "\r\nHost:"));
    return whole("200 OK",
                 R"({"issuer":")" + issuer + R"(","revocation_endpoint":")" + issuer
                     + R"(/revoke","introspection_endpoint":")" + issuer
                     + R"(/introspect","token_endpoint_auth_methods_supported":["client_secret_basic"]})");
}

LoopbackServer::LoopbackServer(std::chrono::milliseconds latency)
    : m_latency(latency)
{
}

LoopbackServer::~LoopbackServer()
{
    for (const auto &[descriptor, connection] : m_open)
        ::close(descriptor);
    ::close(m_listener);
    ::close(m_poll);
}

uint16_t LoopbackServer::listen()
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 1024) != 0
        || ::getsockname(m_listener, generic, &size) != 0)
        return 0;
    m_poll = ::epoll_create1(EPOLL_CLOEXEC);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = m_listener;
    return ::epoll_ctl(m_poll, EPOLL_CTL_ADD, m_listener, &event) == 0 ? ntohs(address.sin_port) : uint16_t(0);
}

void LoopbackServer::run()
{
    std::array<epoll_event, 256> events{};
    while (true) {
        timespec left{};
        if (!m_answers.empty()) {
            const auto wait = std::max<Clock::duration>(m_answers.front().due - Clock::now(), 0ns);
            left.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(wait).count();
            left.tv_nsec = (std::chrono::nanoseconds(wait) % 1s).count();
        }
        const int ready =
            ::epoll_pwait2(m_poll, events.data(), int(events.size()), m_answers.empty() ? nullptr : &left, nullptr);
        for (int i = 0; i < ready; ++i) {
            const int descriptor = events[size_t(i)].data.fd;
            if (descriptor == m_listener) {
                acceptAll();
                continue;
            }
            if (events[size_t(i)].events & EPOLLOUT)
                write(descriptor, m_open[descriptor]);
            if (events[size_t(i)].events & ~uint32_t(EPOLLOUT))
                readFrom(descriptor);
        }
        sendDue();
    }
}

void LoopbackServer::acceptAll()
{
    int descriptor;
    while ((descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        const int on = 1;
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, descriptor, &event);
        m_open[descriptor].number = ++m_connections;
    }
}

void LoopbackServer::readFrom(int descriptor)
{
    Connection &connection = m_open[descriptor];
    std::array<char, 4096> buffer{};
    const ssize_t got = ::recv(descriptor, buffer.data(), buffer.size(), 0);
    if (got <= 0) {
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            close(descriptor);
        return;
    }
    connection.in.append(buffer.data(), size_t(got));
    takeRequests(descriptor, connection);
}

void LoopbackServer::takeRequests(int descriptor, Connection &connection)
{
    size_t begin = 0;
    while (true) {
        const std::string_view rest = std::string_view(connection.in).substr(begin);
        const size_t end = rest.find("\r\n\r\n");
        if (end == std::string_view::npos)
            break;
        const std::string_view head = rest.substr(0, end + 2);
        const std::string_view announced = header(head, "\r\nContent-Length:");
        size_t length = 0;
        std::from_chars(announced.data(), announced.data() + announced.size(), length);
        if (rest.size() < end + 4 + length)
            break;
        answer(descriptor, connection, head, rest.substr(end + 4, length));
        begin += end + 4 + length;
    }
    connection.in.erase(0, begin);
}

void LoopbackServer::answer(int descriptor, const Connection &connection, std::string_view head, std::string_view body)
{
    const bool counts = head.starts_with("GET /count ");
    // A count is asked for when nothing else is under way, so the answers stay in order.
    m_answers.push_back({Clock::now() + (counts ? 0ms : m_latency), descriptor, connection.number, reply(head, body)});
    m_mostInFlight = std::max(m_mostInFlight, m_answers.size());
}

std::string LoopbackServer::reply(std::string_view head, std::string_view body)
{
    if (head.starts_with("GET /.well-known/openid-configuration "))
        return discovery(head);
    if (head.starts_with("GET /count "))
        return count();
    if (header(head, "\r\nAuthorization:") != expectedAuthorization)
        return whole("401 Unauthorized", R"({"error":"invalid_client"})");
    if (head.starts_with("POST /revoke ")) {
        if (m_revokes++ == 0)
            m_firstRevoke = Clock::now();
        m_tokens.insert(std::hash<std::string_view>()(body));
        return whole("200 OK", {});
    }
    if (head.starts_with("POST /introspect ")) {
        const bool ended = m_tokens.contains(std::hash<std::string_view>()(body));
        return whole("200 OK", ended ? R"({"active":false})" : R"({"active":true})");
    }
    return whole("404 Not Found", "{}");
}

//! What came since it was last asked, and the time from the first revoke's arrival to the last answer.
std::string LoopbackServer::count()
{
    const std::string json = R"({"revokes":)" + std::to_string(m_revokes) + R"(,"tokens":)"
        + std::to_string(m_tokens.size()) + R"(,"most_in_flight":)" + std::to_string(m_mostInFlight)
        + R"(,"microseconds":)"
        + std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(m_lastAnswer - m_firstRevoke).count())
        + "}";
    m_revokes = 0;
    m_mostInFlight = 0;
    m_tokens.clear();
    return whole("200 OK", json);
}

void LoopbackServer::sendDue()
{
    const auto now = Clock::now();
    while (!m_answers.empty() && m_answers.front().due <= now) {
        const Answer &due = m_answers.front();
        const auto found = m_open.find(due.descriptor);
        if (found != m_open.end() && found->second.number == due.connection) {
            found->second.out.append(due.text);
            write(due.descriptor, found->second);
        }
        m_answers.pop_front();
        m_lastAnswer = now;
    }
}

void LoopbackServer::write(int descriptor, Connection &connection)
{
    const ssize_t sent = ::send(descriptor, connection.out.data(), connection.out.size(), MSG_NOSIGNAL);
    connection.out.erase(0, size_t(std::max<ssize_t>(sent, 0)));
    if (connection.out.empty() != connection.isFull)
        return;
    connection.isFull = !connection.out.empty();
    epoll_event event{};
    event.events = EPOLLIN | (connection.isFull ? uint32_t(EPOLLOUT) : 0U);
    event.data.fd = descriptor;
    ::epoll_ctl(m_poll, EPOLL_CTL_MOD, descriptor, &event);
}

void LoopbackServer::close(int descriptor)
{
    ::close(descriptor);
    m_open.erase(descriptor);
}

} // namespace curfew
