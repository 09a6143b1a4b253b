// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "credentialframe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr QByteArrayView magic("curfew-credential ");
static constexpr int currentVersion = 1;
static constexpr qsizetype longestHeader = 64;

static QString urlText(const QUrl &url)
{
    return url.adjusted(QUrl::StripTrailingSlash).toString(QUrl::FullyEncoded);
}

CredentialFrame frameFor(const Issuer &issuer, const Client &client)
{
    QStringList origins = issuer.acceptedOrigins;
    origins.append(originOf(issuer.url));
    origins.sort();
    origins.removeDuplicates();
    return {urlText(issuer.url), origins, issuer.provider, client.clientId, client.method, {}, {}};
}

Secret encodeFrame(const CredentialFrame &frame)
{
    const QJsonObject object{{"url"_L1, frame.url},
                             {"allowedOrigins"_L1, QJsonArray::fromStringList(frame.allowedOrigins)},
                             {"provider"_L1, frame.provider},
                             {"clientId"_L1, frame.clientId},
                             {"method"_L1, authMethodName(frame.method)},
                             {"certificateFile"_L1, frame.certificateFile}};
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const QByteArray header = magic.toByteArray() + QByteArray::number(currentVersion) + ' '
        + QByteArray::number(json.size()) + ' ' + QByteArray::number(frame.secret.size()) + '\n';
    QByteArray bytes;
    bytes.reserve(header.size() + json.size() + frame.secret.size()); // growing would leave a copy of the secret
    bytes.append(header).append(json).append(frame.secret.reveal());
    return Secret::take(bytes);
}

static tl::unexpected<Error> damaged(const QString &what)
{
    return failure(ErrorKind::KeychainFailed,
                   u"the keychain entry is damaged (%1): the secret has to be stored again"_s.arg(what));
}

static Result<CredentialFrame> readObject(const QJsonObject &object)
{
    CredentialFrame frame;
    for (const auto key : {"url"_L1, "provider"_L1, "clientId"_L1, "method"_L1, "certificateFile"_L1}) {
        if (!object.value(key).isString())
            return damaged(key);
    }
    const auto method = authMethodFromName(object.value("method"_L1).toString());
    const QJsonArray origins = object.value("allowedOrigins"_L1).toArray();
    if (!method)
        return damaged(u"method"_s);
    if (origins.isEmpty())
        return damaged(u"allowedOrigins"_s);
    for (const QJsonValue &origin : origins) {
        if (!origin.isString())
            return damaged(u"allowedOrigins"_s);
        frame.allowedOrigins.append(origin.toString());
    }
    frame.url = object.value("url"_L1).toString();
    frame.provider = object.value("provider"_L1).toString();
    frame.clientId = object.value("clientId"_L1).toString();
    frame.method = *method;
    frame.certificateFile = object.value("certificateFile"_L1).toString();
    return frame;
}

Result<CredentialFrame> decodeFrame(const Secret &value)
{
    const QByteArrayView bytes = value.reveal();
    const qsizetype lineEnd = bytes.first(qMin(bytes.size(), longestHeader)).indexOf('\n');
    if (!bytes.startsWith(magic) || lineEnd < 0)
        return damaged(u"header"_s);
    const QList<QByteArray> numbers = bytes.sliced(magic.size(), lineEnd - magic.size()).toByteArray().split(' ');
    const int version = numbers.value(0).toInt();
    if (version > currentVersion)
        return failure(ErrorKind::KeychainFailed, u"the keychain entry was written by a newer Curfew"_s);
    bool jsonIsNumber = false;
    bool secretIsNumber = false;
    const qsizetype jsonSize = numbers.value(1).toInt(&jsonIsNumber);
    const qsizetype secretSize = numbers.value(2).toInt(&secretIsNumber);
    const QByteArrayView content = bytes.sliced(lineEnd + 1);
    if (version != currentVersion || numbers.size() != 3 || !jsonIsNumber || !secretIsNumber || jsonSize < 0
        || secretSize < 0 || content.size() != jsonSize + secretSize) {
        return damaged(u"size"_s);
    }
    const QJsonDocument json = QJsonDocument::fromJson(content.first(jsonSize).toByteArray());
    return readObject(json.object()).map([&](CredentialFrame frame) {
        QByteArray secret = content.sliced(jsonSize).toByteArray();
        frame.secret = Secret::take(secret);
        return frame;
    });
}

static Result<> changed(const QString &what, const QString &stored, const QString &configured)
{
    return failure(ErrorKind::NoCredential,
                   u"%1 was %2 when the secret was stored, and is now %3: the secret has to be given again"_s.arg(
                       what, stored, configured));
}

Result<> checkFrame(const CredentialFrame &stored, const CredentialFrame &configured)
{
    if (stored.url != configured.url)
        return changed(u"the URL"_s, stored.url, configured.url);
    if (stored.provider != configured.provider)
        return changed(u"the provider"_s, stored.provider, configured.provider);
    if (stored.clientId != configured.clientId)
        return changed(u"the client id"_s, stored.clientId, configured.clientId);
    if (stored.method != configured.method)
        return changed(u"the method"_s, authMethodName(stored.method), authMethodName(configured.method));
    if (stored.allowedOrigins != configured.allowedOrigins) {
        return changed(u"the list of origins"_s, stored.allowedOrigins.join(u' '),
                       configured.allowedOrigins.join(u' '));
    }
    return {};
}

} // namespace curfew
