// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "channelsettings.h"
#include "faultserver.h"
#include "httpchannel.h"
#include "providerfactory.h"
#include "providertest.h"

namespace curfew::test {

//! A provider that speaks to a loopback server, with retries that don't wait.
struct ExchangeBench {
    explicit ExchangeBench(const ProviderDescriptor &descriptor, AuthMethod method = AuthMethod::None,
                           const QString &path = {})
    {
        issuer.url = server.url(path);
        issuer.clients = {{QStringLiteral("client"), method, true}};
        ChannelSettings settings = channelSettings(descriptor, issuer, std::chrono::seconds(5));
        settings.rates.clear();
        settings.retry.base = std::chrono::milliseconds(1);
        settings.retry.ceiling = std::chrono::milliseconds(2);
        channel = std::make_unique<HttpChannel>(settings);
        provider = makeProvider(descriptor, issuer, *channel);
    }
    [[nodiscard]] CredentialPtr credential(AuthMethod method, const QByteArray &clientId = "client",
                                           const QByteArray &secret = "secret") const
    {
        return test::credential(method, server.url(), clientId, secret);
    }
    [[nodiscard]] const RecordedRequest &last() const { return server.requests().last(); }

    FaultServer server;
    Issuer issuer;
    std::unique_ptr<HttpChannel> channel;
    std::unique_ptr<DeclarativeProvider> provider;
};

} // namespace curfew::test
