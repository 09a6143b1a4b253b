// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providertest.h"

#include "timetext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace curfew::test {

QByteArray fixture(const QString &name)
{
    QFile file(u"" CURFEW_FIXTURES "/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qUtf8Printable(file.fileName()));
    return file.readAll();
}

ProviderDescriptor shippedProvider(const QString &id)
{
    static const DescriptorCatalog catalog = DescriptorCatalog::load();
    const ProviderDescriptor *descriptor = catalog.find(id);
    if (!descriptor)
        qFatal("no provider %s", qUtf8Printable(id));
    return *descriptor;
}

HttpResponse response(int status, const QByteArray &body, const QByteArray &contentType)
{
    HttpResponse response;
    response.status = status;
    response.contentType = contentType;
    response.body = body;
    return response;
}

Token token(const QByteArray &text)
{
    QByteArray copy(text.constData(), text.size());
    return takeToken(copy);
}

CredentialPtr credential(AuthMethod method, const QUrl &url, const QByteArray &clientId, const QByteArray &secret)
{
    auto made = std::make_shared<Credential>();
    made->allowedOrigins = {originOf(url)};
    made->clientId = QString::fromUtf8(clientId);
    made->method = method;
    QByteArray copy(secret.constData(), secret.size());
    made->secret = Secret::take(copy);
    return made;
}

static QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray jwt(const QJsonObject &claims)
{
    return base64Url(R"({"alg":"RS256","typ":"JWT"})") + '.'
        + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact)) + '.' + base64Url("no real signature");
}

QDateTime utc(const char *rfc3339)
{
    return QDateTime::fromString(QString::fromLatin1(rfc3339), Qt::ISODate).toUTC();
}

static QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

static QJsonObject toJson(const ListedToken &listed)
{
    return {
        {u"fingerprint"_s, textOrNull(listed.token.fingerprint().toString())},
        {u"jti"_s, textOrNull(listed.jti)},
        {u"kind"_s, listed.kind == TokenKind::Jwt ? u"jwt"_s : u"opaque"_s},
        {u"grant_type"_s, textOrNull(listed.grantType)},
        {u"scope"_s, textOrNull(listed.scope)},
        {u"issued_at"_s, curfew::toJson(listed.issuedAt)},
        {u"expires_at"_s, curfew::toJson(listed.expiresAt)},
        {u"raw"_s, listed.raw},
    };
}

QJsonObject toJson(const Listing &listing)
{
    QJsonArray sessions;
    for (const Session &session : listing.sessions) {
        QJsonArray tokens;
        for (const ListedToken &listed : session.tokens)
            tokens.append(toJson(listed));
        sessions.append(QJsonObject{
            {u"id"_s, session.id},
            {u"client_id"_s, textOrNull(session.clientId)},
            {u"application"_s, textOrNull(session.application)},
            {u"ip"_s, textOrNull(session.ip)},
            {u"user_agent"_s, textOrNull(session.userAgent)},
            {u"grouping"_s, session.grouping == Grouping::Sid ? u"sid"_s : u"inferred"_s},
            {u"issued_at"_s, curfew::toJson(session.issuedAt)},
            {u"expires_at"_s, curfew::toJson(session.expiresAt)},
            {u"tokens"_s, tokens},
        });
    }
    return {{u"user"_s, textOrNull(listing.user())},
            {u"sessions"_s, sessions},
            {u"warnings"_s, QJsonArray::fromStringList(listing.warnings)}};
}

} // namespace curfew::test
