// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signinissuer.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace curfew {

SignInIssuer::SignInIssuer()
{
    m_server.answerWith([this](const RecordedRequest &request) { return answer(request); });
}

QByteArray SignInIssuer::descriptor()
{
    return R"({
  "id": "doors",
  "name": "Doors",
  "mark": "DO",
  "references": ["https://www.rfc-editor.org/rfc/rfc8252"],
  "summary": { "en": "Ends what is named." },
  "url": { "hint": { "en": "The realm's address" } },
  "auth": { "methods": ["authorization_code"], "default": "authorization_code" },
  "discovery": { "needed": false, "issuer": "same" },
  "operations": {
    "discover": { "verb": "GET", "path": "/.well-known/openid-configuration" },
    "revokeToken": { "verb": "POST", "path": "/call", "form": { "token": "{token}" } }
  },
  "verification": { "text": { "en": "Nothing is checked." } },
  "cascade": "token",
  "ends": { "en": "The token." },
  "doesNotEnd": { "en": "The sign-in." }
}
)";
}

QByteArray SignInIssuer::issuer() const
{
    return url().toEncoded();
}

QList<QUrlQuery> SignInIssuer::grants() const
{
    QList<QUrlQuery> forms;
    for (const RecordedRequest &request : m_server.requests()) {
        if (request.target == "/realm/token")
            forms.append(QUrlQuery(QString::fromUtf8(request.body)));
    }
    return forms;
}

QList<QByteArray> SignInIssuer::bearers() const
{
    QList<QByteArray> bearers;
    for (const RecordedRequest &request : m_server.requests()) {
        if (request.target == "/realm/call")
            bearers.append(request.header("Authorization"));
    }
    return bearers;
}

FaultReply SignInIssuer::answer(const RecordedRequest &request)
{
    const QUrl target = QUrl::fromEncoded(request.target);
    if (target.path() == "/realm/.well-known/openid-configuration"_L1)
        return metadata();
    if (target.path() == "/realm/authorize"_L1)
        return authorize(QUrlQuery(target));
    if (target.path() == "/realm/token"_L1)
        return tokenReply ? *tokenReply : grant(request);
    if (target.path() != "/realm/call"_L1)
        return FaultReply::http(404);
    if (callReply)
        return *callReply;
    return request.header("Authorization") == "Bearer " + m_access
        ? FaultReply::http(200, {})
        : FaultReply::http(401, R"({"error":"invalid_token"})");
}

FaultReply SignInIssuer::metadata() const
{
    const QString own = QString::fromLatin1(issuer());
    const QString page =
        authorizationEndpoint.isEmpty() ? own + u"/authorize"_s : QString::fromLatin1(authorizationEndpoint);
    const QJsonObject object{{u"issuer"_s, own},
                             {u"authorization_endpoint"_s, page},
                             {u"token_endpoint"_s, own + u"/token"_s},
                             {u"authorization_response_iss_parameter_supported"_s, promisesIssuer}};
    return FaultReply::http(200, QJsonDocument(object).toJson());
}

FaultReply SignInIssuer::authorize(const QUrlQuery &asked)
{
    const auto value = [&asked](const QString &name) { return asked.queryItemValue(name, QUrl::FullyDecoded); };
    const QUrl redirect(value(u"redirect_uri"_s));
    if (value(u"client_id"_s) != "curfew-console"_L1 || redirect.host() != "127.0.0.1"_L1)
        return FaultReply::http(400, "who are you", "text/plain");
    QByteArrayList answer{"state=" + value(u"state"_s).toLatin1().toPercentEncoding()};
    if (!denial.isEmpty()) {
        answer.append("error=" + denial);
        answer.append("error_description=the+person+said+no");
    } else if (value(u"response_type"_s) != "code"_L1 || value(u"code_challenge_method"_s) != "S256"_L1) {
        answer.append("error=invalid_request");
    } else {
        m_asked = asked;
        m_code = "canary-code/" + QByteArray::number(++m_number) + "+=";
        answer.append("code=" + m_code.toPercentEncoding());
    }
    if (issuerInAnswer != "-")
        answer.append("iss=" + (issuerInAnswer.isEmpty() ? issuer() : issuerInAnswer).toPercentEncoding());
    return FaultReply::http(302, {}, "text/html", {{"Location", redirect.toEncoded() + '?' + answer.join('&')}});
}

FaultReply SignInIssuer::grant(const RecordedRequest &request)
{
    const QUrlQuery form(QString::fromUtf8(request.body));
    const auto value = [&form](const QString &name) { return form.queryItemValue(name, QUrl::FullyDecoded).toUtf8(); };
    const FaultReply invalid = FaultReply::http(
        400, R"({"error":"invalid_grant","error_description":"not valid: )" + value(u"code"_s) + "\"}");
    if (value(u"client_id"_s) != "curfew-console" || !request.header("Authorization").isEmpty())
        return FaultReply::http(401, R"({"error":"invalid_client"})");
    if (value(u"grant_type"_s) == "refresh_token") {
        if (m_refresh.isEmpty() || value(u"refresh_token"_s) != m_refresh) {
            m_refresh.clear(); // RFC 9700 section 4.14.2: one that was replaced ends them all
            return invalid;
        }
        return tokens();
    }
    const QByteArray challenge = QCryptographicHash::hash(value(u"code_verifier"_s), QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QByteArray code = std::exchange(m_code, {});
    const bool fits = value(u"grant_type"_s) == "authorization_code" && !code.isEmpty() && value(u"code"_s) == code
        && challenge == m_asked.queryItemValue(u"code_challenge"_s).toLatin1()
        && value(u"redirect_uri"_s) == m_asked.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded).toUtf8();
    return fits ? tokens() : invalid;
}

static QByteArray jwt(const QJsonObject &claims)
{
    const auto part = [](const QByteArray &bytes) {
        return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part(R"({"alg":"RS256"})") + '.' + part(QJsonDocument(claims).toJson(QJsonDocument::Compact)) + '.'
        + part("unsigned");
}

FaultReply SignInIssuer::tokens()
{
    const QByteArray number = QByteArray::number(++m_number);
    m_access = "access-" + number;
    m_refresh = givesRefreshToken ? "refresh-" + number : QByteArray();
    QJsonObject body{
        {u"access_token"_s, QString::fromLatin1(m_access)}, {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, 600}};
    if (givesRefreshToken)
        body.insert(u"refresh_token"_s, QString::fromLatin1(m_refresh));
    if (givesIdToken)
        body.insert(u"id_token"_s,
                    QString::fromLatin1(jwt({{u"sub"_s, u"4711"_s},
                                             {u"preferred_username"_s, u"kim"_s},
                                             {u"email"_s, u"kim.lind@example.com"_s}})));
    return FaultReply::http(200, QJsonDocument(body).toJson());
}

PlainBrowser::Page PlainBrowser::open(const QUrl &url)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20'000))
        qFatal("%s doesn't answer", qPrintable(url.toString()));
    Page page;
    page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    page.at = reply->url();
    page.body = reply->readAll();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        page.headers.insert(name.toLower(), value);
    return page;
}

} // namespace curfew
