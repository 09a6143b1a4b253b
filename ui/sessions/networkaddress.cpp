// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkaddress.h"

#include <QHostAddress>

#include <algorithm>

namespace curfew {

NetworkAddress NetworkAddress::network() const
{
    NetworkAddress network = *this;
    const size_t kept = isV6 ? 8 : 3;
    std::fill(network.bytes.begin() + kept, network.bytes.end(), quint8(0));
    return network;
}

std::optional<NetworkAddress> networkAddress(const QString &text)
{
    QHostAddress parsed;
    if (text.isEmpty() || !parsed.setAddress(text))
        return std::nullopt;
    NetworkAddress address;
    bool isV4 = false;
    const quint32 v4 = parsed.toIPv4Address(&isV4); // also for ::ffff:10.0.0.1, which is the same machine
    if (isV4) {
        for (size_t i = 0; i < 4; ++i)
            address.bytes[i] = quint8(v4 >> (24 - 8 * i));
        return address;
    }
    const Q_IPV6ADDR v6 = parsed.toIPv6Address();
    address.isV6 = true;
    std::copy(std::begin(v6.c), std::end(v6.c), address.bytes.begin());
    return address;
}

} // namespace curfew
