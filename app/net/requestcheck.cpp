// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestcheck.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

// RFC 9110 section 5.6.2
static bool isHttpToken(QByteArrayView name)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isAllowed);
}

static bool isPrintable(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

static bool hasBody(const HttpRequest &request)
{
    return request.verb == "POST" || request.verb == "PUT" || request.verb == "PATCH";
}

//! Headers that decide how the message is framed, where it goes or who sent it are net's own.
static bool isReserved(const QByteArray &name)
{
    static const QSet<QByteArray> reserved{"authorization",
                                           "proxy-authorization",
                                           "cookie",
                                           "host",
                                           "connection",
                                           "content-length",
                                           "content-type",
                                           "accept-encoding",
                                           "transfer-encoding",
                                           "upgrade",
                                           "expect",
                                           "te",
                                           "trailer",
                                           "user-agent",
                                           "keep-alive",
                                           "x-http-method",
                                           "x-http-method-override"};
    return reserved.contains(name.toLower());
}

static Result<> checkHeaders(const HttpRequest &request)
{
    QSet<QByteArray> seen;
    for (const auto &[name, value] : request.headers) {
        const QByteArray key = name.toLower();
        if (!isHttpToken(name) || !isPrintable(value) || isReserved(name) || seen.contains(key))
            return failure(ErrorKind::InvalidInput,
                           u"a header that can't be sent: %1"_s.arg(QString::fromLatin1(name)));
        seen.insert(key);
    }
    return {};
}

static Result<> checkForm(const HttpRequest &request)
{
    if (!request.form.isEmpty() && !hasBody(request))
        return failure(ErrorKind::InvalidInput, u"a form needs a verb with a body"_s);
    const bool addsToForm =
        request.authorization == Authorization::BodySecret || request.authorization == Authorization::TlsCertificate;
    if (!request.body.isEmpty() && (!hasBody(request) || !request.form.isEmpty() || addsToForm))
        return failure(ErrorKind::InvalidInput, u"a body needs a verb that has one, and no form beside it"_s);
    if (request.body.isEmpty() != request.mediaType.isEmpty() || !isPrintable(request.mediaType))
        return failure(ErrorKind::InvalidInput, u"a body and its media type go together"_s);
    QSet<QByteArray> seen;
    if (request.authorization == Authorization::BodySecret)
        seen.insert("client_secret");
    for (const FormField &field : request.form) {
        if (field.name.isEmpty() || seen.contains(field.name)) {
            return failure(ErrorKind::InvalidInput,
                           u"a parameter without a name or twice: %1"_s.arg(QString::fromUtf8(field.name)));
        }
        seen.insert(field.name);
    }
    return {};
}

static Result<> checkAuthorization(const HttpRequest &request)
{
    if (request.credential && !request.credential->mayGoTo(request.url)) {
        return failure(ErrorKind::OriginNotAllowed,
                       u"the credential is not stored for %1"_s.arg(originOf(request.url)));
    }
    switch (request.authorization) {
    case Authorization::None:
        return {};
    case Authorization::Bearer:
        if (request.bearer.isNull())
            return failure(ErrorKind::NoCredential, u"no bearer token"_s);
        // Nothing that could end the header.
        if (!isPrintable(request.bearer.reveal()) || request.bearer.reveal().contains(' '))
            return failure(ErrorKind::InvalidInput, u"the bearer token has characters that no token has"_s);
        return {};
    case Authorization::TlsCertificate:
        if (!request.credential || request.credential->certificate.isEmpty())
            return failure(ErrorKind::NoCredential, u"no client certificate"_s);
        break;
    case Authorization::RawBasic:
        if (request.credential && request.credential->clientId.contains(u':')) // RFC 7617 section 2
            return failure(ErrorKind::InvalidInput, u"a client id with a colon can't be sent unencoded"_s);
        [[fallthrough]];
    case Authorization::Basic:
    case Authorization::BodySecret:
        if (!request.credential || request.credential->secret.isEmpty())
            return failure(ErrorKind::NoCredential, u"no client secret"_s);
        break;
    }
    if (request.credential->clientId.isEmpty())
        return failure(ErrorKind::NoCredential, u"no client id"_s);
    if (!hasBody(request)
        && (request.authorization == Authorization::BodySecret
            || request.authorization == Authorization::TlsCertificate))
        return failure(ErrorKind::InvalidInput, u"this way of authentication needs a verb with a body"_s);
    return {};
}

static QByteArrayView sensitiveBytes(const FormField &field)
{
    if (const auto *token = std::get_if<Token>(&field.value))
        return token->reveal();
    if (const auto *secret = std::get_if<std::shared_ptr<const Secret>>(&field.value))
        return *secret ? (*secret)->reveal() : QByteArrayView();
    return {};
}

//! Whether the decoded \p text holds \p secret; one too short to be told from ordinary text must be a whole part of it.
static bool holds(const QByteArray &text, QByteArrayView secret)
{
    if (secret.isEmpty())
        return false;
    if (secret.size() >= 8)
        return text.contains(secret);
    QByteArray parts = text;
    for (const char separator : {'?', '&', '=', ';'})
        parts.replace(separator, '/');
    return parts.split('/').contains(secret);
}

static Result<> checkUrl(const HttpRequest &request)
{
    if (!isAcceptableUrl(request.url))
        return failure(ErrorKind::InsecureUrl, u"not an https URL (http is for loopback alone)"_s);
    QList<QByteArrayView> secrets{request.bearer.reveal()};
    if (request.credential)
        secrets.append(request.credential->secret.reveal());
    for (const FormField &field : request.form)
        secrets.append(sensitiveBytes(field));
    const QByteArray raw = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    const QByteArray percent = QByteArray::fromPercentEncoding(raw);
    const QByteArray plus = QByteArray::fromPercentEncoding(QByteArray(raw).replace('+', ' '));
    for (const QByteArrayView secret : secrets) {
        if (holds(raw, secret) || holds(percent, secret) || holds(plus, secret))
            return failure(ErrorKind::InvalidInput, u"a secret or a token in a URL"_s);
    }
    for (const QByteArray &item : request.url.query(QUrl::FullyEncoded).toLatin1().split('&')) {
        const QByteArray name = QByteArray::fromPercentEncoding(item.left(item.indexOf('=')).replace('+', ' '));
        for (const FormField &field : request.form) {
            if (field.name == name)
                return failure(ErrorKind::InvalidInput,
                               u"a parameter in both URL and form: %1"_s.arg(QString::fromUtf8(name)));
        }
    }
    return {};
}

Result<> checkRequest(const HttpRequest &request)
{
    const bool isPlainVerb =
        std::all_of(request.verb.begin(), request.verb.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (request.verb.isEmpty() || !isPlainVerb || request.verb == "CONNECT" || request.verb == "TRACE")
        return failure(ErrorKind::InvalidInput, u"not a verb"_s);
    for (const auto check : {checkUrl, checkAuthorization, checkForm, checkHeaders}) {
        if (const Result<> checked = check(request); !checked)
            return checked;
    }
    return {};
}

} // namespace curfew
