// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bearersource.h"

#include "answerclassifier.h"
#include "asyncresult.h"
#include "httpchannel.h"
#include "tokenresponsereader.h"

using namespace std::chrono_literals;

namespace curfew {

BearerSource::BearerSource(HttpChannel &channel, Operation operation, Builder builder, QObject *parent)
    : QObject(parent)
    , m_channel(channel)
    , m_operation(std::move(operation))
    , m_builder(std::move(builder))
{
}

QFuture<Result<Token>> BearerSource::token(const CredentialPtr &credential)
{
    const QString clientId = credential ? credential->clientId : QString();
    if (const auto known = m_grants.constFind(clientId); known != m_grants.constEnd()) {
        if (known->running || !known->usable.hasExpired())
            return known->promise->future();
    }
    auto request = m_builder(credential);
    if (!request)
        return readyFuture(Result<Token>(tl::unexpected(request.error())));
    Grant grant;
    grant.promise = std::make_shared<QPromise<Result<Token>>>();
    grant.promise->start();
    auto future = grant.promise->future();
    m_grants.insert(clientId, grant);
    onResult(m_channel.send(*std::move(request)), this,
             [this, clientId](const HttpAnswer &answer) { finish(clientId, answer); });
    return future;
}

static Result<GrantedToken> readGrant(const HttpAnswer &answer, const Operation &operation)
{
    if (!answer.response)
        return tl::unexpected(answer.response.error());
    if (auto fault = faultOf(*answer.response, operation))
        return tl::unexpected(*std::move(fault));
    return readTokenResponse(answer.response->body);
}

void BearerSource::finish(const QString &clientId, const HttpAnswer &answer)
{
    // Renewed a little early, so that a token doesn't expire on its way; without a lifetime it serves one minute.
    constexpr auto margin = 10s;
    const auto granted = readGrant(answer, m_operation);
    Grant &grant = m_grants[clientId];
    const auto promise = grant.promise;
    grant.running = false;
    if (granted) {
        grant.token = granted->token;
        const auto lifetime = granted->lifetime.value_or(1min);
        grant.usable = QDeadlineTimer(lifetime > 2 * margin ? lifetime - margin : lifetime / 2);
    } else {
        m_grants.remove(clientId);
    }
    promise->addResult(granted.map([](const GrantedToken &value) { return value.token; }));
    promise->finish();
}

void BearerSource::forget(const QString &clientId, const Token &token)
{
    const auto known = m_grants.constFind(clientId);
    if (known != m_grants.constEnd() && !known->running && known->token == token)
        m_grants.erase(known);
}

} // namespace curfew
