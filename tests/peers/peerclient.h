// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

namespace curfew {

//! What a server answered; status 0: nothing.
struct PeerAnswer {
    int status = 0;
    QByteArray body;
    QUrl location; //!< absolute; empty when there is no Location

    [[nodiscard]] QJsonObject json() const;
    //! `error` of its JSON body.
    [[nodiscard]] QString error() const { return text(QStringLiteral("error")); }
    [[nodiscard]] QString text(const QString &key) const { return json().value(key).toString(); }
};

//! The fields of a form, in their order.
using PeerForm = QList<QPair<QString, QString>>;

//! `claims` of \p jwt, unchecked.
[[nodiscard]] QJsonObject claimsOf(const QByteArray &jwt);

//! A plain HTTP client, apart from everything that the product sends with; it follows no redirect.
class PeerClient {
public:
    explicit PeerClient(QNetworkCookieJar *cookies = nullptr); //!< takes \p cookies

    [[nodiscard]] PeerAnswer get(const QUrl &url, const QByteArray &authorization = {});
    [[nodiscard]] PeerAnswer post(const QUrl &url, const PeerForm &form, const QByteArray &authorization = {});
    [[nodiscard]] PeerAnswer postJson(const QUrl &url, const QJsonObject &body, const QByteArray &authorization = {});
    [[nodiscard]] PeerAnswer remove(const QUrl &url);

private:
    [[nodiscard]] static PeerAnswer settled(QNetworkReply *reply);

    QNetworkAccessManager m_network;
};

} // namespace curfew
