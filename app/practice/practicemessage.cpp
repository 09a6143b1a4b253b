// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicemessage.h"

#include "formencode.h"

namespace curfew {

static QByteArray headerOf(const PracticeHeaders &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray PracticeRequest::header(QByteArrayView name) const
{
    return headerOf(headers, name);
}

PracticeRequest PracticeRequest::get(const QByteArray &path, const QByteArray &query)
{
    return {"GET", path, query, {}, {}};
}

PracticeRequest PracticeRequest::of(const QByteArray &method, const QByteArray &path, const QByteArray &authorization,
                                    const QByteArray &body, const QByteArray &contentType)
{
    PracticeRequest request{method, path, {}, {}, body};
    if (!contentType.isEmpty())
        request.headers.append({"Content-Type", contentType});
    if (!authorization.isEmpty())
        request.headers.append({"Authorization", authorization});
    return request;
}

PracticeRequest PracticeRequest::post(const QByteArray &path, const QByteArray &form, const QByteArray &authorization)
{
    return of("POST", path, authorization, form, "application/x-www-form-urlencoded");
}

QByteArray PracticeAnswer::header(QByteArrayView name) const
{
    return headerOf(headers, name);
}

QJsonObject PracticeAnswer::object() const
{
    return QJsonDocument::fromJson(body).object();
}

PracticeAnswer PracticeAnswer::empty(int status)
{
    return {status, {}, {}};
}

PracticeAnswer PracticeAnswer::json(int status, const QJsonDocument &document)
{
    // RFC 6749 section 5.1: answers that may carry tokens are not stored.
    return {status,
            {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
            document.toJson(QJsonDocument::Compact)};
}

PracticeAnswer PracticeAnswer::json(int status, const QJsonObject &object)
{
    return json(status, QJsonDocument(object));
}

QByteArray practiceBasic(QByteArrayView clientId, QByteArrayView secret)
{
    return "Basic " + (formEncode(clientId) + ':' + formEncode(secret)).toBase64();
}

} // namespace curfew
