// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jwt.h"

#include "timetext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace curfew {

static std::optional<QJsonObject> decodeObject(QByteArrayView part)
{
    const auto decoded = QByteArray::fromBase64Encoding(part.toByteArray(),
                                                        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                                            | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(decoded.decoded);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

std::optional<Jwt> decodeJwt(QByteArrayView token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (first <= 0 || second <= first + 1 || token.indexOf('.', second + 1) >= 0)
        return std::nullopt;
    const auto header = decodeObject(token.first(first));
    const auto claims = decodeObject(token.sliced(first + 1, second - first - 1));
    if (!header || !claims)
        return std::nullopt;
    return Jwt{*header, *claims};
}

bool holdsJwt(QByteArrayView text)
{
    if (text.size() <= 20 || text.indexOf('.') < 0)
        return false;
    const qsizetype header = text.indexOf("eyJ");
    return header >= 0 && text.sliced(header).count('.') >= 2;
}

static QJsonValue shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return holdsJwt(value.toString().toUtf8()) ? QJsonValue(u"(token)"_s) : value;
    case QJsonValue::Array: {
        QJsonArray array = value.toArray();
        for (QJsonValueRef element : array)
            element = shown(element);
        return array;
    }
    case QJsonValue::Object: {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            member.value() = shown(member.value());
        return object;
    }
    default:
        return value;
    }
}

QJsonObject Jwt::shownClaims() const
{
    return shown(claims).toObject();
}

QString Jwt::text(QStringView claim) const
{
    return claims.value(claim).toString();
}

std::optional<QDateTime> Jwt::time(QStringView claim) const
{
    return timeFromUnixSeconds(claims.value(claim));
}

TokenUse useOf(const Jwt &jwt)
{
    const QString type = jwt.header.value(u"typ").toString().toLower();
    if (type == "at+jwt"_L1 || type == "application/at+jwt"_L1)
        return TokenUse::Access;
    const QString claim = jwt.text(u"typ");
    if (claim == "Bearer"_L1)
        return TokenUse::Access;
    if (claim == "Refresh"_L1 || claim == "Offline"_L1)
        return TokenUse::Refresh;
    if (claim == "ID"_L1 || jwt.claims.contains(u"nonce") || jwt.claims.contains(u"at_hash"))
        return TokenUse::Id;
    return TokenUse::Unknown;
}

QString Jwt::clientId() const
{
    const QString id = text(u"client_id");
    return id.isEmpty() ? text(u"azp") : id;
}

} // namespace curfew
