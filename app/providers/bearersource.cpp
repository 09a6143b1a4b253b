// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bearersource.h"

#include "asyncresult.h"
#include "httpchannel.h"
#include "signingrants.h"
#include "tokenresponsereader.h"

using namespace Qt::StringLiterals;

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

static QString clientOf(const CredentialPtr &credential)
{
    return credential ? credential->clientId : QString();
}

static SignIn *signInOf(const CredentialPtr &credential)
{
    return credential ? credential->signIn.get() : nullptr;
}

QFuture<Result<Token>> BearerSource::token(const CredentialPtr &credential)
{
    const QString clientId = clientOf(credential);
    if (const auto known = m_grants.constFind(clientId); known != m_grants.constEnd()) {
        if (known->running || known->refused || !known->usable.hasExpired())
            return known->others->future();
    }
    if (const SignIn *own = signInOf(credential); own && !own->access.isNull() && !own->usable.hasExpired())
        return readyFuture(Result<Token>(own->access));
    auto request = m_builder(credential);
    if (!request)
        return readyFuture(Result<Token>(tl::unexpected(request.error())));
    Grant grant;
    grant.first = makePromise();
    grant.others = makePromise();
    auto future = grant.first->future();
    m_grants.insert(clientId, grant);
    onResult(m_channel.send(*std::move(request)), this,
             [this, credential](const HttpAnswer &answer) { finish(credential, answer); });
    return future;
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

// What became of a sign-in. An issuer that said no (RFC 6749 section 5.2) won't say anything else to the same token,
// and that isn't the breaker's business: no stored secret was wrong.
static Result<Token> renewed(SignIn &signIn, const Result<GrantedToken> &granted)
{
    if (granted) {
        adopt(signIn, *granted);
        return signIn.access;
    }
    Error error = granted.error();
    if (isFinal(error) || error.kind == ErrorKind::ClientRefused) {
        signIn = {};
        error.kind = ErrorKind::SignInNeeded;
    }
    return tl::unexpected(error);
}

void BearerSource::finish(const CredentialPtr &credential, const HttpAnswer &answer)
{
    const QString clientId = clientOf(credential);
    SignIn *own = signInOf(credential);
    const auto granted = readGrant(answer, m_operation, {own ? own->refresh.reveal() : QByteArrayView()});
    Grant &grant = m_grants[clientId];
    const auto first = grant.first;
    const auto others = grant.others;
    grant.running = false;
    Result<Token> told =
        own ? renewed(*own, granted) : granted.map([](const GrantedToken &value) { return value.token; });
    Result<Token> toldOthers = told;
    if (own) {
        m_grants.remove(clientId);
    } else if (granted) {
        grant.token = granted->token;
        grant.usable = granted->usable();
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

void BearerSource::forget(const CredentialPtr &credential, const Token &token)
{
    if (SignIn *own = signInOf(credential)) {
        if (own->access == token)
            own->access = {};
        return;
    }
    const auto known = m_grants.constFind(clientOf(credential));
    if (known != m_grants.constEnd() && !known->running && known->token == token)
        m_grants.erase(known);
}

} // namespace curfew
