// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channelsettings.h"

namespace curfew {

ChannelSettings channelSettings(const ProviderDescriptor &descriptor, const Issuer &issuer,
                                std::chrono::milliseconds timeout, std::optional<int> parallel,
                                const QList<QSslCertificate> &roots)
{
    ChannelSettings settings;
    settings.allowedOrigins = QStringList{originOf(issuer.url)} + issuer.acceptedOrigins;
    settings.inFlight = std::clamp(parallel.value_or(descriptor.limits.inFlight), 1, descriptor.limits.mostInFlight);
    for (const RequestRate &rate : descriptor.limits.rates)
        settings.rates.append({rate.requests, rate.window});
    settings.timeout = timeout;
    settings.roots = roots;
    return settings;
}

} // namespace curfew
