// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultreply.h"

namespace curfew {

FaultReply FaultReply::http(int status, const QByteArray &body, const QByteArray &contentType, const Headers &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    if (!contentType.isEmpty())
        bytes += "Content-Type: " + contentType + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return raw(bytes, End::KeepOpen);
}

FaultReply FaultReply::raw(const QByteArray &bytes, End end)
{
    FaultReply reply;
    reply.bytes = bytes;
    reply.end = end;
    return reply;
}

FaultReply FaultReply::silent()
{
    return {};
}

FaultReply FaultReply::dropped(End end)
{
    return raw({}, end);
}

FaultReply FaultReply::after(std::chrono::milliseconds wait) const
{
    FaultReply reply = *this;
    reply.delay = wait;
    return reply;
}

FaultReply FaultReply::thenEndlessly(const QByteArray &repeated) const
{
    FaultReply reply = *this;
    reply.endless = true;
    reply.filler = repeated;
    return reply;
}

FaultReply FaultReply::byteByByte(std::chrono::milliseconds gap) const
{
    FaultReply reply = *this;
    reply.interval = gap;
    return reply;
}

} // namespace curfew
