// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errorreader.h"

#include "redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    return value.isDouble() ? value.toVariant().toString() : QString();
}

static QString firstText(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (QString text = textOf(object.value(name)); !text.isEmpty())
            return text;
    }
    return {};
}

namespace {
struct Found {
    QString code;
    QString description;
};
} // namespace

static Found readObject(const QJsonObject &object)
{
    Found found;
    found.description = firstText(object, {"error_description"_L1, "errorDescription"_L1, "message"_L1, "detail"_L1});
    const QJsonValue error = object.value("error"_L1);
    found.code = textOf(error);
    if (error.isObject()) {
        const QJsonObject inner = error.toObject();
        found.code = firstText(inner, {"error"_L1, "code"_L1, "type"_L1, "status"_L1});
        if (found.description.isEmpty())
            found.description = firstText(inner, {"error_description"_L1, "errorDescription"_L1, "message"_L1});
        if (found.code.isEmpty())
            found.code = u"error"_s; // there is one, whatever it is
    } else if (error.isArray() || error.toBool()) {
        found.code = u"error"_s;
    }
    // The shape of JSON:API (errors: [{code, title, detail}]).
    const QJsonObject listed = object.value("errors"_L1).toArray().at(0).toObject();
    if (found.code.isEmpty() && !listed.isEmpty()) {
        found.code = firstText(listed, {"code"_L1, "title"_L1, "status"_L1});
        found.description = firstText(listed, {"detail"_L1, "title"_L1, "message"_L1});
    }
    return found;
}

// RFC 9110 section 11.6.1: auth-params are name="value"; a backslash quotes the next character.
static QString challengeParameter(const QString &header, QLatin1StringView name)
{
    const QRegularExpression parameter(
        u"(?:^|[\\s,])%1\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))"_s.arg(name),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = parameter.match(header);
    return match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
}

static Found readChallenge(const HttpResponse &response)
{
    const QString header = QString::fromLatin1(response.header("WWW-Authenticate").left(4096));
    return {challengeParameter(header, "error"_L1), challengeParameter(header, "error_description"_L1)};
}

// QJson copies what it reads, and doesn't wipe it: an answer that can't hold an error, but may be full of live tokens,
// isn't shown to it.
static bool mayNameAnError(const QByteArray &body)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    const auto begin = body.begin() + (body.startsWith("\xEF\xBB\xBF") ? 3 : 0); // QJson skips it as well
    const auto first = std::find_if_not(begin, body.end(), isSpace);
    return first != body.end() && *first == '{' && body.contains("\"error");
}

IssuerFault readFault(const HttpResponse &response, const QList<QByteArrayView> &secrets)
{
    Found found;
    if (!response.isSuccess() || mayNameAnError(response.body))
        found = readObject(QJsonDocument::fromJson(response.body).object());
    if (found.code.isEmpty() && !response.isSuccess()) {
        const Found challenge = readChallenge(response);
        if (!challenge.code.isEmpty())
            found = challenge;
    }
    constexpr qsizetype longestCode = 128;
    IssuerFault fault;
    fault.code = found.code.left(longestCode);
    QString words = found.code;
    if (found.description != found.code)
        words += (words.isEmpty() || found.description.isEmpty() ? QString() : u": "_s) + found.description;
    fault.words = redacted(words, secrets);
    return fault;
}

} // namespace curfew
