// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providertest.h"

#include "listingdocument.h"

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

static QJsonArray withRaw(QJsonArray tokens, const QList<ListedToken> &listed)
{
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        QJsonObject token = tokens.at(i).toObject();
        token.insert(u"raw"_s, listed.at(i).raw);
        tokens[i] = token;
    }
    return tokens;
}

QJsonObject toJson(const Listing &listing)
{
    QJsonObject document = sessionListDocument({}, listing);
    QJsonArray sessions = document.value(u"sessions"_s).toArray();
    for (qsizetype i = 0; i < sessions.size(); ++i) {
        QJsonObject session = sessions.at(i).toObject();
        session.insert(u"tokens"_s, withRaw(session.value(u"tokens"_s).toArray(), listing.sessions.at(i).tokens));
        sessions[i] = session;
    }
    document.insert(u"sessions"_s, sessions);
    document.remove(u"issuer"_s);
    return document;
}

} // namespace curfew::test
