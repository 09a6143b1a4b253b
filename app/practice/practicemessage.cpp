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

PracticeRequest PracticeRequest::post(const QByteArray &path, const QByteArray &form, const QByteArray &authorization)
{
    PracticeRequest request{"POST", path, {}, {{"Content-Type", "application/x-www-form-urlencoded"}}, form};
    if (!authorization.isEmpty())
        request.headers.append({"Authorization", authorization});
    return request;
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
