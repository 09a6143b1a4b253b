// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerclassifier.h"

using namespace Qt::StringLiterals;

namespace curfew {

static std::optional<ErrorKind> kindOf(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Success:
        return std::nullopt;
    case Meaning::TokenNotKnown:
        return ErrorKind::TokenNotKnown;
    case Meaning::Refused:
        return ErrorKind::Refused;
    case Meaning::UnsupportedTokenType:
        return ErrorKind::UnsupportedTokenType;
    case Meaning::ClientRefused:
        return ErrorKind::ClientRefused;
    case Meaning::BearerExpired:
        return ErrorKind::BearerExpired;
    case Meaning::RateLimited:
        return ErrorKind::RateLimited;
    case Meaning::ServerError:
        return ErrorKind::ServerError;
    }
    Q_UNREACHABLE();
}

static bool fits(const AnswerRule &rule, int status, const QString &code)
{
    if (rule.status != 0 && rule.status != status)
        return false;
    if (!rule.error.isEmpty())
        return rule.error == code;
    return rule.meaning != Meaning::Success || code.isEmpty();
}

// RFC 6749 section 5.2. No rule of a descriptor may say otherwise, since the breaker depends on it.
static bool isClientRefusal(int status, const QString &code)
{
    return (status == 400 || status == 401 || status == 403)
        && (code == "invalid_client"_L1 || code == "unauthorized_client"_L1);
}

// What holds for every provider where its descriptor says nothing (RFC 6749 section 5.2, RFC 7009 section 2.2).
static std::optional<ErrorKind> generalKind(const HttpResponse &response, const QString &code)
{
    const int status = response.status;
    if (response.isSuccess()) {
        if (code.isEmpty())
            return std::nullopt;
        if (code == "unsupported_token_type"_L1)
            return ErrorKind::UnsupportedTokenType;
        return code == "invalid_token"_L1 ? ErrorKind::TokenNotKnown : ErrorKind::Refused;
    }
    if (status == 408) // the server's farewell to a request that it never saw: no word on the token
        return ErrorKind::NoAnswer;
    if (status == 429)
        return ErrorKind::RateLimited;
    if (status >= 500)
        return ErrorKind::ServerError;
    if (status == 401 && code.isEmpty())
        return ErrorKind::ClientRefused;
    if (status == 401 && code == "invalid_token"_L1)
        return ErrorKind::BearerExpired;
    if (code == "unsupported_token_type"_L1)
        return ErrorKind::UnsupportedTokenType;
    return code.isEmpty() && response.isWebPage() ? ErrorKind::NotTheService : ErrorKind::Refused;
}

static std::optional<ErrorKind> kindOf(const HttpResponse &response, const Operation &operation, const QString &code)
{
    if (response.isSuccess() && response.isWebPage())
        return ErrorKind::NotTheService;
    if (isClientRefusal(response.status, code))
        return ErrorKind::ClientRefused;
    for (const AnswerRule &rule : operation.answers) {
        if (fits(rule, response.status, code))
            return kindOf(rule.meaning);
    }
    return generalKind(response, code);
}

std::optional<Error> faultOf(const HttpResponse &response, const Operation &operation,
                             const QList<QByteArrayView> &secrets)
{
    const IssuerFault fault = readFault(response, secrets);
    const auto kind = kindOf(response, operation, fault.code);
    if (!kind)
        return std::nullopt;
    QString words = fault.words;
    if (*kind == ErrorKind::NotTheService)
        words = u"a web page, where the service's own answer was due"_s;
    if (response.retryAfter && (*kind == ErrorKind::RateLimited || *kind == ErrorKind::ServerError))
        words += (words.isEmpty() ? QString() : u"; "_s)
            + u"it asks to wait %1 s"_s.arg(qint64(response.retryAfter->count()));
    if (words.isEmpty())
        words = u"HTTP %1"_s.arg(response.status);
    return Error{*kind, words, response.status, response.retryAfter};
}

bool refusesClient(const HttpResponse &response, const Operation &operation)
{
    return kindOf(response, operation, readFault(response).code) == ErrorKind::ClientRefused;
}

bool refusesHint(const HttpResponse &response, const Operation &operation)
{
    if (response.status != 400)
        return false;
    const IssuerFault fault = readFault(response);
    const auto kind = kindOf(response, operation, fault.code);
    if (fault.code.isEmpty()) // no reason that can be read: the hint may be it
        return kind == ErrorKind::Refused || kind == ErrorKind::NotTheService;
    return kind == ErrorKind::Refused
        && (fault.code == "invalid_request"_L1 || fault.words.contains("hint"_L1, Qt::CaseInsensitive));
}

static Reply replyFor(const Error &error, int attempts, bool mayHaveArrived)
{
    switch (error.kind) {
    case ErrorKind::TokenNotKnown:
        return Reply::NotKnown;
    case ErrorKind::Refused:
    case ErrorKind::UnsupportedTokenType:
    case ErrorKind::BearerExpired:
        return Reply::Refused;
    case ErrorKind::ClientRefused:
        return Reply::ClientRefused;
    case ErrorKind::RateLimited:
    case ErrorKind::ServerError:
    case ErrorKind::NotTheService:
    case ErrorKind::BadResponse:
    case ErrorKind::Redirected:
        return Reply::Failed; // an answer came, and it was no use
    default:
        break;
    }
    if (mayHaveArrived)
        return Reply::NoAnswer;
    switch (error.kind) {
    case ErrorKind::NoConnection:
    case ErrorKind::TlsFailed:
    case ErrorKind::ProxyFailed:
    case ErrorKind::NoAnswer: // of a grant before it: the revoke itself was never sent
        return Reply::Failed;
    default:
        return attempts > 0 ? Reply::Failed : Reply::NotSent;
    }
}

RevokeReply replyOf(const HttpAnswer &answer, const Operation &operation, const QList<QByteArrayView> &secrets)
{
    RevokeReply reply;
    reply.attempts = answer.attempts;
    if (answer.response) {
        reply.httpStatus = answer.response->status;
        reply.error = faultOf(*answer.response, operation, secrets);
    } else {
        reply.error = answer.response.error();
        reply.httpStatus = reply.error->httpStatus;
    }
    reply.reply = reply.error ? replyFor(*reply.error, answer.attempts, answer.mayHaveArrived) : Reply::Success;
    if (reply.error)
        reply.message = reply.error->detail;
    return reply;
}

} // namespace curfew
