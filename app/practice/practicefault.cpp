// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicefault.h"

using namespace Qt::StringLiterals;

namespace curfew {

static PracticeFault instead(PracticeAnswer answer)
{
    PracticeFault fault;
    fault.handling = PracticeFault::Handling::Ignore;
    fault.answer = std::move(answer);
    return fault;
}

static PracticeFault later(int status, const QByteArray &retryAfter)
{
    PracticeAnswer answer = PracticeAnswer::empty(status);
    if (!retryAfter.isEmpty())
        answer.headers.append({"Retry-After", retryAfter});
    return instead(std::move(answer));
}

PracticeFault PracticeFault::tooManyRequests(const QByteArray &retryAfter)
{
    return later(429, retryAfter);
}

PracticeFault PracticeFault::unavailable(const QByteArray &retryAfter)
{
    return later(503, retryAfter);
}

PracticeFault PracticeFault::serverError()
{
    return refuse(500, "server_error", u"Something went wrong"_s);
}

PracticeFault PracticeFault::lie()
{
    PracticeFault fault;
    fault.handling = Handling::Pretend;
    return fault;
}

PracticeFault PracticeFault::html()
{
    return instead({200,
                    {{"Content-Type", "text/html; charset=utf-8"}},
                    "<!DOCTYPE html><html><head><title>Welcome</title></head>"
                    "<body><h1>Hotel Lindenhof Wi-Fi</h1><p>Please accept the terms to go online.</p></body></html>"});
}

PracticeFault PracticeFault::emptyObject()
{
    return instead(PracticeAnswer::json(200, QJsonObject()));
}

PracticeFault PracticeFault::redirect(const QUrl &to)
{
    return instead({307, {{"Location", to.toEncoded()}}, {}});
}

PracticeFault PracticeFault::bareUnauthorized()
{
    return instead(PracticeAnswer::empty(401));
}

PracticeFault PracticeFault::refuse(int status, const QByteArray &error, const QString &description)
{
    QJsonObject body{{u"error"_s, QString::fromUtf8(error)}};
    if (!description.isEmpty())
        body.insert(u"error_description"_s, description);
    return instead(PracticeAnswer::json(status, body));
}

PracticeFault PracticeFault::delayed(std::chrono::milliseconds delay)
{
    return PracticeFault().after(delay);
}

PracticeFault PracticeFault::dropUnprocessed()
{
    PracticeFault fault;
    fault.handling = Handling::Ignore;
    fault.wire = PracticeWire::Dropped;
    return fault;
}

PracticeFault PracticeFault::dropAnswer()
{
    return dropUnprocessed().processed();
}

PracticeFault PracticeFault::truncated()
{
    PracticeFault fault;
    fault.wire = PracticeWire::Truncated;
    return fault;
}

PracticeFault PracticeFault::flood(qint64 bytes)
{
    PracticeFault fault = instead({200, {{"Content-Type", "application/json"}}, {}});
    fault.wire = PracticeWire::Flood;
    fault.floodBytes = bytes;
    return fault;
}

PracticeFault PracticeFault::after(std::chrono::milliseconds wait) const
{
    PracticeFault fault = *this;
    fault.delay += wait;
    return fault;
}

PracticeFault PracticeFault::processed() const
{
    PracticeFault fault = *this;
    fault.handling = Handling::Process;
    return fault;
}

} // namespace curfew
