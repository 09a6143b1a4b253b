// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bearersource.h"

#include "answerclassifier.h"
#include "asyncresult.h"
#include "httpchannel.h"
#include "tokenresponsereader.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

BearerSource::BearerSource(HttpChannel &channel, Operation operation, Builder builder, QObject *parent)
    : QObject(parent)
    , m_channel(channel)
    , m_operation(std::move(operation))
    , m_builder(std::move(builder))
{
}

std::shared_ptr<QPromise<Result<Token>>> BearerSource::makePromise()
{
    auto promise = std::make_shared<QPromise<Result<Token>>>();
    promise->start();
    return promise;
}

QFuture<Result<Token>> BearerSource::token(const CredentialPtr &credential)
{
    const QString clientId = credential ? credential->clientId : QString();
    if (const auto known = m_grants.constFind(clientId); known != m_grants.constEnd()) {
        if (known->running || known->refused || !known->usable.hasExpired())
            return known->others->future();
    }
    auto request = m_builder(credential);
    if (!request)
        return readyFuture(Result<Token>(tl::unexpected(request.error())));
    Grant grant;
    grant.first = makePromise();
    grant.others = makePromise();
    auto future = grant.first->future();
    m_grants.insert(clientId, grant);
    onResult(m_channel.send(*std::move(request)), this,
             [this, clientId](const HttpAnswer &answer) { finish(clientId, answer); });
    return future;
}

// What a grant is told of tokens isn't about the token that the caller wants to end.
static Error aboutTheGrant(Error error)
{
    if (error.kind == ErrorKind::TokenNotKnown || error.kind == ErrorKind::UnsupportedTokenType
        || error.kind == ErrorKind::BearerExpired)
        error.kind = ErrorKind::Refused;
    return error;
}

static Result<GrantedToken> readGrant(const HttpAnswer &answer, const Operation &operation)
{
    if (!answer.response)
        return tl::unexpected(answer.response.error());
    if (auto fault = faultOf(*answer.response, operation))
        return tl::unexpected(aboutTheGrant(*std::move(fault)));
    return readTokenResponse(answer.response->body);
}

static bool isFinal(const Error &error)
{
    const bool saidNo = error.httpStatus >= 400 && error.httpStatus < 500 && error.kind != ErrorKind::RateLimited;
    return error.kind == ErrorKind::Refused || (saidNo && error.kind != ErrorKind::ClientRefused);
}

// Nothing was, or will be, sent for those who didn't ask first.
static Error forTheOthers(Error error, const QString &clientId)
{
    if (error.kind == ErrorKind::ClientRefused)
        return {ErrorKind::BreakerOpen, {}, 0, {}};
    if (isFinal(error))
        return {
            ErrorKind::NoCredential, u"the issuer gave client %1 no token: %2"_s.arg(clientId, error.detail), 0, {}};
    return error;
}

void BearerSource::finish(const QString &clientId, const HttpAnswer &answer)
{
    // Renewed a little early, so that a token doesn't expire on its way; without a lifetime it serves one minute.
    constexpr auto margin = 10s;
    const auto granted = readGrant(answer, m_operation);
    Grant &grant = m_grants[clientId];
    const auto first = grant.first;
    const auto others = grant.others;
    grant.running = false;
    Result<Token> told = granted.map([](const GrantedToken &value) { return value.token; });
    Result<Token> toldOthers = told;
    if (granted) {
        grant.token = granted->token;
        const auto lifetime = granted->lifetime.value_or(1min);
        grant.usable = QDeadlineTimer(lifetime > 2 * margin ? lifetime - margin : lifetime / 2);
    } else {
        toldOthers = tl::unexpected(forTheOthers(granted.error(), clientId));
        grant.refused = isFinal(granted.error());
        if (!grant.refused) // the channel itself keeps a refused client from going on
            m_grants.remove(clientId);
    }
    first->addResult(std::move(told));
    first->finish();
    others->addResult(std::move(toldOthers));
    others->finish();
}

void BearerSource::forget(const QString &clientId, const Token &token)
{
    const auto known = m_grants.constFind(clientId);
    if (known != m_grants.constEnd() && !known->running && known->token == token)
        m_grants.erase(known);
}

} // namespace curfew
