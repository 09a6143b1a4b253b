// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange.h"

#include "answerclassifier.h"
#include "asyncresult.h"
#include "bearersource.h"
#include "httpchannel.h"

namespace curfew {

Exchange::Exchange(HttpChannel &channel, BearerSource *bearers, Call call, Builder builder, QObject *parent)
    : QObject(parent)
    , m_channel(channel)
    , m_bearers(bearers)
    , m_call(std::move(call))
    , m_builder(std::move(builder))
{
}

QFuture<HttpAnswer> Exchange::start()
{
    m_promise.start();
    auto future = m_promise.future();
    begin();
    return future;
}

void Exchange::begin()
{
    if (!m_call.usesBearer || !m_call.bearer.isNull()) {
        send(m_call.bearer);
        return;
    }
    onResult(m_bearers->token(m_call.credential), this, [this](const Result<Token> &bearer) {
        if (bearer)
            send(*bearer);
        else
            finish({tl::unexpected(bearer.error()), 0, false}, {});
    });
}

void Exchange::send(const Token &bearer)
{
    onResult(m_channel.send(m_builder(m_call.hint, bearer)), this,
             [this, bearer](HttpAnswer answer) { handle(std::move(answer), bearer); });
}

void Exchange::handle(HttpAnswer answer, const Token &bearer)
{
    m_attempts += answer.attempts;
    m_mayHaveArrived = m_mayHaveArrived || answer.mayHaveArrived;
    if (answer.response) {
        if (!m_call.hint.isEmpty() && refusesHint(*answer.response, m_call.operation)) {
            m_call.hint.clear();
            send(bearer);
            return;
        }
        const auto fault = faultOf(*answer.response, m_call.operation);
        const bool granted = m_call.usesBearer && m_call.bearer.isNull();
        if (granted && !m_renewed && fault && fault->kind == ErrorKind::BearerExpired) {
            m_renewed = true;
            m_bearers->forget(m_call.credential, bearer);
            begin();
            return;
        }
    }
    finish(std::move(answer), bearer);
}

void Exchange::finish(HttpAnswer answer, const Token &bearer)
{
    answer.bearer = bearer;
    answer.attempts = m_attempts;
    answer.mayHaveArrived = m_mayHaveArrived;
    m_promise.addResult(std::move(answer));
    m_promise.finish();
    deleteLater();
}

QList<QByteArrayView> secretsShown(const CredentialPtr &credential, const HttpAnswer &answer)
{
    QList<QByteArrayView> secrets;
    if (credential && !credential->secret.isEmpty())
        secrets.append(credential->secret.reveal());
    if (!answer.bearer.isNull())
        secrets.append(answer.bearer.reveal());
    return secrets;
}

} // namespace curfew
