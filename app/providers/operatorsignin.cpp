// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operatorsignin.h"

#include "asyncresult.h"
#include "declarativeprovider.h"
#include "formencode.h"
#include "httpchannel.h"
#include "jwt.h"
#include "loopbackreceiver.h"
#include "redact.h"
#include "sessiongroups.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto authorizeOperation = "authorize"_L1;
static constexpr auto grantOperation = "requestToken"_L1;

static QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// 256 random bits as text of unreserved characters (RFC 7636 section 4.1).
static QByteArray randomText()
{
    QByteArray bytes = Secret::random(32).reveal().toByteArray();
    QByteArray text = base64Url(bytes);
    wipe(bytes);
    return text;
}

// RFC 7636 section 4.2
static QByteArray challengeOf(const Secret &verifier)
{
    return base64Url(QCryptographicHash::hash(verifier.reveal(), QCryptographicHash::Sha256));
}

// Parameters that the endpoint has already stay (RFC 6749 section 3.1).
static QUrl withParameters(QUrl url, const QList<std::pair<QByteArray, QByteArray>> &parameters)
{
    QByteArrayList items;
    if (url.hasQuery())
        items.append(url.query(QUrl::FullyEncoded).toLatin1());
    for (const auto &[name, value] : parameters)
        items.append(name + '=' + formEncode(value));
    url.setQuery(QString::fromLatin1(items.join('&')), QUrl::StrictMode);
    return url;
}

static std::shared_ptr<Credential> credentialFor(const Issuer &issuer, const QString &clientId)
{
    auto credential = std::make_shared<Credential>();
    credential->allowedOrigins = QStringList{originOf(issuer.url)} + issuer.acceptedOrigins;
    credential->provider = issuer.provider;
    credential->clientId = clientId;
    credential->method = AuthMethod::AuthorizationCode;
    credential->signIn = std::make_shared<SignIn>();
    return credential;
}

QStringList SignedIn::names() const
{
    QStringList names{user, subject, email};
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

OperatorSignIn::OperatorSignIn(DeclarativeProvider &provider, HttpChannel &channel, const QString &clientId,
                               SignInOptions options, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_channel(channel)
    , m_credential(credentialFor(provider.issuer(), clientId))
    , m_options(std::move(options))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { finish(failure(ErrorKind::SignInNeeded, u"nobody signed in in the browser in time"_s)); });
}

OperatorSignIn::~OperatorSignIn() = default;

QFuture<Result<SignedIn>> OperatorSignIn::start()
{
    m_promise.start();
    auto future = m_promise.future();
    onResult(m_provider.discover(), this, [this](const Result<Discovery> &discovery) {
        if (discovery)
            ask(*discovery);
        else
            finish(tl::unexpected(discovery.error()));
    });
    return future;
}

void OperatorSignIn::ask(const Discovery &discovery)
{
    m_discovery = discovery;
    for (const auto &operation : {authorizeOperation, grantOperation}) {
        if (m_provider.endpoint(operation).isEmpty()) {
            finish(tl::unexpected(m_provider.missing(operation)));
            return;
        }
    }
    auto *receiver = new LoopbackReceiver(m_options.patience, this);
    const QByteArray state = randomText();
    const Result<QUrl> redirectUri = receiver->listen(state);
    if (!redirectUri) {
        finish(tl::unexpected(redirectUri.error()));
        return;
    }
    m_redirectUri = *redirectUri;
    QByteArray verifier = randomText();
    m_verifier = std::make_shared<const Secret>(Secret::take(verifier));
    onResult(receiver->answer(), this, [this](const AuthorizationAnswer &answer) { answered(answer); });
    m_deadline.start(m_options.deadline);
    const QUrl page = withParameters(m_provider.endpoint(authorizeOperation),
                                     {{"response_type", "code"},
                                      {"client_id", m_credential->clientId.toUtf8()},
                                      {"redirect_uri", m_redirectUri.toEncoded()},
                                      {"scope", "openid"},
                                      {"state", state},
                                      {"code_challenge", challengeOf(*m_verifier)},
                                      {"code_challenge_method", "S256"}});
    if (!m_options.browser || !m_options.browser(page))
        finish(failure(ErrorKind::SignInNeeded, u"no browser could be opened"_s));
}

void OperatorSignIn::answered(const AuthorizationAnswer &answer)
{
    m_deadline.stop();
    // RFC 9207 section 2.4: it must be there where the metadata promises it.
    const bool isTheirs = answer.issuer ? *answer.issuer == m_discovery.issuer : !m_discovery.answersNameIssuer;
    if (!isTheirs) {
        finish(failure(ErrorKind::BadResponse,
                       answer.issuer
                           ? u"the answer in the browser names another issuer: %1"_s.arg(redacted(*answer.issuer))
                           : u"the answer in the browser names no issuer"_s));
    } else if (!answer.error.isEmpty()) {
        const QString words = answer.description.isEmpty() ? answer.error : answer.error + u": "_s + answer.description;
        finish(failure(ErrorKind::Refused, redacted(words)));
    } else {
        exchange(answer.code);
    }
}

void OperatorSignIn::exchange(const Token &code)
{
    HttpRequest request =
        codeRequest(m_provider.endpoint(grantOperation), m_credential, {code, m_verifier, m_redirectUri});
    onResult(m_channel.send(std::move(request)), this,
             [this, code](const HttpAnswer &answer) { exchanged(answer, code); });
}

// What the tokens say of whom they are for. An access token is the issuer's own business, and yet the only one that
// speaks where there is no ID token.
static QString claimOf(const GrantedToken &granted, QStringView claim)
{
    for (const Token &token : {granted.id, granted.token}) {
        const auto jwt = decodeJwt(token.reveal());
        if (jwt && !jwt->text(claim).isEmpty())
            return bounded(jwt->text(claim));
    }
    return {};
}

void OperatorSignIn::exchanged(const HttpAnswer &answer, const Token &code)
{
    const Operation operation = m_provider.descriptor().operations.value(grantOperation);
    const auto granted = readGrant(answer, operation, {code.reveal(), m_verifier->reveal()});
    if (!granted) {
        Error error = granted.error();
        if (error.kind == ErrorKind::ClientRefused) // no secret was shown that could be wrong
            error.kind = ErrorKind::Refused;
        finish(tl::unexpected(error));
        return;
    }
    adopt(*m_credential->signIn, *granted);
    SignedIn signedIn{m_credential, claimOf(*granted, u"preferred_username"), claimOf(*granted, u"sub"),
                      claimOf(*granted, u"email")};
    if (signedIn.user.isEmpty())
        signedIn.user = signedIn.subject;
    finish(signedIn);
}

void OperatorSignIn::finish(const Result<SignedIn> &result)
{
    if (m_finished)
        return;
    m_finished = true;
    m_deadline.stop();
    m_promise.addResult(result);
    m_promise.finish();
    deleteLater();
}

} // namespace curfew
