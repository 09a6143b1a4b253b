// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>
#include <optional>
#include <tuple>

namespace curfew {

//! An IP address as a number, so that 10.9.0.1 comes before 10.10.0.1, and IPv4 before IPv6.
struct NetworkAddress {
    bool isV6 = false;
    std::array<quint8, 16> bytes{}; //!< IPv4 in the first four

    bool operator==(const NetworkAddress &) const = default;
    bool operator<(const NetworkAddress &other) const
    {
        return std::tie(isV6, bytes) < std::tie(other.isV6, other.bytes);
    }

    //! The network it belongs to, as far as people share one: /24 for IPv4, /64 for IPv6.
    [[nodiscard]] NetworkAddress network() const;
};

//! \return nothing when \p text is no address
[[nodiscard]] std::optional<NetworkAddress> networkAddress(const QString &text);

} // namespace curfew
