// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personrequest.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace curfew {

// Whole and encoded, so that it can't leave its place: "." and ".." would, whatever they are encoded as.
static Result<QByteArray> pathPart(const QString &value)
{
    constexpr qsizetype longest = 512;
    if (value.isEmpty() || value.size() > longest || value == "."_L1 || value == ".."_L1)
        return failure(ErrorKind::InvalidInput, u"an id that can't be part of an address"_s);
    return QUrl::toPercentEncoding(value);
}

static Result<QByteArray> fillPath(const QString &path, const QString &realm, const PersonParts &parts)
{
    QByteArray filled;
    const QStringList pieces = path.sliced(1).split(u'/');
    for (const QString &piece : pieces) {
        filled += '/';
        if (piece == "{realm}"_L1) {
            filled += realm.toLatin1(); // as it stands in the URL
            continue;
        }
        const bool isPlain = !piece.startsWith(u'{');
        const QString &value = isPlain ? piece
            : piece == "{person}"_L1   ? parts.person
            : piece == "{session}"_L1  ? parts.session
                                       : parts.client;
        const auto part = pathPart(value);
        if (!part)
            return part;
        filled += *part;
    }
    return filled;
}

// RFC 7644 section 3.4.2.2: a filter's value is a JSON string.
static QString quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

// Not by QUrlQuery, which leaves + as it is.
static QByteArray fillQuery(const QMap<QString, QString> &query, const QString &name)
{
    QByteArray filled;
    for (auto it = query.cbegin(); it != query.cend(); ++it) {
        // One of the two, and what is filled in isn't looked at again.
        const QString value = it->contains("{name}"_L1) ? QString(*it).replace("{name}"_L1, name)
                                                        : QString(*it).replace("{name|quoted}"_L1, quoted(name));
        if (!filled.isEmpty())
            filled += '&';
        filled += QUrl::toPercentEncoding(it.key()) + '=' + QUrl::toPercentEncoding(value);
    }
    return filled;
}

Result<HttpRequest> buildPersonRequest(const ProviderDescriptor &descriptor, const QUrl &url, const PersonCall &call,
                                       const PersonParts &parts)
{
    constexpr qint64 largest = 4 * 1024 * 1024; // a few thousand sessions
    const auto path = fillPath(call.operation.path, descriptor.realmOf(url), parts);
    if (!path)
        return tl::unexpected(path.error());
    const QByteArray query = fillQuery(call.query, parts.name);
    QByteArray address = descriptor.rootOf(url).toEncoded() + *path;
    if (!query.isEmpty())
        address += '?' + query;
    HttpRequest request;
    request.verb = call.operation.verb;
    request.url = QUrl::fromEncoded(address, QUrl::StrictMode);
    if (!request.url.isValid())
        return failure(ErrorKind::InvalidInput, u"an id that can't be part of an address"_s);
    request.headers = {{"Accept", descriptor.people->accept}};
    if (!call.body.isEmpty()) {
        request.body = QJsonDocument(call.body).toJson(QJsonDocument::Compact);
        request.mediaType = call.mediaType;
    }
    request.maximumAnswer = largest;
    return request;
}

} // namespace curfew
