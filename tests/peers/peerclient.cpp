// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peerclient.h"

#include <QJsonDocument>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace curfew {

QJsonObject PeerAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonObject claimsOf(const QByteArray &jwt)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(jwt.split('.').value(1), QByteArray::Base64UrlEncoding))
        .object();
}

PeerClient::PeerClient(QNetworkCookieJar *cookies)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setProxy(QNetworkProxy::NoProxy);
    if (cookies)
        m_network.setCookieJar(cookies);
}

PeerAnswer PeerClient::settled(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owner(reply);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 60'000)) {
        qWarning("%s doesn't answer", qPrintable(reply->url().toString()));
        return {};
    }
    PeerAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    if (reply->hasRawHeader("Location"))
        answer.location = reply->url().resolved(QUrl::fromEncoded(reply->rawHeader("Location")));
    return answer;
}

PeerAnswer PeerClient::get(const QUrl &url, const QByteArray &authorization)
{
    QNetworkRequest request(url);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    return settled(m_network.get(request));
}

PeerAnswer PeerClient::post(const QUrl &url, const PeerForm &form, const QByteArray &authorization)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : form)
        pairs.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    QNetworkRequest request(url);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    return settled(m_network.post(request, pairs.join('&')));
}

PeerAnswer PeerClient::postJson(const QUrl &url, const QJsonObject &body, const QByteArray &authorization)
{
    QNetworkRequest request(url);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return settled(m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact)));
}

PeerAnswer PeerClient::remove(const QUrl &url)
{
    return settled(m_network.deleteResource(QNetworkRequest(url)));
}

} // namespace curfew
