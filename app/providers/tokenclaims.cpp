// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenclaims.h"

#include "jsonscanner.h"

#include <QJsonDocument>

namespace curfew {

static std::optional<QByteArray> decoded(QByteArrayView part)
{
    // The bytes are lent, not copied; they outlive the call.
    const auto result = QByteArray::fromBase64Encoding(QByteArray::fromRawData(part.data(), part.size()),
                                                       QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                                           | QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(*result) : std::nullopt;
}

static bool isObject(QByteArrayView part)
{
    const auto json = decoded(part);
    return json && QJsonDocument::fromJson(*json).isObject();
}

static QString textOf(const JsonScanner &scanner)
{
    return QString::fromUtf8(scanner.hasEscapes() ? decodeJsonString(scanner.text()) : scanner.text().toByteArray());
}

// Nothing when the bytes aren't one whole object.
static std::optional<TokenClaims> readClaims(QByteArrayView json)
{
    using Event = JsonScanner::Event;
    JsonScanner scanner(json);
    if (scanner.next() != Event::ObjectStart)
        return std::nullopt;
    TokenClaims claims;
    QString azp;
    QByteArrayView key;
    Event last = Event::ObjectStart;
    for (Event event = scanner.next(); event != Event::End; event = scanner.next()) {
        last = event;
        if (scanner.depth() != 1)
            continue;
        if (event == Event::Key)
            key = scanner.text();
        else if (event == Event::String && key == "sid")
            claims.sid = textOf(scanner);
        else if (event == Event::String && key == "client_id")
            claims.clientId = textOf(scanner);
        else if (event == Event::String && key == "azp")
            azp = textOf(scanner);
    }
    if (last != Event::ObjectEnd || scanner.depth() != 0)
        return std::nullopt;
    if (claims.clientId.isEmpty())
        claims.clientId = azp;
    return claims;
}

std::optional<TokenClaims> TokenClaimsReader::read(QByteArrayView token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first <= 0 ? -1 : token.indexOf('.', first + 1);
    if (second <= first + 1 || token.indexOf('.', second + 1) >= 0)
        return std::nullopt;
    const QByteArrayView header = token.first(first);
    if (header != m_header) {
        if (!isObject(header))
            return std::nullopt;
        m_header = header.toByteArray();
    }
    const auto claims = decoded(token.sliced(first + 1, second - first - 1));
    return claims ? readClaims(*claims) : std::nullopt;
}

} // namespace curfew
