// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keycloakcontract.h"
#include "practicefixture.h"

namespace curfew {

//! The practice realm, asked as its administrators ask.
class KeycloakAdminBench : public PracticeFixture<KeycloakContract> {
public:
    static constexpr auto Online = PracticeSession::Kind::Online;
    static constexpr auto Offline = PracticeSession::Kind::Offline;

    //! The Authorization header of the service account of \p clientId, whose token is good for an hour.
    [[nodiscard]] QByteArray bearer(const QString &clientId)
    {
        const PracticeAnswer answer = post(PracticeEndpoint::Token, "grant_type=client_credentials", basic(clientId));
        return "Bearer " + answer.object().value(QStringLiteral("access_token")).toString().toLatin1();
    }
    //! A request of \p clientId without a body; \p path may have a query.
    [[nodiscard]] PracticeRequest request(const QByteArray &method, const QByteArray &path, const QString &clientId)
    {
        const QList<QByteArray> parts = path.split('?');
        PracticeRequest request = PracticeRequest::of(method, parts.constFirst(), bearer(clientId));
        request.query = parts.value(1);
        return request;
    }
    //! As the client that may change people.
    [[nodiscard]] PracticeAnswer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        static const QByteArray json = "application/json";
        PracticeRequest asked = request(method, path, QStringLiteral("curfew-admin"));
        asked.body = body;
        if (!body.isEmpty())
            asked.headers.append({"Content-Type", json});
        return issuer.answer(asked);
    }
    [[nodiscard]] QJsonArray list(const QByteArray &path)
    {
        return QJsonDocument::fromJson(ask("GET", path).body).array();
    }
    //! Below the user's own path.
    [[nodiscard]] QByteArray at(const QString &userName, const QByteArray &rest = {}) const
    {
        return "/admin/realms/catena/users/" + issuer.person(userName)->id.toLatin1() + rest;
    }
    [[nodiscard]] QByteArray form(const PracticeToken &token, const QByteArray &name = "token") const
    {
        const QString &client = token.session.clientId;
        return name + '=' + token.value + "&client_id=" + client.toUtf8()
            + "&client_secret=" + QUrl::toPercentEncoding(QString::fromLatin1(issuer.secretOf(client)))
            + (token.use == PracticeToken::Use::Refresh ? "&token_type_hint=refresh_token" : "");
    }
    [[nodiscard]] bool introspected(const PracticeToken &token)
    {
        return saysActive(post(PracticeEndpoint::Introspect, form(token)));
    }
    [[nodiscard]] PracticeAnswer refresh(const PracticeToken &token)
    {
        return post(PracticeEndpoint::Token, "grant_type=refresh_token&" + form(token, "refresh_token"));
    }
    //! What an offline session or an online one of \p userName was given.
    [[nodiscard]] QList<PracticeToken> given(const QString &userName, PracticeSession::Kind kind) const
    {
        QList<PracticeToken> tokens = issuer.tokens().givenTo(userName);
        tokens.removeIf([kind](const PracticeToken &token) { return token.session.kind != kind; });
        return tokens;
    }
};

} // namespace curfew
