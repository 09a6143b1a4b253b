// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycloakperson.h"

#include "peerbrowser.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace curfew {

KeycloakPerson::KeycloakPerson(const KeycloakServer &keycloak)
    : m_keycloak(keycloak)
{
}

QString KeycloakPerson::secretOf(const QString &client)
{
    return client == "fleet"_L1 ? u"fleet: 100% +ä&="_s : client + "-secret"_L1;
}

GrantedTokens KeycloakPerson::grant(const QString &client, const PeerForm &form)
{
    const PeerAnswer answer =
        m_http.post(m_keycloak.endpoint(u"token"_s),
                    form + PeerForm{{u"client_id"_s, client}, {u"client_secret"_s, secretOf(client)}});
    return {answer.text(u"access_token"_s).toUtf8(), answer.text(u"refresh_token"_s).toUtf8()};
}

//! GrantedTokens for \p client in the session of \p browser, which is begun if need be.
GrantedTokens KeycloakPerson::exchange(const QString &client, PeerBrowser &browser, const QString &scope)
{
    const QString redirect = u"http://127.0.0.1/"_s + client;
    QUrl url = m_keycloak.endpoint(u"auth"_s);
    url.setQuery(u"response_type=code&scope=%1&client_id=%2&redirect_uri=%3"_s.arg(
        QString::fromLatin1(QUrl::toPercentEncoding(scope)), client, redirect));
    const QString code = browser.signIn(url, redirect);
    return grant(client,
                 {{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, code}, {u"redirect_uri"_s, redirect}});
}

GrantedTokens KeycloakPerson::signIn(const QString &scope)
{
    return grant(u"fleet"_s,
                 {{u"grant_type"_s, u"password"_s},
                  {u"username"_s, u"sam.martin"_s},
                  {u"password"_s, u"horse staple"_s},
                  {u"scope"_s, scope}});
}

bool KeycloakPerson::isActive(const QByteArray &token)
{
    PeerForm form{{u"token"_s, QString::fromLatin1(token)},
                  {u"client_id"_s, u"fleet"_s},
                  {u"client_secret"_s, secretOf(u"fleet"_s)}};
    if (claimsOf(token).value(u"typ"_s) != "Bearer"_L1)
        form.append({u"token_type_hint"_s, u"refresh_token"_s});
    return m_http.post(m_keycloak.endpoint(u"token/introspect"_s), form).json().value(u"active"_s).toBool();
}

QString KeycloakPerson::refreshError(const QString &client, const QByteArray &refreshToken)
{
    return m_http
        .post(m_keycloak.endpoint(u"token"_s),
              {{u"grant_type"_s, u"refresh_token"_s},
               {u"refresh_token"_s, QString::fromLatin1(refreshToken)},
               {u"client_id"_s, client},
               {u"client_secret"_s, secretOf(client)}})
        .error();
}

QJsonDocument KeycloakPerson::administered(const QString &path)
{
    const GrantedTokens own = grant(u"administration"_s, {{u"grant_type"_s, u"client_credentials"_s}});
    const PeerAnswer answer = m_http.get(m_keycloak.administration(path), "Bearer " + own.access);
    if (answer.status != 200)
        qWarning("%s: %d", qPrintable(path), answer.status);
    return QJsonDocument::fromJson(answer.body);
}

QString KeycloakPerson::id()
{
    return administered(u"users?exact=true&username=sam.martin"_s).array().at(0)[u"id"_s].toString();
}

} // namespace curfew
