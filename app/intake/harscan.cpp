// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "harscan.h"

#include "formscan.h"
#include "jsonscan.h"
#include "wipedbytes.h"

namespace curfew {

// A body of the size of a picture holds no token response.
static constexpr qsizetype largestBody = 1024 * 1024;

bool isHar(const JsonOutline::Value &root)
{
    return root.member("log").member("entries").isArray();
}

static bool isCredentialHeader(QByteArrayView name)
{
    return name.compare("authorization", Qt::CaseInsensitive) == 0 || name.compare("cookie", Qt::CaseInsensitive) == 0
        || name.compare("set-cookie", Qt::CaseInsensitive) == 0;
}

//! \return whether one of them carries a credential of any kind
static bool scanHeaders(const JsonOutline::Value &headers, TokenCollector &collector)
{
    bool credentials = false;
    for (JsonOutline::Value header = headers.firstChild(); !header.isNull(); header = header.nextSibling()) {
        const QByteArrayView name = header.member("name").rawText();
        const WipedBytes value(header.member("value").text());
        credentials = credentials || (isCredentialHeader(name) && !value.view().isEmpty());
        scanHeader(name, value.view(), collector);
    }
    return credentials;
}

static void scanBody(QByteArrayView body, TokenCollector &collector)
{
    const QByteArrayView trimmed = body.trimmed();
    if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
        if (const auto outline = JsonOutline::parse(trimmed))
            scanJson(outline->root(), collector);
    } else if (trimmed.contains('=') && !trimmed.startsWith('<')) {
        scanForm(trimmed, collector);
    }
}

static void scanPostData(const JsonOutline::Value &data, TokenCollector &collector)
{
    if (data.isNull())
        return;
    const QByteArrayView raw = data.member("text").rawText();
    if (!raw.isEmpty() && raw.size() <= largestBody) {
        const WipedBytes text(data.member("text").text());
        scanBody(text.view(), collector);
        return; // `params` says the same again
    }
    const JsonOutline::Value params = data.member("params");
    for (JsonOutline::Value field = params.firstChild(); !field.isNull(); field = field.nextSibling()) {
        const QByteArrayView name = field.member("name").rawText();
        if (isPasswordName(name)) {
            if (!field.member("value").rawText().isEmpty())
                collector.countPassword();
        } else if (const auto role = roleFromName(name)) {
            const WipedBytes value(field.member("value").text());
            collector.add(value.view(), *role);
        }
    }
}

static void scanContent(const JsonOutline::Value &content, TokenCollector &collector)
{
    const JsonOutline::Value text = content.member("text");
    if (text.rawText().isEmpty() || text.rawText().size() > largestBody)
        return;
    const QByteArrayView type = content.member("mimeType").rawText();
    if (!type.contains("json") && !type.contains("x-www-form-urlencoded"))
        return;
    WipedBytes body(text.text());
    if (content.member("encoding").rawText() == "base64") {
        const WipedBytes decoded(QByteArray::fromBase64(body.bytes()));
        scanBody(decoded.view(), collector);
    } else {
        scanBody(body.view(), collector);
    }
}

bool scanHar(const JsonOutline::Value &root, TokenCollector &collector)
{
    const JsonOutline::Value entries = root.member("log").member("entries");
    bool credentials = false;
    for (JsonOutline::Value entry = entries.firstChild(); !entry.isNull(); entry = entry.nextSibling()) {
        const JsonOutline::Value request = entry.member("request");
        const JsonOutline::Value response = entry.member("response");
        credentials = scanHeaders(request.member("headers"), collector) || credentials;
        credentials = scanHeaders(response.member("headers"), collector) || credentials;
        credentials = credentials || request.member("cookies").firstChild().isObject();
        scanPostData(request.member("postData"), collector);
        scanContent(response.member("content"), collector);
        const WipedBytes url(request.member("url").text());
        const qsizetype query = url.view().indexOf('?');
        if (query >= 0)
            scanForm(url.view().sliced(query + 1), collector);
    }
    return !entries.firstChild().isNull() && !credentials && collector.isEmpty();
}

} // namespace curfew
