// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wirerequest.h"

#include "formencode.h"
#include "requestcheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static QByteArrayView rawValue(const FormField &field)
{
    if (const auto *token = std::get_if<Token>(&field.value))
        return token->reveal();
    if (const auto *secret = std::get_if<std::shared_ptr<const Secret>>(&field.value))
        return *secret ? (*secret)->reveal() : QByteArrayView();
    return std::get<QByteArray>(field.value);
}

//! Appends to a buffer that is large enough, so that nothing stays behind in one that was outgrown.
static void appendEncoded(QByteArray &body, QByteArrayView value)
{
    QByteArray encoded = formEncode(value);
    body.append(encoded);
    wipe(encoded);
}

static void appendParameter(QByteArray &body, QByteArrayView name, QByteArrayView value)
{
    if (!body.isEmpty())
        body.append('&');
    appendEncoded(body, name);
    body.append('=');
    appendEncoded(body, value);
}

static QByteArray renderForm(const HttpRequest &request)
{
    const bool hasSecret = request.authorization == Authorization::BodySecret;
    const bool hasClient = hasSecret || request.authorization == Authorization::TlsCertificate;
    const QByteArray clientId = hasClient ? request.credential->clientId.toUtf8() : QByteArray();
    const bool addsClient = hasClient && std::none_of(request.form.begin(), request.form.end(), [](const auto &field) {
                                return field.name == "client_id";
                            });

    qsizetype size = 64 + 3 * clientId.size() + (hasSecret ? 3 * request.credential->secret.size() : 0);
    for (const FormField &field : request.form)
        size += 2 + 3 * (field.name.size() + rawValue(field).size());
    QByteArray body;
    body.reserve(size);
    for (const FormField &field : request.form)
        appendParameter(body, field.name, rawValue(field));
    if (addsClient)
        appendParameter(body, "client_id", clientId);
    if (hasSecret)
        appendParameter(body, "client_secret", request.credential->secret.reveal());
    return body;
}

static QByteArray basicHeader(const Credential &credential, Authorization authorization)
{
    const QByteArray id = credential.clientId.toUtf8();
    QByteArray pair;
    pair.reserve(8 + 3 * (id.size() + credential.secret.size()));
    if (authorization == Authorization::Basic) {
        appendEncoded(pair, id);
        pair.append(':');
        appendEncoded(pair, credential.secret.reveal());
    } else {
        pair.append(id).append(':').append(credential.secret.reveal());
    }
    QByteArray encoded = pair.toBase64();
    QByteArray header = "Basic " + encoded;
    wipe(pair);
    wipe(encoded);
    return header;
}

static void authorize(QNetworkRequest &head, const HttpRequest &request)
{
    switch (request.authorization) {
    case Authorization::Basic:
    case Authorization::RawBasic:
        // Qt keeps the header for as long as the reply lives; it can't be wiped from outside.
        head.setRawHeader("Authorization", basicHeader(*request.credential, request.authorization));
        return;
    case Authorization::Bearer:
        head.setRawHeader("Authorization", QByteArray("Bearer ").append(request.bearer.reveal()));
        return;
    case Authorization::None:
    case Authorization::BodySecret:
    case Authorization::TlsCertificate:
        return;
    }
}

static void switchOffQtsOwnWays(QNetworkRequest &head)
{
    head.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    head.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual); // also stops NTLM
    head.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    head.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    head.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    head.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // For a bounded window, several managers speaking HTTP/1.1 are faster, and never refuse a stream.
    head.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Named by us, Qt doesn't inflate the answer: a small bomb can't become a large body.
    head.setRawHeader("Accept-Encoding", "identity");
}

Result<WireRequest> renderRequest(const HttpRequest &request)
{
    if (const Result<> checked = checkRequest(request); !checked)
        return tl::unexpected(checked.error());
    // A body of its own: whoever sends it wipes it, and the request may be needed again.
    WireRequest wire{QNetworkRequest(request.url),
                     request.body.isEmpty() ? renderForm(request)
                                            : QByteArray(request.body.constData(), request.body.size())};
    switchOffQtsOwnWays(wire.head);
    wire.head.setHeader(QNetworkRequest::UserAgentHeader, u"Curfew/" CURFEW_VERSION ""_s);
    if (!request.body.isEmpty())
        wire.head.setHeader(QNetworkRequest::ContentTypeHeader, request.mediaType);
    else if (!wire.body.isEmpty())
        wire.head.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    for (const auto &[name, value] : request.headers)
        wire.head.setRawHeader(name, value);
    authorize(wire.head, request);
    return wire;
}

} // namespace curfew
